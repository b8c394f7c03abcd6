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
  ProgressBar,
} from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import type { Mailbox, MailboxChange } from '../../../shared/api/mailboxes.ts';
import { addressProblem, trimmed } from '../../../shared/domain/registration-input.ts';
import { useChangeMailbox } from '../../api/mailbox-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';

const fields = ['popUser', 'smtpUser', 'from'] as const;
type AccountField = (typeof fields)[number];

interface AccountDialogProps {
  mailbox: Mailbox;
  onClose: () => void;
  onSaved: () => void;
}

/** Users and sender of an account: each follows the rule until somebody changes it, and can do so again. */
export function AccountDialog({ mailbox, onClose, onSaved }: AccountDialogProps) {
  const styles = useMailboxStyles();
  const { app } = useMessages();
  const { account: texts } = useMailTexts().mailboxes;
  const form = useAccountForm(mailbox, onSaved);
  const { change } = form;
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && !change.isPending && onClose()}>
      <DialogSurface>
        <form noValidate onSubmit={form.submit}>
          <DialogBody>
            <DialogTitle>{texts.title}</DialogTitle>
            <DialogContent className={styles.stack}>
              <p className={styles.text}>{texts.intro}</p>
              {mailbox.kind === 'shared' && <p className={styles.who}>{texts.sharedRule}</p>}
              {fields.map((name) => (
                <AccountFieldRow
                  key={name}
                  label={texts[name]}
                  typed={form.typed[name]}
                  problem={form.problems[name]}
                  onChange={(value) => form.type(name, value)}
                />
              ))}
              {change.isPending && <ProgressBar aria-label={texts.save} />}
              {change.isError && <ProblemBar error={change.error} title={texts.failed} />}
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose} disabled={change.isPending}>
                {app.cancel}
              </Button>
              <Button appearance="primary" type="submit" disabledFocusable={change.isPending}>
                {texts.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

interface AccountFieldRowProps {
  label: string;
  /** Null follows the rule. */
  typed: string | null;
  problem: string | undefined;
  onChange: (value: string | null) => void;
}

function AccountFieldRow({ label, typed, problem, onChange }: AccountFieldRowProps) {
  const styles = useMailboxStyles();
  const { account: texts } = useMailTexts().mailboxes;
  return (
    <div className={styles.block}>
      <Field
        label={label}
        hint={typed === null ? texts.byRule : texts.byHand}
        {...(problem === undefined ? {} : { validationMessage: problem })}
      >
        <Input
          type="email"
          value={typed ?? ''}
          placeholder={typed === null ? texts.byRule : ''}
          autoComplete="off"
          onChange={(_event, { value }) => onChange(value)}
        />
      </Field>
      {typed !== null && (
        <div className={styles.actions}>
          <Button
            size="small"
            appearance="subtle"
            aria-label={texts.followOf(label)}
            onClick={() => onChange(null)}
          >
            {texts.follow}
          </Button>
        </div>
      )}
    </div>
  );
}

type Typed = Record<AccountField, string | null>;

function useAccountForm(mailbox: Mailbox, onSaved: () => void) {
  const { fieldProblems } = useMessages();
  const change = useChangeMailbox(mailbox.id);
  const [submitted, setSubmitted] = useState(false);
  const before = Object.fromEntries(
    fields.map((name) => [name, mailbox[name].byRule ? null : mailbox[name].value]),
  ) as Typed;
  const [typed, setTyped] = useState<Typed>(before);
  const problems = Object.fromEntries(
    fields.map((name) => {
      const value = typed[name];
      const problem = value === null ? undefined : addressProblem(trimmed(value));
      return [name, problem === undefined ? undefined : fieldProblems[problem]];
    }),
  ) as Record<AccountField, string | undefined>;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (change.isPending || Object.values(problems).some((problem) => problem !== undefined)) return;
    const values: MailboxChange = Object.fromEntries(
      fields
        .map((name) => [name, typed[name] === null ? null : trimmed(typed[name])] as const)
        .filter(([name, value]) => value !== before[name]),
    );
    change.mutate(values, { onSuccess: onSaved });
  };
  return {
    change,
    typed,
    problems: submitted ? problems : ({} as Partial<typeof problems>),
    type: (name: AccountField, value: string | null) => setTyped((old) => ({ ...old, [name]: value })),
    submit,
  };
}
