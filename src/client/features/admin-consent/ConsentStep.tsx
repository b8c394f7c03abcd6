import { Button } from '@fluentui/react-components';
import type { Entity, Registration } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import { compareConsent, missingRights } from '../../../shared/domain/consent.ts';
import { grantedRights } from '../../../shared/domain/setup.ts';
import { GrantConsentProgress } from '../../components/GrantConsentProgress.tsx';
import { GrantConsentStanding } from '../../components/GrantConsentStanding.tsx';
import { isRunning, lateRights, useGrantConsent } from '../../components/use-grant-consent.ts';
import type { Route } from '../../hooks/use-hash-route.ts';
import { useKeepFocus } from '../../hooks/use-keep-focus.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useConsentStyles } from './Consent.styles.ts';
import { ConsentGranted } from './ConsentGranted.tsx';
import { ConsentOutcome } from './ConsentOutcome.tsx';
import { ConsentStart } from './ConsentStart.tsx';
import { PageQuestion } from './PageQuestion.tsx';
import { RightsTable } from './RightsTable.tsx';
import { SurplusRights } from './SurplusRights.tsx';

export interface ConsentStepProps {
  entity: Entity;
  me: Me;
  admin: boolean;
  go: (route: Route) => void;
}

/** Consent of the registration: what is needed, what is granted, and the way from one to the other. */
export function ConsentStep({ entity, me, admin, go }: ConsentStepProps) {
  const styles = useConsentStyles();
  const texts = useSetupTexts().consent;
  const { registration } = entity;
  const now = useNow();
  const granted = registration === null ? null : grantedRights(entity.latestTest, now);
  const { surplus } = compareConsent(entity.modules, granted);
  return (
    <div className={styles.stack}>
      <p className={styles.text}>{texts.intro}</p>
      {registration === null ? (
        <div className={styles.act}>
          <p className={styles.text}>{texts.needsRegistration}</p>
          <div>
            <Button
              appearance="primary"
              onClick={() => go({ page: 'entity', entityId: entity.id, part: 'setup', step: 'values' })}
            >
              {texts.toValues}
            </Button>
          </div>
        </div>
      ) : (
        <NextAct entity={entity} registration={registration} granted={granted} me={me} admin={admin} />
      )}
      <RightsTable entity={entity} granted={granted} />
      <SurplusRights surplus={surplus} />
    </div>
  );
}

interface NextActProps extends Omit<ConsentStepProps, 'go'> {
  registration: Registration;
  granted: readonly string[] | null;
}

/** The one thing to do, or what is being waited for. */
function NextAct({ entity, registration, granted, me, admin }: NextActProps) {
  const styles = useConsentStyles();
  const { onlyAdmins } = useSetupTexts().consent;
  const consent = useGrantConsent(entity.id, registration);
  const attempt = entity.consent;
  const now = useNow();
  const place = useKeepFocus<HTMLDivElement>(`${attempt?.id} ${attempt?.status}`);
  const missing = missingRights(entity.modules, granted);
  return (
    <div ref={place} tabIndex={-1} className={styles.act}>
      {content()}
    </div>
  );

  function content() {
    // A test that saw the rights says more than an attempt that has not looked again since.
    const seen = missing?.length === 0 && (entity.latestTest?.finishedAt ?? '') > (attempt?.startedAt ?? '');
    if (isRunning(attempt) && !seen) {
      if (!admin) {
        const since = now - Date.parse(attempt.answeredAt ?? attempt.startedAt);
        const late = lateRights(attempt, entity.modules, since);
        return <GrantConsentStanding attempt={attempt} part="onlooker" late={late} />;
      }
      return (
        <GrantConsentProgress
          key={attempt.id}
          entity={entity}
          registration={registration}
          attempt={attempt}
          me={me}
          consent={consent}
          question={<PageQuestion entity={entity} attempt={attempt} consent={consent} />}
        />
      );
    }
    const start = { entity, registration, granted, me, consent };
    if (missing?.length === 0) return <ConsentGranted {...start} admin={admin} />;
    return (
      <>
        <ConsentOutcome entity={entity} registration={registration} admin={admin} />
        {admin ? <ConsentStart {...start} /> : <p className={styles.text}>{onlyAdmins}</p>}
      </>
    );
  }
}
