import { Button, ProgressBar, Text } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { Suspense } from 'react';
import type { Entity } from '../../shared/api/entities.ts';
import type { Me } from '../../shared/api/me.ts';
import { useEntities, useMe } from '../api/queries.ts';
import { useHost } from '../host/HostContext.tsx';
import { useKeepFocus } from '../hooks/use-keep-focus.ts';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useGrantConsentStyles } from './GrantConsent.styles.ts';
import { GrantConsentProgress } from './GrantConsentProgress.tsx';
import { consentLink, type RegistrationIds } from './portal-links.ts';
import { ProblemBar } from './ProblemBar.tsx';
import { isRunning, useGrantConsent } from './use-grant-consent.ts';

interface GrantConsentProps {
  registration: RegistrationIds;
  /** Entity whose stored registration this is: its consent is followed. Without it there is only the bare link. */
  entityId: string | undefined;
  primary: boolean;
}

/** The way to Microsoft's consent page, or the link for somebody who may consent. */
export function GrantConsent({ registration, entityId, primary }: GrantConsentProps) {
  const me = useMe().data;
  const entity = useEntities().data?.find(({ id }) => id === entityId);
  if (entity === undefined || me?.roles.includes('Admin') !== true)
    return <BareLink registration={registration} canConsent={me?.canConsent !== false} primary={primary} />;
  return <Followed entity={entity} me={me} registration={registration} primary={primary} />;
}

interface BareLinkProps {
  registration: RegistrationIds;
  canConsent: boolean;
  primary: boolean;
}

function BareLink({ registration, canConsent, primary }: BareLinkProps) {
  const host = useHost();
  const { verdict: texts } = useMessages();
  const link = consentLink(host.config.adminConsent, registration);
  if (!canConsent) {
    return (
      <>
        <Text size={200}>{texts.cannotConsent}</Text>
        <CopyButton text={link} label={texts.copyConsentLink} />
      </>
    );
  }
  return <GrantButton primary={primary} onClick={() => host.openLink(link)} />;
}

interface FollowedProps {
  entity: Entity;
  me: Me;
  registration: RegistrationIds;
  primary: boolean;
}

function Followed({ entity, me, registration, primary }: FollowedProps) {
  const { verdict: texts } = useMessages();
  const consent = useGrantConsent(entity.id, registration);
  const styles = useGrantConsentStyles();
  const attempt = entity.consent;
  const place = useKeepFocus<HTMLDivElement>(`${attempt?.id} ${attempt?.status}`);
  if (isRunning(attempt)) {
    return (
      <div ref={place} tabIndex={-1} className={styles.running}>
        <Suspense fallback={<ProgressBar />}>
          <GrantConsentProgress
            key={attempt.id}
            entity={entity}
            registration={registration}
            attempt={attempt}
            me={me}
            consent={consent}
          />
        </Suspense>
      </div>
    );
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.start}>
      {me.canConsent === false ? (
        <>
          <Text size={200}>{texts.cannotConsent}</Text>
          <Button onClick={consent.send} disabledFocusable={consent.isPending}>
            {texts.prepareMessage}
          </Button>
        </>
      ) : (
        <GrantButton primary={primary} busy={consent.isPending} onClick={() => consent.open()} />
      )}
      {consent.error !== null && <ProblemBar error={consent.error} />}
    </div>
  );
}

interface GrantButtonProps {
  primary: boolean;
  busy?: boolean;
  onClick: () => void;
}

/** The button with what it opens and who can do something there. */
export function GrantButton({ primary, busy = false, onClick }: GrantButtonProps) {
  const { verdict: texts } = useMessages();
  return (
    <>
      <Button
        appearance={primary ? 'primary' : 'secondary'}
        icon={<Open20Regular />}
        iconPosition="after"
        onClick={onClick}
        disabledFocusable={busy}
      >
        {texts.grantConsent}
      </Button>
      <Text size={200}>{texts.grantConsentHint}</Text>
    </>
  );
}
