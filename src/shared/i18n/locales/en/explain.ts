import type { SecretKind } from '../../../api/diagnoses.ts';
import type { Protocol, Retry, Stage } from '../../../causes.ts';

/** The page on which an error is explained that somebody has before them. */
export const explain = {
  title: 'Explain an error',
  intro:
    'Paste what a page, a program, a log or a returned mail shows. You read what it means, who can solve it and what to click. Nothing of it is kept.',
  text: 'Error text',
  textHint: 'A reply, log lines, a whole returned mail, or the address of a page with “error” in it.',
  empty: 'Paste the error text first.',
  tooLong: (most: string) =>
    `The text is too long. Keep the part with the error: at most ${most} characters.`,
  origin: 'Where did it come from',
  originHint: 'Only needed when it was found out wrongly.',
  findOut: 'Find out from the text',
  protocols: {
    entra: 'Sign-in at Microsoft',
    graph: 'Calendar, contacts, to-do, mail',
    smtp: 'Sending mail (SMTP)',
    pop3: 'Retrieving mail (POP3)',
    network: 'Connection',
    bot: 'Bot in Teams',
  } satisfies Record<Protocol, string>,
  stages: {
    'app-token': 'Sign-in of the registration',
    'code-exchange': 'End of a person’s sign-in',
    refresh: 'Renewal of a person’s sign-in',
    'authorize-callback': 'Microsoft’s sign-in page',
    'admin-consent-callback': 'Microsoft’s page for the admin consent',
    'graph-probe': 'Access to a mailbox',
    'graph-provision': 'Setting up the registration',
    'smtp-connect': 'Connecting to send mail',
    'smtp-auth': 'Sign-in to send mail',
    'smtp-send': 'Sending a mail',
    'pop3-connect': 'Connecting to retrieve mail',
    'pop3-auth': 'Sign-in to retrieve mail',
    'pop3-retrieve': 'Retrieving mail',
    'bot-inbound': 'Message to the bot',
    'bot-send': 'Message of the bot',
  } satisfies Record<Stage, string>,
  button: 'Explain an error',
  explaining: 'Explaining',
  failed: 'The text could not be explained',
  clear: 'Empty the field',
  examples: 'Examples to try',
  exampleNames: {
    secret: 'Expired secret',
    smtp: 'Refused sending',
    pop3: 'Refused retrieval',
    bounce: 'Returned mail',
    network: 'No connection',
  },
  result: 'What it means',
  takenFor: (place: string) => `Taken for: ${place}.`,
  takenForHint: 'If that is wrong, choose above where it came from and explain the text again.',
  unknownHint:
    'Paste more of it: the whole reply, the lines before and after it, or the whole returned mail. Or choose above where it came from.',
  passes: 'Will it pass by itself',
  passesAnswers: {
    no: 'No. Trying again does not help.',
    later: 'Probably. Try again later.',
    'after-fix': 'No. It works again once the cause is removed.',
    'sign-in-again': 'No. It works again after a new sign-in.',
  } satisfies Record<Retry, string>,
  signIn: 'Is a new sign-in needed',
  signInAnswers: {
    lost: 'Yes. The sign-in that was stored is no longer valid.',
    needed: 'Yes. The person whose account it is has to sign in again.',
    no: 'No.',
  },
  copyForSupporter: 'Copy a message for my IT supporter',
  supporterIntro: 'Good day\n\nThe connection of LEGAL 365 to Microsoft 365 reports an error. What it means:',
  secretsTitle: 'The text contains something secret',
  secretsText:
    'It was not kept, and it is hidden in all that is shown here. Whoever else has the text can use it.',
  secretKinds: {
    'client-secret':
      'Client secret: replace it by a new one in Microsoft Entra if others could have seen it.',
    'access-token':
      'Access token: it ends by itself, usually within about an hour. Do not pass it on until then.',
    'refresh-token':
      'Refresh token: an administrator should revoke the sign-in sessions of this person if others could have seen it.',
    'authorization-code':
      'Sign-in code: it ends after a few minutes and works only once. Do not pass it on until then.',
    password: 'Password: change it if others could have seen it.',
    'service-key':
      'Service key of LEGAL 365 Connect: revoke it and create a new one if others could have seen it.',
  } satisfies Record<SecretKind, string>,
  masked: 'The text without it',
  useMasked: 'Replace my text by this one',
};
