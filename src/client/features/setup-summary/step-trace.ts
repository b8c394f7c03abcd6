import type { Entity } from '../../../shared/api/entities.ts';
import { setupMarks, type SetupStep } from '../../../shared/domain/setup.ts';

/** Who did a step and when, as far as that is known; null where nothing tells. */
export function stepTrace(entity: Entity, step: SetupStep): { at: string; by: string | null } | null {
  const { registration, consent } = entity;
  const finishedAt = entity.latestTest?.finishedAt ?? null;
  const tick = entity.setupMarks.find(({ mark }) => mark === setupMarks.find((name) => name === step));
  switch (step) {
    case 'values':
      return registration && { at: registration.storedAt, by: registration.storedBy };
    case 'consent':
      return consent && { at: consent.answeredAt ?? consent.startedAt, by: consent.startedBy };
    case 'test':
      return finishedAt === null ? null : { at: finishedAt, by: null };
    case 'roles':
    case 'registration':
    case 'secret':
    case 'permissions':
    case 'smtp':
    case 'hand-over':
    case 'summary':
      return tick === undefined ? null : { at: tick.markedAt, by: tick.markedBy };
  }
}
