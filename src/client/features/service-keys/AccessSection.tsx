import { Subtitle2 } from '@fluentui/react-components';
import type { Entity } from '../../../shared/api/entities.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';

/** Who may fetch tokens of this entity: LEGAL 365's service keys. */
export function AccessSection(_: { entity: Entity; admin: boolean }) {
  const { serviceKeys } = useSetupTexts();
  return <Subtitle2 as="h2">{serviceKeys.title}</Subtitle2>;
}
