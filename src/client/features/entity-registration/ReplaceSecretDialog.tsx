import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  ProgressBar,
} from '@fluentui/react-components';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { Entity, Registration, SecretRenewal } from '../../../shared/api/entities.ts';
import {
  expiryProblem,
  secretProblem,
  trimmed,
  type FieldProblem,
} from '../../../shared/domain/registration-input.ts';
import { useRenewSecret } from '../../api/queries.ts';
import { isoDay, useNow } from '../../hooks/use-now.ts';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';
import { Refusal } from './Refusal.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';
import { SecretInput } from './SecretInput.tsx';
import { refusedFields } from './use-registration-form.ts';

interface ReplaceSecretDialogProps {
  entity: Entity;
  registration: Registration;
  onClose: () => void;
}

/** Paste the new value, test it beside the old one, swap: for every entity of the same registration. */
export function ReplaceSecretDialog({ entity, registration, onClose }: ReplaceSecretDialogProps) {
  const styles = useRegistrationStyles();
  const { renewal: texts, registration: words, fieldProblems, app } = useMessages();
  const format = useFormat();
  const form = useSecretForm(entity.id);
  const { renew } = form;
  const message = (problem: FieldProblem | undefined) =>
    problem === undefined ? {} : { validationMessage: fieldProblems[problem] };
  const doneText = ({ renewed, sameSecret }: SecretRenewal) =>
    (sameSecret ? texts.sameSecret : texts.done)(format.list(renewed.map(({ name }) => name)));
  const closeButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that had the focus is gone: without a new place for it, Escape would no longer close the dialog.
    if (renew.isSuccess) closeButton.current?.focus();
  }, [renew.isSuccess]);
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && !renew.isPending && onClose()}>
      <DialogSurface>
        <form noValidate onSubmit={form.submit}>
          <DialogBody>
            <DialogTitle>{texts.title}</DialogTitle>
            <DialogContent className={styles.stack}>
              <p className={styles.text}>{texts.intro}</p>
              {registration.sharedWith.length > 0 && (
                <p className={styles.text}>
                  {texts.shared(format.list([entity.name, ...registration.sharedWith]))}
                </p>
              )}
              <Field
                label={texts.newSecret}
                hint={words.clientSecretHint}
                required
                {...message(form.secretProblem)}
              >
                <SecretInput value={form.secret} onChange={(_event, { value }) => form.setSecret(value)} />
              </Field>
              <Field label={texts.expires} required {...message(form.expiryProblem)}>
                <Input
                  type="date"
                  value={form.expiresOn}
                  onChange={(_event, { value }) => form.setExpiresOn(value)}
                />
              </Field>
              {renew.isPending && (
                <Field label={texts.testing}>
                  <ProgressBar />
                </Field>
              )}
              {renew.isError && (
                <Refusal error={renew.error} consequence={texts.kept} registration={registration} />
              )}
              {renew.isSuccess && (
                <MessageBar intent="success" layout="multiline" politeness="polite">
                  <MessageBarBody>{doneText(renew.data)}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions fluid>
              <Button
                ref={(element: HTMLButtonElement | null) => void (closeButton.current = element)}
                onClick={onClose}
                disabled={renew.isPending}
              >
                {renew.isSuccess ? app.close : app.cancel}
              </Button>
              {!renew.isSuccess && (
                <Button appearance="primary" type="submit" disabledFocusable={renew.isPending}>
                  {texts.submit}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function useSecretForm(entityId: string) {
  const today = isoDay(useNow());
  const renew = useRenewSecret(entityId);
  const [secret, setSecret] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const secretIssue = secretProblem(secret);
  const expiryIssue = expiryProblem(expiresOn, today);
  const refused = refusedFields(renew.error);
  const shown = (issue: FieldProblem | undefined, value: string) =>
    submitted || value !== '' ? issue : undefined;
  return {
    secret,
    setSecret,
    expiresOn,
    setExpiresOn,
    renew,
    secretProblem: shown(secretIssue, secret) ?? refused.clientSecret,
    expiryProblem: shown(expiryIssue, expiresOn) ?? refused.secretExpiresOn,
    submit: (event: SubmitEvent) => {
      event.preventDefault();
      setSubmitted(true);
      if (renew.isPending || secretIssue !== undefined || expiryIssue !== undefined) return;
      renew.mutate({ clientSecret: trimmed(secret), secretExpiresOn: expiresOn });
    },
  };
}
