import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  ProgressBar,
} from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { Me } from '../../../shared/api/me.ts';
import type { MailboxKind } from '../../../shared/domain/mailbox.ts';
import { addressProblem, trimmed } from '../../../shared/domain/registration-input.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import type { useCreateMailbox } from '../../api/mailbox-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { EntityField, type EntityChoice } from './EntityGate.tsx';
import { KindChoice } from './KindChoice.tsx';
import { useMailboxStyles } from './Mailboxes.styles.ts';

interface NewMailboxFormProps {
  me: Me;
  /** Whether it is prepared for somebody else, until the person says otherwise. */
  forOther: boolean;
  choice: EntityChoice;
  create: ReturnType<typeof useCreateMailbox>;
  onCancel: () => void;
  onAdded: (mailbox: Mailbox) => void;
}

/** Entity, address and kind of a new account; an administrator may prepare it for somebody else. */
export function NewMailboxForm(props: NewMailboxFormProps) {
  const { me, choice, create, onCancel } = props;
  const styles = useMailboxStyles();
  const { app } = useMessages();
  const { add: texts, provider } = useMailTexts().mailboxes;
  const form = useNewMailbox(props);
  return (
    <form noValidate onSubmit={form.submit}>
      <DialogBody>
        <DialogTitle>{texts.title}</DialogTitle>
        <DialogContent className={styles.stack}>
          <EntityField choice={choice} entityId={form.entityId} onChange={form.setEntityId} />
          <Field label={texts.address} required {...form.remark}>
            <Input
              type="email"
              value={form.address}
              autoComplete="off"
              onChange={(_event, { value }) => form.setAddress(value)}
            />
          </Field>
          <KindChoice kind={form.kind} forOther={form.forOther} onChange={form.setKind} />
          {me.roles.includes('Admin') && (
            <Field hint={texts.forOtherHint}>
              <Checkbox
                label={texts.forOther}
                checked={form.forOther}
                onChange={(_event, { checked }) => form.setForOther(checked === true)}
              />
            </Field>
          )}
          <p className={styles.subtle}>{app.labelled(texts.provider, provider)}</p>
          {create.isPending && <ProgressBar aria-label={texts.submit} />}
          {create.isError && <Refused error={create.error} />}
        </DialogContent>
        <DialogActions fluid>
          <Button onClick={onCancel} disabled={create.isPending}>
            {app.cancel}
          </Button>
          <Button appearance="primary" type="submit" disabledFocusable={create.isPending}>
            {texts.submit}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

function Refused({ error }: { error: Error }) {
  const { add: texts } = useMailTexts().mailboxes;
  const isTaken = error instanceof ApiProblem && error.problem.code === 'conflict';
  return <ProblemBar error={error} title={isTaken ? texts.conflict : texts.failed} withText={!isTaken} />;
}

function useNewMailbox({ me, forOther: initially, choice, create, onAdded }: NewMailboxFormProps) {
  const { fieldProblems } = useMessages();
  const { add: texts } = useMailTexts().mailboxes;
  const [entityId, setEntityId] = useState<string>(choice.usable[0].id);
  const [typed, setAddress] = useState<string>();
  const [kind, setKind] = useState<MailboxKind>('personal');
  const [forOther, setForOther] = useState(initially);
  const [submitted, setSubmitted] = useState(false);
  // One's own address is suggested only where it can be meant.
  const suggested = kind === 'personal' && !forOther && addressProblem(me.username) === undefined;
  const address = typed ?? (suggested ? me.username : '');
  const problem = addressProblem(trimmed(address));
  const remark =
    submitted && problem !== undefined
      ? { validationMessage: fieldProblems[problem] }
      : suggested && typed === undefined
        ? { hint: texts.addressHint }
        : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (problem !== undefined || create.isPending) return;
    create.mutate(
      { entityId, address: trimmed(address), kind, ...(forOther && { forOther }) },
      { onSuccess: onAdded },
    );
  };
  return {
    ...{ entityId, setEntityId, address, setAddress, kind, setKind, forOther, setForOther, remark, submit },
  };
}
