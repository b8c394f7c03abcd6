import type { SetupMessages } from '../../messages.ts';

export const setup: SetupMessages = {
  title: 'Configuration',
};
