import { Subtitle2 } from '@fluentui/react-components';
import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import type { SetupStep } from '../../../shared/domain/setup.ts';
import type { Route } from '../../hooks/use-hash-route.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';

interface SetupPartProps {
  me: Me;
  entity: Entity;
  step: SetupStep | undefined;
  go: (route: Route) => void;
}

/** The guided set-up of an entity: the steps with their state, and one thing to do. */
export function SetupPart(_: SetupPartProps) {
  const { setup } = useSetupTexts();
  return <Subtitle2 as="h2">{setup.title}</Subtitle2>;
}
