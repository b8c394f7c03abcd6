import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import type { Route } from '../../hooks/use-hash-route.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';

export interface SummaryStepProps {
  entity: Entity;
  me: Me;
  admin: boolean;
  go: (route: Route) => void;
}

/** Everything that was set up, without secrets, to print or to hand to somebody. */
export function SummaryStep({ entity }: SummaryStepProps) {
  const texts = useSetupTexts();
  return <p>{texts.setup.title} {entity.name}</p>;
}
