import type { TestMailMessages } from '../../messages.ts';

export const testMail: TestMailMessages = {
  subject: (address) => `E-mail de test : LEGAL 365 peut envoyer en tant que ${address}`,
  proves: (address) =>
    `Cet e-mail a été envoyé par LEGAL 365 Connect. Son arrivée prouve que LEGAL 365 peut envoyer en tant que ${address}.`,
  nothingToDo: 'Vous n’avez rien à faire et pouvez le supprimer.',
  time: (time) => `Heure : ${time}`,
  signedInAs: (user, host) => `Connexion à ${host} en tant que : ${user}`,
  askedBy: (person) => `Demandé par : ${person}`,
};
