import { Button, DialogActions, DialogBody, DialogContent, DialogTitle } from '@fluentui/react-components';
import type { MailboxImportResult } from '../../../shared/api/mailboxes.ts';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';

interface ImportResultProps {
  result: MailboxImportResult;
  onClose: () => void;
  onInvite: () => void;
}

const icons = { created: 'ok', exists: 'not-used', twice: 'not-used', 'not-an-address': 'failed' } as const;

/** What became of each line; the invitation is the next step. */
export function ImportResult({ result: { accounts }, onClose, onInvite }: ImportResultProps) {
  const styles = useMailboxStyles();
  const { app } = useMessages();
  const { import: texts } = useMailTexts().mailboxes;
  const created = accounts.filter(({ outcome }) => outcome === 'created').length;
  return (
    <DialogBody>
      <DialogTitle>{texts.results(created)}</DialogTitle>
      <DialogContent className={styles.stack}>
        <ul className={styles.lines} aria-label={texts.result}>
          {accounts.map(({ address, outcome }, index) => (
            <li key={index} className={styles.resultLine}>
              <StatusIcon status={icons[outcome]} />
              <span>{app.labelled(address, texts.outcomes[outcome])}</span>
            </li>
          ))}
        </ul>
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{app.close}</Button>
        {created > 0 && (
          <Button appearance="primary" onClick={onInvite}>
            {texts.invite}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}
