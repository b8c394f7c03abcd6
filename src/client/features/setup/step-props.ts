import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import type { Route } from '../../hooks/use-hash-route.ts';

/** What every step of the set-up is given. */
export interface StepProps {
  entity: Entity;
  me: Me;
  /** May enter values and tick; others only look. */
  admin: boolean;
  go: (route: Route) => void;
}
