import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SetupState, SetupStep } from '../../../shared/domain/setup.ts';
import { CopyField } from '../../components/CopyField.tsx';
import { SecretExpiry } from '../../components/SecretExpiry.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { PortalNote, PortalTask } from './PortalTask.tsx';
import { Precondition } from './Precondition.tsx';
import { useSetupStyles } from './Setup.styles.ts';
import { Seen, StepBlock, Traps } from './StepBlock.tsx';
import type { StepProps } from './step-props.ts';
import { applicationIdOf, usePortalPage } from './use-portal-page.ts';

const descriptionInPortal = 'LEGAL 365';

interface SecretStepProps extends StepProps {
  state: SetupState;
  /** Fields for the value and its last day. */
  fields: ReactNode;
}

/** A secret of long life, whose value is shown once. */
export function SecretStep({ state, fields, ...props }: SecretStepProps) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  const { secretStep: texts } = setup;
  const { entity, admin, go } = props;
  const goTo = (step: SetupStep) => go({ page: 'entity', entityId: entity.id, part: 'setup', step });
  return (
    <>
      <p className={styles.text}>{texts.intro}</p>
      <PortalNote />
      {applicationIdOf(entity) === undefined && (
        <Precondition text={texts.needsIds} button={texts.toRegistration} onGo={() => goTo('registration')} />
      )}
      <PortalTask
        title={texts.task.title}
        menu={[
          'entraCenter',
          'entraId',
          'appRegistrations',
          'timeSensor',
          'certificatesAndSecrets',
          'clientSecrets',
          'newClientSecret',
        ]}
        open={usePortalPage(entity, 'secrets')}
        steps={texts.task.steps}
      >
        <CopyField label={texts.description} value={descriptionInPortal} />
      </PortalTask>
      <Traps traps={texts.traps} />
      {entity.registration === null ? (
        admin && <StepBlock title={setup.pasteTitle}>{fields}</StepBlock>
      ) : (
        <StoredSecret {...props} problem={state === 'problem'} onChange={() => goTo('values')} />
      )}
      <Seen text={texts.seen} />
    </>
  );
}

interface StoredSecretProps extends StepProps {
  problem: boolean;
  onChange: () => void;
}

function StoredSecret({ entity, admin, problem, onChange }: StoredSecretProps) {
  const styles = useSetupStyles();
  const now = useNow();
  const { registration: words } = useMessages();
  const { secretStep: texts } = useSetupTexts().setup;
  if (entity.registration === null) return null;
  return (
    <StepBlock title={words.secretShort}>
      <p className={styles.text}>{problem ? texts.problem : texts.stored}</p>
      <SecretExpiry expiresOn={entity.registration.secretExpiresOn} now={now} />
      {admin && (
        <Button className={styles.open} onClick={onChange}>
          {texts.change}
        </Button>
      )}
    </StepBlock>
  );
}
