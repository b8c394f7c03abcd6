/** The mail that proves that sending works. Its reader is the owner of the mailbox. */
export const testMail = {
  subject: (address: string) => `Test mail: LEGAL 365 may send as ${address}`,
  proves: (address: string) =>
    `This mail was sent by LEGAL 365 Connect. That it has arrived proves that LEGAL 365 may send as ${address}.`,
  nothingToDo: 'You need not do anything, and may delete it.',
  time: (time: string) => `Time: ${time}`,
  signedInAs: (user: string, host: string) => `Signed in to ${host} as: ${user}`,
  askedBy: (person: string) => `Asked for by: ${person}`,
} as const;
