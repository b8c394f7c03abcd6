import type { SetupState, SetupStep } from '../../../shared/domain/setup.ts';
import { ConsentStep } from '../../features/admin-consent/ConsentStep.tsx';
import { ConnectionPanel } from '../../features/connection-test/ConnectionPanel.tsx';
import { RegistrationEditor } from '../../features/entity-registration/RegistrationSection.tsx';
import { RegistrationEntry } from '../../features/entity-registration/RegistrationEntry.tsx';
import { useRegistrationForm } from '../../features/entity-registration/use-registration-form.ts';
import { HandOverStep } from '../../features/service-keys/HandOverStep.tsx';
import { SummaryStep } from '../../features/setup-summary/SummaryStep.tsx';
import { PermissionsStep } from '../../features/setup/PermissionsStep.tsx';
import { RegistrationStep } from '../../features/setup/RegistrationStep.tsx';
import { RolesStep } from '../../features/setup/RolesStep.tsx';
import { SecretStep } from '../../features/setup/SecretStep.tsx';
import { SmtpStep } from '../../features/setup/SmtpStep.tsx';
import type { StepProps } from '../../features/setup/step-props.ts';
import { TestStep } from '../../features/setup/TestStep.tsx';
import { ValuesStep } from '../../features/setup/ValuesStep.tsx';
import { isoDay, useNow } from '../../hooks/use-now.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';

interface SetupPartStepProps extends StepProps {
  step: SetupStep;
  states: Record<SetupStep, SetupState>;
}

/** What one step shows. The form stays while one goes from step to step: what was typed in one is there in the next. */
export function SetupPartStep({ step, states, ...props }: SetupPartStepProps) {
  const { entity, me, admin, go } = props;
  const { setup } = useSetupTexts();
  const form = useRegistrationForm(entity, isoDay(useNow()), suggestions(props));
  const goTo = (next: SetupStep) => go({ page: 'entity', entityId: entity.id, part: 'setup', step: next });
  const entry = { form, ownDirectoryId: me.tenantId };
  switch (step) {
    case 'roles':
      return <RolesStep {...props} />;
    case 'registration':
      return (
        <RegistrationStep
          {...props}
          fields={<RegistrationEntry {...entry} fields={['applicationId', 'directoryId']} />}
        />
      );
    case 'secret':
      return (
        <SecretStep
          {...props}
          state={states.secret}
          fields={<RegistrationEntry {...entry} fields={['clientSecret', 'secretExpiresOn']} />}
        />
      );
    case 'values':
      return (
        <ValuesStep
          {...props}
          editor={
            <RegistrationEditor
              {...entry}
              entity={entity}
              admin={admin}
              next={{ label: setup.valuesStep.next, go: () => goTo('permissions') }}
            />
          }
        />
      );
    case 'permissions':
      return <PermissionsStep {...props} />;
    case 'consent':
      return <ConsentStep {...props} />;
    case 'smtp':
      return <SmtpStep {...props} />;
    case 'test':
      return (
        <TestStep
          {...props}
          test={<ConnectionPanel entity={entity} admin={admin} onSetUp={() => goTo('values')} />}
        />
      );
    case 'hand-over':
      return <HandOverStep {...props} />;
    case 'summary':
      return <SummaryStep {...props} />;
  }
}

/** Only for a first registration: where one is stored, its own values stand in the fields. */
function suggestions({ entity, me }: Pick<StepProps, 'entity' | 'me'>) {
  const first = entity.registration === null;
  return { directoryId: first ? me.tenantId : '', probeMailbox: first ? me.username : '' };
}
