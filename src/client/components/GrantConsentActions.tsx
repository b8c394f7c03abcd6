import { Button } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { Entity } from '../../shared/api/entities.ts';
import type { Me } from '../../shared/api/me.ts';
import { useCancelConsent, useLookForConsent } from '../api/setup-queries.ts';
import { useHost } from '../host/HostContext.tsx';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { useGrantConsentStyles } from './GrantConsent.styles.ts';
import { registrationLink, type RegistrationIds } from './portal-links.ts';
import { ProblemBar } from './ProblemBar.tsx';
import type { ConsentPart, GrantConsentControls, RunningConsent } from './use-grant-consent.ts';

interface GrantConsentActionsProps {
  entity: Entity;
  registration: RegistrationIds;
  attempt: RunningConsent;
  me: Me;
  consent: GrantConsentControls;
  part: ConsentPart;
  /** Rights stay away: the registration has to be put right before the next try. */
  late: boolean;
}

/** What the person can do while an attempt is under way. */
export function GrantConsentActions(props: GrantConsentActionsProps) {
  const { entity, attempt, consent, part, late } = props;
  const styles = useGrantConsentStyles();
  const { app } = useMessages();
  const { progress, send } = useSetupTexts().consent;
  const look = useLookForConsent(entity.id);
  const cancel = useCancelConsent(entity.id);
  const waiting = attempt.status === 'waiting';
  return (
    <>
      <div className={styles.actions}>
        {late ? <PutRight {...props} /> : <Page {...props} />}
        <Button onClick={() => look.mutate()} disabledFocusable={look.isPending}>
          {progress.lookNow}
        </Button>
        {waiting && part !== 'sent' && (
          <Button appearance="subtle" onClick={consent.send} disabledFocusable={consent.isPending}>
            {send.prepare}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => cancel.mutate()} disabledFocusable={cancel.isPending}>
          {app.cancel}
        </Button>
      </div>
      {waiting && part === 'opened' && <p className={styles.subtle}>{progress.noWindow}</p>}
      {attempt.form === 'plain' && part !== 'opened' && (
        <p className={styles.subtle}>{progress.cancelSent}</p>
      )}
      {look.isError && <ProblemBar error={look.error} title={progress.lookFailed} />}
      {cancel.isError && <ProblemBar error={cancel.error} title={progress.cancelFailed} />}
      {consent.error !== null && <ProblemBar error={consent.error} />}
    </>
  );
}

/** Microsoft's page, for who can do something there: to anybody else it says "Need admin approval". */
function Page({ attempt, consent, part }: GrantConsentActionsProps) {
  const { verdict } = useMessages();
  const { progress } = useSetupTexts().consent;
  if (part === 'sent' || part === 'onlooker') return null;
  const asked = part === 'asked';
  return (
    <Button
      appearance={asked ? 'primary' : 'secondary'}
      icon={<Open20Regular />}
      iconPosition="after"
      onClick={() => (asked ? consent.open() : consent.openAgain(attempt))}
      disabledFocusable={consent.isPending}
    >
      {asked ? verdict.grantConsent : progress.openAgain}
    </Button>
  );
}

function PutRight({ registration, me, consent }: GrantConsentActionsProps) {
  const host = useHost();
  const { verdict } = useMessages();
  const texts = useSetupTexts().consent;
  const page = registrationLink(host.config.portal.entra, 'permissions', registration.applicationId);
  const may = me.canConsent !== false;
  return (
    <>
      <Button
        appearance="primary"
        icon={<Open20Regular />}
        iconPosition="after"
        onClick={() => host.openLink(page)}
      >
        {texts.openPermissions}
      </Button>
      <Button
        icon={may ? <Open20Regular /> : null}
        iconPosition="after"
        onClick={may ? () => consent.open() : consent.send}
        disabledFocusable={consent.isPending}
      >
        {may ? verdict.grantConsent : texts.send.prepare}
      </Button>
    </>
  );
}
