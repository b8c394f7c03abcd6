import { Button, ProgressBar, Subtitle2 } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { useState, type ReactNode } from 'react';
import type { Entity } from '../../shared/api/entities.ts';
import type { Me } from '../../shared/api/me.ts';
import { useCancelConsent, useLookForConsent } from '../api/setup-queries.ts';
import { useHost } from '../host/HostContext.tsx';
import { useNow } from '../hooks/use-now.ts';
import { useFormat, useMessages } from '../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { useGrantConsentStyles } from './GrantConsent.styles.ts';
import { GrantConsentMessage } from './GrantConsentMessage.tsx';
import { registrationLink, type RegistrationIds } from './portal-links.ts';
import { ProblemBar } from './ProblemBar.tsx';
import { useFollowConsent, type GrantConsentControls, type RunningConsent } from './use-grant-consent.ts';

const everyMs = 10_000;
const whileSentMs = 60_000;
const reasonAfterMs = 60_000;
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
  const texts = useSetupTexts().consent;
  const { progress } = texts;
  const sent = attempt.form === 'plain' && (consent.isSent || me.canConsent === false);
  // By name, which is enough to choose the words: only who began has Microsoft's page before them.
  const opened = !sent && (attempt.startedBy === null || attempt.startedBy === me.name);
  useFollowConsent(opened ? everyMs : whileSentMs);
  const elapsed = useElapsed(attempt);
  const looking = attempt.status === 'looking';
  const title = looking ? progress.looking : opened ? progress.waiting : progress.waitingSent;
  const text = looking ? progress.lookingText : opened ? progress.waitingText : texts.send.watching;
  return (
    <section className={styles.stack} aria-label={progress.label}>
      <div role="status">
        <Subtitle2 as="h3" block className={styles.heading}>
          {title}
        </Subtitle2>
        <p className={styles.text}>{text}</p>
      </div>
      <ProgressBar aria-label={progress.label} />
      <Looks attempt={attempt} />
      {elapsed > reasonAfterMs && <UsualReason attempt={attempt} registration={registration} />}
      <Actions entity={entity} attempt={attempt} consent={consent} sent={sent} opened={opened} />
      {sent && !looking && <GrantConsentMessage entity={entity} registration={registration} />}
      {!looking && opened && elapsed > questionAfterMs && question}
    </section>
  );
}

/** Milliseconds since the attempt began; by this page's own clock where the server's is ahead. */
function useElapsed({ startedAt, answeredAt }: RunningConsent): number {
  const [seenAt] = useState(Date.now);
  const now = useNow(everyMs);
  return Math.max(now - Date.parse(answeredAt ?? startedAt), now - seenAt);
}

function Looks({ attempt }: { attempt: RunningConsent }) {
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
      {missing !== null && missing.length > 0 && ` ${progress.missing(format.list(missing))}`}
    </p>
  );
}

/** Consent that came and brought no right was mostly given to a registration that does not list it. */
function UsualReason({ attempt, registration }: { attempt: RunningConsent; registration: RegistrationIds }) {
  const styles = useGrantConsentStyles();
  const host = useHost();
  const texts = useSetupTexts().consent;
  if (attempt.status !== 'looking' || attempt.missing?.length === 0) return null;
  const page = registrationLink(host.config.portal.entra, 'permissions', registration.applicationId);
  return (
    <div className={styles.start}>
      <p className={styles.text}>{texts.progress.usualReason}</p>
      <Button size="small" icon={<Open20Regular />} iconPosition="after" onClick={() => host.openLink(page)}>
        {texts.openPermissions}
      </Button>
    </div>
  );
}

interface ActionsProps {
  entity: Entity;
  attempt: RunningConsent;
  consent: GrantConsentControls;
  sent: boolean;
  opened: boolean;
}

function Actions({ entity, attempt, consent, sent, opened }: ActionsProps) {
  const styles = useGrantConsentStyles();
  const { app, verdict } = useMessages();
  const { progress, send } = useSetupTexts().consent;
  const look = useLookForConsent(entity.id);
  const cancel = useCancelConsent(entity.id);
  const waiting = attempt.status === 'waiting';
  return (
    <>
      <div className={styles.actions}>
        <Button onClick={() => look.mutate()} disabledFocusable={look.isPending}>
          {progress.lookNow}
        </Button>
        <Button
          icon={<Open20Regular />}
          iconPosition="after"
          onClick={() => consent.openAgain(attempt)}
          disabledFocusable={consent.isPending}
        >
          {opened || sent ? progress.openAgain : verdict.grantConsent}
        </Button>
        {waiting && !sent && (
          <Button appearance="subtle" onClick={consent.send} disabledFocusable={consent.isPending}>
            {send.prepare}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => cancel.mutate()} disabledFocusable={cancel.isPending}>
          {app.cancel}
        </Button>
      </div>
      {waiting && opened && <p className={styles.subtle}>{progress.noWindow}</p>}
      {look.isError && <ProblemBar error={look.error} title={progress.lookFailed} />}
      {cancel.isError && <ProblemBar error={cancel.error} title={progress.cancelFailed} />}
      {consent.error !== null && <ProblemBar error={consent.error} />}
    </>
  );
}
