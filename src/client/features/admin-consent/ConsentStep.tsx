import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import type { Route } from '../../hooks/use-hash-route.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';

export interface ConsentStepProps {
  entity: Entity;
  me: Me;
  admin: boolean;
  go: (route: Route) => void;
}

/** Consent of the registration: what is needed, what is granted, and the way from one to the other. */
export function ConsentStep(_props: ConsentStepProps) {
  const texts = useSetupTexts();
  return <p>{texts.consent.title}</p>;
}
