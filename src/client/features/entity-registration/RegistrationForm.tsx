import {
  Button,
  Card,
  Field,
  Link,
  ProgressBar,
  Subtitle2,
  Text,
  useAnnounce,
} from '@fluentui/react-components';
import { useRef, useState, type SubmitEvent } from 'react';
import type { Entity, StoredRegistration } from '../../../shared/api/entities.ts';
import { trimmedInput } from '../../../shared/domain/registration-input.ts';
import { useChangeEntity, useSaveRegistration } from '../../api/queries.ts';
import { useHost } from '../../host/HostContext.tsx';
import { isoDay, useNow } from '../../hooks/use-now.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { registrationsLink } from '../../components/portal-links.ts';
import { DraftFound } from './DraftFound.tsx';
import { DraftState } from './DraftState.tsx';
import { ModuleChooser, sameModules } from './ModuleChooser.tsx';
import { Refusal } from './Refusal.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';
import { RegistrationFields } from './RegistrationFields.tsx';
import { refusedFields, valuesToSend, type RegistrationFormState } from './use-registration-form.ts';

interface RegistrationFormProps {
  entity: Entity;
  form: RegistrationFormState;
  ownDirectoryId: string;
  onStored: (stored: StoredRegistration) => void;
  onCancel?: () => void;
  onDiscarded: () => void;
}

/** Enters a registration: checked while typing, kept as a draft, tested with Microsoft before anything is stored. */
export function RegistrationForm({
  entity,
  form,
  ownDirectoryId,
  onStored,
  onCancel,
  onDiscarded,
}: RegistrationFormProps) {
  const styles = useRegistrationStyles();
  const { registration: texts, app } = useMessages();
  const host = useHost();
  const today = isoDay(useNow());
  const [modules, setModules] = useState(entity.modules);
  const { submit, save, element, toCorrect } = useSubmit(entity, form, modules, onStored);

  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        {texts.formTitle}
      </Subtitle2>
      <Text>
        {texts.formIntro(texts.legal365Menu)}{' '}
        <Link as="button" inline onClick={() => host.openLink(registrationsLink(host.config.portal.entra))}>
          {texts.openEntra}
        </Link>
      </Text>
      <DraftFound entity={entity} onDiscarded={onDiscarded} />
      <form ref={element} noValidate className={styles.stack} onSubmit={submit}>
        <RegistrationFields
          form={form}
          problems={{ ...refusedFields(save.error), ...form.shownProblems }}
          ownDirectoryId={ownDirectoryId}
          today={today}
          disabled={save.isPending}
        />
        <ModuleChooser chosen={modules} onChange={setModules} disabled={save.isPending} />
        <div className={styles.actions}>
          <Button appearance="primary" type="submit" disabledFocusable={save.isPending}>
            {texts.saveAndTest}
          </Button>
          {onCancel !== undefined && <Button onClick={onCancel}>{app.cancel}</Button>}
          {toCorrect > 0 && <Text className={styles.problem}>{texts.fieldsToCorrect(toCorrect)}</Text>}
          <DraftState state={form.draft.state} />
        </div>
      </form>
      <div aria-live="polite">
        {save.isPending && (
          <Field validationState="none" validationMessage={texts.savingText} label={texts.saving}>
            <ProgressBar />
          </Field>
        )}
      </div>
      {save.isError && (
        <Refusal error={save.error} consequence={texts.draftKept} registration={trimmedInput(form.values)} />
      )}
    </Card>
  );
}

function useSubmit(
  entity: Entity,
  form: RegistrationFormState,
  modules: Entity['modules'],
  onStored: RegistrationFormProps['onStored'],
) {
  const { registration: texts } = useMessages();
  const { announce } = useAnnounce();
  const element = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const save = useSaveRegistration(entity.id);
  const change = useChangeEntity(entity.id);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const wrong = Object.keys(form.problems);
    form.showAll();
    setTried(true);
    if (wrong.length > 0 || modules.length === 0) {
      announce(wrong.length > 0 ? texts.fieldsToCorrect(wrong.length) : texts.modulesMissing, {
        alert: true,
      });
      const inputs = [...(element.current?.querySelectorAll('input') ?? [])];
      inputs.find(({ name }) => wrong.includes(name))?.focus();
      return;
    }
    form.draft.cancel();
    const store = () => save.mutate(valuesToSend(form.values), { onSuccess: onStored });
    // The test that follows is to look at the modules as they are ticked now.
    if (sameModules(modules, entity.modules)) store();
    else change.mutate({ modules }, { onSuccess: store });
  };
  return {
    submit,
    element,
    toCorrect: tried ? Object.keys(form.problems).length : 0,
    save: {
      isPending: save.isPending || change.isPending,
      isError: save.isError || change.isError,
      error: save.error ?? change.error,
    },
  };
}
