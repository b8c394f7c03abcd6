import { useEffect } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import { nextSetupStep, setupStates, type SetupStep } from '../../../shared/domain/setup.ts';
import { SetupFrame } from '../../features/setup/SetupFrame.tsx';
import { SetupProgress } from '../../features/setup/SetupProgress.tsx';
import { hashOf, type Route } from '../../hooks/use-hash-route.ts';
import { useNow } from '../../hooks/use-now.ts';
import { SetupPartStep } from './SetupPartStep.tsx';

interface SetupPartProps {
  me: Me;
  entity: Entity;
  step: SetupStep | undefined;
  go: (route: Route) => void;
}

/** The guided set-up of an entity: the steps with their state, and one thing to do. */
export default function SetupPart({ me, entity, step: asked, go }: SetupPartProps) {
  const states = setupStates(entity, useNow());
  const step = asked ?? nextSetupStep(states);
  const looksOn = me.roles.includes('Admin') || me.roles.includes('Reader');
  usePinnedStep(entity.id, asked, looksOn ? step : undefined);
  if (!looksOn) return <SetupProgress entity={entity} states={states} />;
  const admin = me.roles.includes('Admin');
  return (
    <SetupFrame entity={entity} admin={admin} step={step} states={states} go={go}>
      <SetupPartStep entity={entity} me={me} admin={admin} go={go} step={step} states={states} />
    </SetupFrame>
  );
}

/** Writes the step into the address: one that has just been done must not turn into the next by itself. */
function usePinnedStep(entityId: string, asked: SetupStep | undefined, step: SetupStep | undefined): void {
  useEffect(() => {
    if (asked !== undefined || step === undefined) return;
    window.location.replace(hashOf({ page: 'entity', entityId, part: 'setup', step }));
  }, [entityId, asked, step]);
}
