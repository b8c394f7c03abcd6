import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  ProgressBar,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { useDeferredValue, useState, type SubmitEvent } from 'react';
import { mostImported } from '../../../shared/api/mailboxes.ts';
import { mailboxKinds, type MailboxKind } from '../../../shared/domain/mailbox.ts';
import type { useImportMailboxes } from '../../api/mailbox-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { EntityField, type EntityChoice } from './EntityGate.tsx';
import { ImportFile } from './ImportFile.tsx';
import { readImportLines } from './import-lines.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { useMailboxStyles } from './Mailboxes.styles.ts';

interface ImportFormProps {
  choice: EntityChoice;
  send: ReturnType<typeof useImportMailboxes>;
  onCancel: () => void;
}

/** The list, typed, pasted or from a file, with what is wrong in it before anything is sent. */
export function ImportForm({ choice, send, onCancel }: ImportFormProps) {
  const styles = useMailboxStyles();
  const { app } = useMessages();
  const { import: texts, kinds } = useMailTexts().mailboxes;
  const form = useImportForm(choice, send);
  const { lines, problem } = form;
  return (
    <form noValidate onSubmit={form.submit}>
      <DialogBody>
        <DialogTitle>{texts.title}</DialogTitle>
        <DialogContent className={styles.stack}>
          <p className={styles.text}>{texts.text}</p>
          <EntityField choice={choice} entityId={form.entityId} onChange={form.setEntityId} />
          <Field label={texts.label} {...(problem === undefined ? {} : { validationMessage: problem })}>
            <Textarea
              rows={6}
              resize="vertical"
              value={form.text}
              placeholder={'anna@…\nkanzlei@…;shared'}
              onChange={(_event, { value }) => form.setText(value)}
            />
          </Field>
          <ImportFile onRead={form.setText} />
          <Field label={texts.kind}>
            <Select
              value={form.kind}
              onChange={(_event, { value }) => form.setKind(value === 'shared' ? 'shared' : 'personal')}
            >
              {mailboxKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds[kind]}
                </option>
              ))}
            </Select>
          </Field>
          <ImportPreview lines={lines} />
          {send.isPending && <ProgressBar aria-label={texts.title} />}
          {send.isError && <ProblemBar error={send.error} title={texts.failed} />}
        </DialogContent>
        <DialogActions fluid>
          <Button onClick={onCancel} disabled={send.isPending}>
            {app.cancel}
          </Button>
          <Button appearance="primary" type="submit" disabledFocusable={send.isPending}>
            {texts.submit(lines.accounts.length)}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

function useImportForm(choice: EntityChoice, send: ImportFormProps['send']) {
  const { import: texts } = useMailTexts().mailboxes;
  const [entityId, setEntityId] = useState<string>(choice.usable[0].id);
  const [kind, setKind] = useState<MailboxKind>('personal');
  const [text, setText] = useState('');
  const [submitted, setSubmitted] = useState(false);
  // A long list is read beside the typing, not before each letter.
  const lines = readImportLines(useDeferredValue(text), kind);
  const problem =
    lines.accounts.length > mostImported
      ? texts.tooMany(mostImported)
      : submitted && lines.accounts.length === 0
        ? texts.nothing
        : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setSubmitted(true);
    const { accounts } = readImportLines(text, kind);
    if (send.isPending || accounts.length === 0 || accounts.length > mostImported) return;
    send.mutate({ entityId, accounts });
  };
  return { entityId, setEntityId, kind, setKind, text, setText, lines, problem, submit };
}
