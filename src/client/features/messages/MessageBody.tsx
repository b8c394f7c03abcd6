import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { MessageView } from '../../../shared/api/messages.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { frameRights, messageDocument } from './message-document.ts';
import { useMessageStyles, useOpenMessageStyles } from './Messages.styles.ts';

/**
 * The text of a message; its HTML when asked for. The frame around that has no origin, runs no script, sends no form and
 * fetches nothing, whatever the server left in it; links open pages of their own when they are clicked.
 */
export function MessageBody({ view }: { view: MessageView }) {
  const styles = { ...useMessageStyles(), ...useOpenMessageStyles() };
  const { messages: texts } = useMailTexts();
  const [asHtml, setAsHtml] = useState(false);
  const isHtml = asHtml && view.html !== null;
  return (
    <>
      {view.html !== null && (
        <div className={styles.actions}>
          <Button onClick={() => setAsHtml(!asHtml)}>{asHtml ? texts.showText : texts.showHtml}</Button>
        </div>
      )}
      {isHtml && view.remoteImages > 0 && (
        <p className={styles.subtle}>{texts.remoteImages(view.remoteImages)}</p>
      )}
      {isHtml ? (
        <iframe
          className={styles.frame}
          title={texts.htmlFrame}
          sandbox={frameRights}
          referrerPolicy="no-referrer"
          srcDoc={messageDocument(view.html ?? '')}
        />
      ) : view.text.trim() === '' ? (
        <p className={styles.subtle}>{texts.noText}</p>
      ) : (
        // Long ones scroll, by keyboard too.
        <div role="region" aria-label={texts.body} tabIndex={0} className={styles.body} dir="auto">
          {view.text.trim()}
        </div>
      )}
    </>
  );
}
