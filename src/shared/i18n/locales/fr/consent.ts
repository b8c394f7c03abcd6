import type { ConsentMessages } from '../../messages.ts';

export const consent: ConsentMessages = {
  title: 'Consentement administrateur',
};
