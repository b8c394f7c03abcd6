import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import type { Route } from '../../hooks/use-hash-route.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';

export interface HandOverStepProps {
  entity: Entity;
  me: Me;
  admin: boolean;
  go: (route: Route) => void;
}

/** Gives LEGAL 365 what it needs: a service key, or the values of the registration. */
export function HandOverStep(_props: HandOverStepProps) {
  const texts = useSetupTexts();
  return <p>{texts.serviceKeys.title}</p>;
}
