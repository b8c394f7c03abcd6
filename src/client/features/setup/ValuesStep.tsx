import type { ReactNode } from 'react';
import { isMarked } from '../../../shared/domain/setup.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { PortalNote, PortalTask } from './PortalTask.tsx';
import { Precondition } from './Precondition.tsx';
import { useSetupStyles } from './Setup.styles.ts';
import { Seen } from './StepBlock.tsx';
import type { StepProps } from './step-props.ts';
import { usePortalPage } from './use-portal-page.ts';

interface ValuesStepProps extends StepProps {
  /** All the fields with the modules, or what is stored. */
  editor: ReactNode;
}

/** All values together, tested before they are stored. */
export function ValuesStep({ entity, go, editor }: ValuesStepProps) {
  const styles = useSetupStyles();
  const { valuesStep: texts, permissionsStep } = useSetupTexts().setup;
  const overview = usePortalPage(entity, 'registration');
  const adopts = entity.registration === null && entity.draft === null;
  return (
    <>
      <p className={styles.text}>{texts.intro}</p>
      {adopts && <PortalNote />}
      {adopts && (
        <PortalTask
          title={texts.adoptTitle}
          menu={['entraCenter', 'entraId', 'appRegistrations', 'timeSensor', 'overview']}
          open={overview}
          steps={texts.adoptSteps}
        />
      )}
      {editor}
      <Seen text={texts.seen} />
      {entity.registration !== null && !isMarked(entity, 'redirect-uris') && (
        <Precondition
          text={isMarked(entity, 'registration') ? texts.afterAdopt : permissionsStep.redirectMissing}
          button={permissionsStep.toRedirect}
          onGo={() => go({ page: 'entity', entityId: entity.id, part: 'setup', step: 'registration' })}
        />
      )}
    </>
  );
}
