import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CopyField } from '../../components/CopyField.tsx';
import { registrationsLink } from '../../components/portal-links.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { MarkTick } from '../../components/MarkTick.tsx';
import { PortalNote, PortalTask } from './PortalTask.tsx';
import { useSetupStyles } from './Setup.styles.ts';
import { More, Seen, StepBlock, Traps } from './StepBlock.tsx';
import type { StepProps } from './step-props.ts';
import { usePortalPage } from './use-portal-page.ts';

const nameInPortal = 'timeSensor';

interface RegistrationStepProps extends StepProps {
  /** Fields for the two ids. */
  fields: ReactNode;
}

/** The registration itself, its redirect URIs, and the two ids that come from it. */
export function RegistrationStep({ fields, ...props }: RegistrationStepProps) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  const { registrationStep: texts } = setup;
  const { config } = useHost();
  const overview = usePortalPage(props.entity, 'registration');
  return (
    <>
      <p className={styles.text}>{texts.intro}</p>
      <PortalNote />
      {props.entity.registration === null && (
        <PortalTask
          title={texts.register.title}
          menu={['entraCenter', 'entraId', 'appRegistrations', 'newRegistration']}
          open={{ label: setup.open.registrations, url: registrationsLink(config.portal.entra) }}
          steps={texts.register.steps}
        >
          <div className={styles.grid}>
            <CopyField label={texts.name} value={nameInPortal} />
            <CopyField label={texts.redirect.uris.consent} value={config.redirectUris.consent} />
          </div>
        </PortalTask>
      )}
      <PortalTask
        title={texts.ids.title}
        menu={['entraCenter', 'entraId', 'appRegistrations', 'timeSensor', 'overview']}
        open={overview}
        steps={texts.ids.steps}
      />
      <Traps traps={texts.ids.traps} />
      {props.entity.registration === null ? (
        props.admin && <StepBlock title={setup.pasteTitle}>{fields}</StepBlock>
      ) : (
        <StoredIds {...props} />
      )}
      <RedirectUris {...props} />
      <More title={texts.moreTitle} points={texts.more} />
      <Seen text={texts.seen} />
    </>
  );
}

function RedirectUris({ entity, admin }: StepProps) {
  const styles = useSetupStyles();
  const { redirect: texts } = useSetupTexts().setup.registrationStep;
  const { redirectUris } = useHost().config;
  const page = usePortalPage(entity, 'authentication');
  return (
    <>
      <PortalTask
        title={texts.title}
        intro={texts.why}
        menu={['entraCenter', 'entraId', 'appRegistrations', 'timeSensor', 'authentication']}
        open={page}
        steps={texts.steps}
      >
        <div className={styles.block}>
          {(['consent', 'mailbox', 'desktop'] as const).map((use) => (
            <CopyField key={use} label={texts.uris[use]} value={redirectUris[use]} />
          ))}
        </div>
        <p className={styles.text}>{texts.platform}</p>
      </PortalTask>
      <MarkTick entity={entity} mark="redirect-uris" label={texts.tick} admin={admin} />
      <p className={styles.text}>{texts.tickHint}</p>
    </>
  );
}

function StoredIds({ entity, admin, go }: StepProps) {
  const styles = useSetupStyles();
  const { registration: words } = useMessages();
  const { registrationStep: texts } = useSetupTexts().setup;
  const { registration } = entity;
  if (registration === null) return null;
  return (
    <StepBlock title={words.title}>
      <p className={styles.text}>{texts.stored}</p>
      <div className={styles.grid}>
        <CopyField label={words.applicationId} value={registration.applicationId} />
        <CopyField label={words.directoryId} value={registration.directoryId} />
      </div>
      {admin && (
        <Button
          className={styles.open}
          onClick={() => go({ page: 'entity', entityId: entity.id, part: 'setup', step: 'values' })}
        >
          {texts.change}
        </Button>
      )}
    </StepBlock>
  );
}
