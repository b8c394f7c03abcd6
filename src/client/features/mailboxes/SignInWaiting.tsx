import { ProgressBar, Spinner, Subtitle2 } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useEntities } from '../../api/queries.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { ExplainPageText } from '../../components/ExplainPageText.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';
import type { MailboxSignIn } from './use-mailbox-sign-in.ts';

interface SignInWaitingProps {
  mailbox: Mailbox;
  signIn: MailboxSignIn;
}

/** Most have come back by then; whoever has not may stand before a page that leads nowhere. */
const questionAfterMs = 120_000;
const everyMs = 10_000;

/** Calm progress while the person is at Microsoft's page, with what helps when that page does not come. */
export function SignInWaiting({ mailbox, signIn: { phase, url, attempt } }: SignInWaitingProps) {
  const styles = useMailboxStyles();
  const { signIn: texts } = useMailTexts().mailboxes;
  const format = useFormat();
  const now = useNow(everyMs);
  const isLate = attempt !== undefined && now - Date.parse(attempt.startedAt) > questionAfterMs;
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
          {isLate && <PageQuestion mailbox={mailbox} />}
        </>
      )}
    </>
  );
}

/** Microsoft keeps people on its own page where it cannot send them back, and tells nobody else. */
function PageQuestion({ mailbox: { entityId } }: { mailbox: Mailbox }) {
  const styles = useMailboxStyles();
  const { app } = useMessages();
  const { signIn: texts } = useMailTexts().mailboxes;
  const entity = useEntities().data?.find(({ id }) => id === entityId);
  return (
    <section className={styles.block} aria-label={texts.pageError}>
      <div role="status">
        <Subtitle2 as="h3" block className={styles.heading}>
          {texts.pageError}
        </Subtitle2>
        <p className={styles.text}>{texts.pageErrorText}</p>
      </div>
      <Suspense fallback={<Spinner label={app.loading} />}>
        <ExplainPageText stage="authorize-callback" registration={entity?.registration ?? null} />
      </Suspense>
    </section>
  );
}
