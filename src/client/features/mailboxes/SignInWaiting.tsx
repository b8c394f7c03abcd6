import { ProgressBar, Subtitle2 } from '@fluentui/react-components';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';
import type { MailboxSignIn } from './use-mailbox-sign-in.ts';

/** Calm progress while the person is at Microsoft's page, with what helps when that page does not come. */
export function SignInWaiting({ signIn: { phase, url, attempt } }: { signIn: MailboxSignIn }) {
  const styles = useMailboxStyles();
  const { signIn: texts } = useMailTexts().mailboxes;
  const format = useFormat();
  const title = phase === 'waiting' ? texts.waiting : texts.redeeming;
  return (
    <>
      <div role="status">
        <Subtitle2 as="h3" block className={styles.heading}>
          {title}
        </Subtitle2>
      </div>
      <ProgressBar aria-label={title} />
      {phase === 'waiting' && (
        <>
          <p className={styles.text}>
            {texts.back} {attempt !== undefined && texts.until(format.time(attempt.expiresAt))}
          </p>
          <details>
            <summary className={styles.summary}>{texts.noWindow}</summary>
            <ul className={styles.points}>
              {texts.noWindowPoints.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </details>
          {url !== undefined && (
            <div className={styles.actions}>
              <CopyButton text={url}>{texts.copyLink}</CopyButton>
            </div>
          )}
        </>
      )}
    </>
  );
}
