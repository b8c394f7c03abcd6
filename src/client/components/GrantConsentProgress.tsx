import { ProgressBar } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Entity } from '../../shared/api/entities.ts';
import type { Me } from '../../shared/api/me.ts';
import { useNow } from '../hooks/use-now.ts';
import { useFormat } from '../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { useGrantConsentStyles } from './GrantConsent.styles.ts';
import { GrantConsentActions } from './GrantConsentActions.tsx';
import { GrantConsentMessage } from './GrantConsentMessage.tsx';
import { GrantConsentStanding } from './GrantConsentStanding.tsx';
import type { RegistrationIds } from './portal-links.ts';
import {
  lateRights,
  partIn,
  useFollowConsent,
  type GrantConsentControls,
  type RunningConsent,
} from './use-grant-consent.ts';

const everyMs = 10_000;
const whileSentMs = 60_000;
const questionAfterMs = 120_000;

interface GrantConsentProgressProps {
  entity: Entity;
  registration: RegistrationIds;
  attempt: RunningConsent;
  me: Me;
  consent: GrantConsentControls;
  /** What to ask when no answer has come for two minutes; draws nothing before. */
  question?: ReactNode;
}

/** An attempt that is under way, as calm progress: what happens, since when, and what the person can do. */
export function GrantConsentProgress(props: GrantConsentProgressProps) {
  const { entity, registration, attempt, me, consent, question } = props;
  const styles = useGrantConsentStyles();
  const { progress } = useSetupTexts().consent;
  const part = partIn(attempt, me, consent.isSent);
  const opened = part === 'opened';
  useFollowConsent(opened ? everyMs : whileSentMs);
  const elapsed = useElapsed(attempt);
  const waiting = attempt.status === 'waiting';
  const late = lateRights(attempt, entity.modules, elapsed);
  const isLate = late.length > 0;
  const toSend = part === 'sent' || (part === 'onlooker' && attempt.form === 'plain');
  return (
    <section className={styles.stack} aria-label={progress.label}>
      <GrantConsentStanding attempt={attempt} part={part} late={late} />
      {!isLate && <ProgressBar aria-label={progress.label} />}
      <Looks attempt={attempt} isLate={isLate} />
      <GrantConsentActions
        entity={entity}
        registration={registration}
        attempt={attempt}
        me={me}
        consent={consent}
        part={part}
        late={isLate}
      />
      {waiting && toSend && <GrantConsentMessage entity={entity} registration={registration} me={me} />}
      {waiting && opened && elapsed > questionAfterMs && question}
    </section>
  );
}

/** Milliseconds that the attempt stands as it does; by this page's own clock where the server's is ahead. */
function useElapsed({ status, startedAt, answeredAt }: RunningConsent): number {
  const now = useNow(everyMs);
  const [seen, setSeen] = useState({ status, at: now });
  if (seen.status !== status) setSeen({ status, at: now });
  return Math.max(now - Date.parse(answeredAt ?? startedAt), now - seen.at);
}

function Looks({ attempt, isLate }: { attempt: RunningConsent; isLate: boolean }) {
  const styles = useGrantConsentStyles();
  const { progress } = useSetupTexts().consent;
  const format = useFormat();
  const now = useNow(everyMs);
  const { startedAt, startedBy, looks, lookedAt, missing } = attempt;
  const begun = progress.startedBy(format.relative(startedAt, now), startedBy ?? '');
  const looked =
    lookedAt === null ? progress.notLooked : progress.looks(looks, format.relative(lookedAt, now));
  return (
    <p className={styles.subtle}>
      {begun}; {looked}.
      {!isLate && missing !== null && missing.length > 0 && ` ${progress.missing(format.list(missing))}`}
    </p>
  );
}
