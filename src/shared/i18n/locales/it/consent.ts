import type { ConsentMessages } from '../../messages.ts';

export const consent: ConsentMessages = {
  title: 'Consenso dell’amministratore',
};
