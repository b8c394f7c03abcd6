import type { ServiceKeyMessages } from '../../messages.ts';

export const serviceKeys: ServiceKeyMessages = {
  title: 'Clés de service',
};
