import { Button, Subtitle2 } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { Entity, Registration } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import { compareConsent, missingRights } from '../../../shared/domain/consent.ts';
import { GrantButton } from '../../components/GrantConsent.tsx';
import { registrationLink } from '../../components/portal-links.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import type { GrantConsentControls } from '../../components/use-grant-consent.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useConsentStyles } from './Consent.styles.ts';

export interface ConsentStartProps {
  entity: Entity;
  registration: Registration;
  granted: readonly string[] | null;
  me: Me;
  consent: GrantConsentControls;
}

/** Two ways to a consent: on Microsoft's page now, or by somebody else with a link. The role decides which comes first. */
export function ConsentStart({ entity, registration, granted, me, consent }: ConsentStartProps) {
  const styles = useConsentStyles();
  const host = useHost();
  const texts = useSetupTexts().consent;
  const page = registrationLink(host.config.portal.entra, 'permissions', registration.applicationId);
  return (
    <>
      <WhatIsMissing entity={entity} granted={granted} />
      {me.canConsent !== false && <OwnConsent me={me} consent={consent} />}
      <SendToSomebody me={me} consent={consent} />
      {consent.error !== null && <ProblemBar error={consent.error} title={texts.start.failed} />}
      <div className={styles.start}>
        <p className={styles.subtle}>{texts.start.listedOnly}</p>
        <Button
          size="small"
          icon={<Open20Regular />}
          iconPosition="after"
          onClick={() => host.openLink(page)}
        >
          {texts.openPermissions}
        </Button>
      </div>
    </>
  );
}

/** Where something is granted already, that alone is not enough: says what is new or only half granted. */
function WhatIsMissing({ entity, granted }: Pick<ConsentStartProps, 'entity' | 'granted'>) {
  const styles = useConsentStyles();
  const { start } = useSetupTexts().consent;
  const format = useFormat();
  const missing = missingRights(entity.modules, granted);
  if (granted === null || granted.length === 0 || missing === null || missing.length === 0) return null;
  const halves = compareConsent(entity.modules, granted).rows.filter(({ state }) => state === 'read-only');
  const half = halves.map(({ right }) => right);
  const whole = missing.filter((right) => !half.includes(right));
  return (
    <>
      {whole.length > 0 && <p className={styles.text}>{start.again(format.list(whole))}</p>}
      {half.length > 0 && <p className={styles.text}>{start.readOnly(format.list(half))}</p>}
    </>
  );
}

function OwnConsent({ me, consent }: Pick<ConsentStartProps, 'me' | 'consent'>) {
  const styles = useConsentStyles();
  const { start } = useSetupTexts().consent;
  return (
    <div className={styles.close}>
      <Subtitle2 as="h3" className={styles.heading}>
        {start.title}
      </Subtitle2>
      <p className={styles.text}>{start.text}</p>
      <div className={styles.start}>
        <GrantButton primary busy={consent.isPending} onClick={() => consent.open()} />
      </div>
      {me.canConsent === null && <p className={styles.subtle}>{start.unknownRole}</p>}
    </div>
  );
}

function SendToSomebody({ me, consent }: Pick<ConsentStartProps, 'me' | 'consent'>) {
  const styles = useConsentStyles();
  const { send } = useSetupTexts().consent;
  const needed = me.canConsent === false;
  return (
    <div className={styles.close}>
      <Subtitle2 as="h3" className={styles.heading}>
        {send.title}
      </Subtitle2>
      <p className={styles.text}>{needed ? send.text : send.textUnknown}</p>
      <div className={styles.start}>
        <Button
          appearance={needed ? 'primary' : 'secondary'}
          onClick={consent.send}
          disabledFocusable={consent.isPending}
        >
          {send.prepare}
        </Button>
      </div>
    </div>
  );
}
