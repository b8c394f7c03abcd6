import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';

const mostBytes = 1_000_000;

/** Chooses a file and reads it as text: it goes into the list, where the person sees it before anything is sent. */
export function ImportFile({ onRead }: { onRead: (text: string) => void }) {
  const styles = useMailboxStyles();
  const { import: texts } = useMailTexts().mailboxes;
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const read = (file: File | undefined) => {
    setTooLarge(file !== undefined && file.size > mostBytes);
    if (file !== undefined && file.size <= mostBytes) void file.text().then(onRead);
  };
  return (
    <>
      <div className={styles.actions}>
        <Button onClick={() => input.current?.click()}>{texts.file}</Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          hidden
          aria-label={texts.file}
          onChange={({ target }) => read(target.files?.[0])}
        />
      </div>
      {isTooLarge && (
        <MessageBar intent="error">
          <MessageBarBody>{texts.fileTooLarge}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
