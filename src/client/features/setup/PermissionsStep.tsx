import { Link } from '@fluentui/react-components';
import {
  compareConsent,
  mailboxRights,
  missingRights,
  requiredRights,
} from '../../../shared/domain/consent.ts';
import { moduleRights } from '../../../shared/domain/modules.ts';
import { grantedRights, isMarked } from '../../../shared/domain/setup.ts';
import { CopyField } from '../../components/CopyField.tsx';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { MarkTick } from '../../components/MarkTick.tsx';
import { PortalNote, PortalTask } from './PortalTask.tsx';
import { Precondition } from './Precondition.tsx';
import { useSetupStyles } from './Setup.styles.ts';
import { Seen, Traps } from './StepBlock.tsx';
import type { StepProps } from './step-props.ts';
import { usePortalPage } from './use-portal-page.ts';

const addPermissionMenu = [
  'entraCenter',
  'entraId',
  'appRegistrations',
  'timeSensor',
  'apiPermissions',
  'addPermission',
  'microsoftGraph',
] as const;

/** The permissions that the registration has to name, by module and with a reason for each. */
export function PermissionsStep({ entity, admin, go }: StepProps) {
  const styles = useSetupStyles();
  const { permissionsStep: texts } = useSetupTexts().setup;
  return (
    <>
      <p className={styles.text}>{texts.intro}</p>
      <PortalNote />
      <Granted entity={entity} />
      <ApplicationRights entity={entity} />
      <DelegatedRights entity={entity} />
      <Traps traps={texts.traps} />
      <MarkTick entity={entity} mark="permissions" label={texts.tick} admin={admin} />
      <Seen text={texts.seen} />
      {!isMarked(entity, 'redirect-uris') && (
        <Precondition
          text={texts.redirectMissing}
          button={texts.toRedirect}
          onGo={() => go({ page: 'entity', entityId: entity.id, part: 'setup', step: 'registration' })}
        />
      )}
    </>
  );
}

type OfEntity = Pick<StepProps, 'entity'>;

/** What the last token showed: missing, too much, or all there. */
function Granted({ entity }: OfEntity) {
  const styles = useSetupStyles();
  const { permissionsStep: texts } = useSetupTexts().setup;
  const format = useFormat();
  const granted = grantedRights(entity.latestTest, useNow());
  const missing = missingRights(entity.modules, granted);
  if (missing === null) return null;
  const { surplus } = compareConsent(entity.modules, granted);
  return (
    <div className={styles.block} role="status">
      <p className={styles.text}>
        {missing.length === 0 ? texts.allGranted : texts.missing(format.list(missing))}
      </p>
      {surplus.length > 0 && <p className={styles.text}>{texts.surplus(format.list(surplus))}</p>}
    </div>
  );
}

function ApplicationRights({ entity }: OfEntity) {
  const styles = useSetupStyles();
  const { steps, modules } = useMessages();
  const { permissionsStep: texts } = useSetupTexts().setup;
  const format = useFormat();
  const rights = requiredRights(entity.modules).map((right) => ({
    right,
    modules: entity.modules.filter((module) => moduleRights[module].right === right),
  }));
  return (
    <PortalTask
      title={texts.application.title}
      menu={[...addPermissionMenu, 'applicationPermissions']}
      open={usePortalPage(entity, 'permissions')}
      steps={texts.application.steps}
    >
      <div className={styles.grid}>
        {rights.map(({ right, modules: needing }) => (
          <CopyField
            key={right}
            label={format.list(needing.map((module) => steps[module]))}
            value={right}
            hint={needing.map((module) => modules.reasons[module]).join(' ')}
          />
        ))}
        <CopyField label={texts.allApplication} value={rights.map(({ right }) => right).join('\n')} />
      </div>
      <p className={styles.text}>
        {texts.modulesNote}{' '}
        <Link inline href={hashOf({ page: 'entity', entityId: entity.id, part: 'modules' })}>
          {texts.toModules}
        </Link>
      </p>
    </PortalTask>
  );
}

function DelegatedRights({ entity }: OfEntity) {
  const styles = useSetupStyles();
  const { permissionsStep: texts } = useSetupTexts().setup;
  return (
    <PortalTask
      title={texts.delegated.title}
      intro={texts.delegated.why}
      menu={[...addPermissionMenu, 'delegatedPermissions']}
      open={usePortalPage(entity, 'permissions')}
      steps={texts.delegated.steps}
    >
      <div className={styles.grid}>
        {mailboxRights.map(({ right }) => (
          <CopyField key={right} label={texts.reasons[right]} value={right} />
        ))}
        <CopyField label={texts.allDelegated} value={mailboxRights.map(({ right }) => right).join('\n')} />
      </div>
    </PortalTask>
  );
}
