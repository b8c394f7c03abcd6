import type { SetupMessages } from '../../messages.ts';
import { setup as english } from '../en/setup.ts';

export const setup: SetupMessages = { ...english, title: 'Configurazione' };
