import { Subtitle2 } from '@fluentui/react-components';
import { useFormat } from '../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { useGrantConsentStyles } from './GrantConsent.styles.ts';
import type { ConsentPart, RunningConsent } from './use-grant-consent.ts';

interface GrantConsentStandingProps {
  attempt: RunningConsent;
  part: ConsentPart;
  /** Rights that other rights of the consent, or a minute, have overtaken; see `lateRights`. */
  late: readonly string[];
}

/** What is being waited for, in the words of the person who looks. */
export function GrantConsentStanding({ attempt, part, late }: GrantConsentStandingProps) {
  const styles = useGrantConsentStyles();
  const { progress, send, start } = useSetupTexts().consent;
  const format = useFormat();
  const looking = attempt.status === 'looking';
  const lookingText =
    late.length > 0
      ? `${progress.late(late.length, format.list(late))} ${progress.goesOn}`
      : progress.lookingText;
  const texts = {
    opened: progress.waitingText,
    asked: start.text,
    sent: send.watching,
    onlooker: send.watching,
  };
  return (
    <div role="status">
      <Subtitle2 as="h3" block className={styles.heading}>
        {looking ? progress.looking : waitingTitle()}
      </Subtitle2>
      <p className={styles.text}>{looking ? lookingText : texts[part]}</p>
    </div>
  );

  function waitingTitle(): string {
    const { startedBy, startedAt } = attempt;
    if (part === 'opened') return progress.waiting;
    if (part === 'sent' || startedBy === null) return progress.waitingSent;
    // The moment, not how long ago: a title that changes is read out again each time.
    return part === 'asked'
      ? progress.asked(startedBy)
      : progress.askedBy(startedBy, format.dateTime(startedAt));
  }
}
