import type { TestMailMessages } from '../../messages.ts';

export const testMail: TestMailMessages = {
  subject: (address) => `E-mail di prova: LEGAL 365 può inviare come ${address}`,
  proves: (address) =>
    `Questa e-mail è stata inviata da LEGAL 365 Connect. Il suo arrivo dimostra che LEGAL 365 può inviare come ${address}.`,
  nothingToDo: 'Non deve fare nulla e può eliminarla.',
  time: (time) => `Ora: ${time}`,
  signedInAs: (user, host) => `Accesso a ${host} come: ${user}`,
  askedBy: (person) => `Richiesta da: ${person}`,
};
