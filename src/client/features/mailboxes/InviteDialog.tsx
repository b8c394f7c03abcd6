import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  ProgressBar,
  Select,
} from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { languages, type Language } from '../../../shared/i18n/languages.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { MessageToSend } from '../../components/MessageToSend.tsx';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useLocale } from '../../i18n/LocaleContext.tsx';
import { useMailTexts, useMailTextsIn } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';

interface InviteDialogProps {
  /** Of those who have not signed in yet. */
  addresses: readonly string[];
  onClose: () => void;
}

/** A text that asks people to sign in, in the language that they speak, for mail or chat. */
export function InviteDialog({ addresses, onClose }: InviteDialogProps) {
  const styles = useMailboxStyles();
  const { language: own, messages } = useLocale();
  const { invite: texts } = useMailTexts().mailboxes;
  const [language, setLanguage] = useState<Language>(own);
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.title}</DialogTitle>
          <DialogContent className={styles.stack}>
            <p className={styles.text}>{texts.text}</p>
            <Field label={texts.language}>
              <Select
                value={language}
                onChange={(_event, { value }) =>
                  setLanguage(languages.find((known) => known === value) ?? own)
                }
              >
                {languages.map((each) => (
                  <option key={each} value={each} lang={each}>
                    {messages.app.languageNames[each]}
                  </option>
                ))}
              </Select>
            </Field>
            <Suspense fallback={<ProgressBar aria-label={messages.app.loading} />}>
              <Invitation language={language} addresses={addresses} />
            </Suspense>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{messages.app.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Invitation({ language, addresses }: { language: Language; addresses: readonly string[] }) {
  const { invite: labels } = useMailTexts().mailboxes;
  const { invite: words } = useMailTextsIn(language).mailboxes;
  // An address that opens outside of Teams as well.
  const link = `${window.location.origin}/tab/${hashOf({ page: 'mailboxes', of: 'own' })}`;
  return (
    <MessageToSend
      title={labels.message}
      subject={words.subject}
      body={words.body(link)}
      lang={language}
      bcc={addresses}
      labels={{ copy: labels.copy, mail: labels.mail }}
    >
      {addresses.length > 0 && (
        <CopyButton text={addresses.join('; ')}>{labels.copyAddresses(addresses.length)}</CopyButton>
      )}
    </MessageToSend>
  );
}
