import { element } from '../../../teams-host/page/element.ts';
import type { SecretState } from '../../portal-data.ts';

const texts: Readonly<Record<SecretState, string>> = {
  none: '-',
  current: 'Current',
  'expiring-soon': 'Expiring soon',
  expired: 'Expired',
};

export const secretStateMark = (state: SecretState): HTMLElement =>
  element('span', { class: 'state', 'data-state': state }, texts[state]);
