import type { TestMailMessages } from '../../messages.ts';

export const testMail: TestMailMessages = {
  subject: (address) => `Testmail: LEGAL 365 darf als ${address} senden`,
  proves: (address) =>
    `Diese Mail wurde von LEGAL 365 Connect gesendet. Dass sie angekommen ist, beweist: LEGAL 365 darf als ${address} senden.`,
  nothingToDo: 'Sie müssen nichts tun und dürfen sie löschen.',
  time: (time) => `Zeit: ${time}`,
  signedInAs: (user, host) => `Angemeldet bei ${host} als: ${user}`,
  askedBy: (person) => `Verlangt von: ${person}`,
};
