import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Entity, StoredRegistration } from '../../../shared/api/entities.ts';
import { ModuleDots } from '../../components/ModuleDots.tsx';
import { isoDay, useNow } from '../../hooks/use-now.ts';
import { useScrollIntoView } from '../../hooks/use-scroll-into-view.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { RegistrationForm } from './RegistrationForm.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';
import { RegistrationSummary } from './RegistrationSummary.tsx';
import { useRegistrationForm, type RegistrationFormState } from './use-registration-form.ts';

interface RegistrationSectionProps {
  entity: Entity;
  ownDirectoryId: string;
  admin: boolean;
  onConnection: () => void;
}

/** The registration of an entity: what is stored, and the form that stores it. */
export function RegistrationSection({ onConnection, ...props }: RegistrationSectionProps) {
  const { registration: texts } = useMessages();
  const form = useRegistrationForm(props.entity, isoDay(useNow()));
  return <RegistrationEditor {...props} form={form} next={{ label: texts.toConnection, go: onConnection }} />;
}

interface RegistrationEditorProps extends Omit<RegistrationSectionProps, 'onConnection'> {
  form: RegistrationFormState;
  /** Where it goes on from stored values. */
  next: Next;
}

interface Next {
  label: string;
  go: () => void;
}

/** The same for a form that other places fill in, too. */
export function RegistrationEditor({ entity, ownDirectoryId, admin, form, next }: RegistrationEditorProps) {
  const styles = useRegistrationStyles();
  const { registration: texts } = useMessages();
  const [editing, setEditing] = useState(entity.registration === null || entity.draft !== null);
  const [stored, setStored] = useState<StoredRegistration>();
  // A form begun anew forgets what was tried with the one before.
  const [formNumber, setFormNumber] = useState(1);
  const { registration } = entity;
  const stopEditing = () => {
    form.draft.keepNow();
    form.reset();
    setEditing(false);
  };
  if (!admin) {
    return (
      <div className={styles.stack}>
        {registration === null ? (
          <Text>{texts.none}</Text>
        ) : (
          <RegistrationSummary entity={entity} registration={registration} onChange={undefined} />
        )}
        <Text className={styles.subtle}>{texts.readOnly}</Text>
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      {stored !== undefined && <StoredBar stored={stored} next={next} />}
      {registration !== null && !editing ? (
        <RegistrationSummary
          entity={entity}
          registration={registration}
          onChange={() => {
            setStored(undefined);
            setEditing(true);
          }}
        />
      ) : (
        <RegistrationForm
          key={formNumber}
          entity={entity}
          form={form}
          ownDirectoryId={ownDirectoryId}
          onStored={(result) => {
            form.reset();
            setStored(result);
            setEditing(false);
          }}
          onDiscarded={() => {
            form.reset();
            setFormNumber(formNumber + 1);
            setEditing(registration === null);
          }}
          {...(registration === null ? {} : { onCancel: () => stopEditing() })}
        />
      )}
    </div>
  );
}

function StoredBar({ stored, next }: { stored: StoredRegistration; next: Next }) {
  const styles = useRegistrationStyles();
  const { registration: texts } = useMessages();
  const now = useNow();
  const element = useScrollIntoView<HTMLDivElement>();
  const allOk = stored.test.status === 'ok';
  return (
    <div ref={element} className={styles.stack}>
      <MessageBar intent={allOk ? 'success' : 'warning'} layout="multiline" politeness="polite">
        <MessageBarBody>
          <MessageBarTitle>{texts.stored}</MessageBarTitle>
          {allOk ? texts.storedAllOk : texts.storedNotAllOk}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={next.go}>{next.label}</Button>
        </MessageBarActions>
      </MessageBar>
      <ModuleDots test={stored.test} now={now} />
    </div>
  );
}
