import type { RightState } from '../../../domain/consent.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const consent = {
  title: 'Admin consent',
  intro:
    'An administrator agrees once, for the whole firm, to what the registration may do. Only then does Microsoft issue tokens with these rights.',
  needsRegistration:
    'Consent is given to a registration. None is stored yet: enter its values first, then come back.',
  toValues: 'Enter the values',
  onlyAdmins:
    'Only your administrators can start the consent here. You see what is granted and what is missing.',
  table: {
    title: 'Needed and granted rights',
    right: 'Right',
    kind: 'Kind',
    forWhat: 'What for',
    state: 'State',
    kinds: { application: 'Application', delegated: 'Delegated' },
    states: {
      granted: 'granted',
      'read-only': 'only reading',
      missing: 'missing',
      unknown: 'unknown',
    } satisfies Record<RightState, string>,
    untilSignIn: 'unknown until the first mailbox sign-in',
    mailboxes: {
      'POP.AccessAsUser.All': 'Communicator mailboxes: retrieve mail',
      'SMTP.Send': 'Communicator mailboxes: send mail',
      offline_access: 'Communicator mailboxes: stay signed in',
    },
    delegatedWhy:
      'Delegated rights stand in no token of the app, so nobody can see from here whether they are granted. The first sign-in of a mailbox shows it. The consent covers them only if they are listed in the registration under API permissions.',
    notKnown:
      'What is granted is not known at the moment: there is no token of the last 24 hours that tells. Test the connection, or grant consent.',
    asOf: (when: string) => `As the app’s token of ${when} shows it.`,
  },
  surplus: {
    title: 'More than needed',
    text: (rights: string) =>
      `The registration also has ${rights}. The chosen modules do not need this, and the data lie open to it.`,
    steps: [
      'In the Entra admin center open App registrations, your app, API permissions, and choose “Remove permission” in the menu of the right.',
      'Then open Enterprise applications, the same app, Permissions, and choose “Revoke” in the menu of the right: removing it from the list does not take the grant away.',
      'Test the connection here. The right is then no longer listed.',
    ] as readonly string[],
  },
  openPermissions: 'Open API permissions',
  start: {
    title: 'Grant the consent',
    text: 'Microsoft’s page opens and lists what the app may do. Sign in there with an account that may consent; this page sees the result by itself.',
    unknownRole:
      'Which role you have in Entra cannot be seen from here. If Microsoft’s page asks for the approval of an administrator, send the link instead.',
    listedOnly:
      'Consent covers what the registration lists under API permissions, the delegated rights for the mailboxes included if they stand there. Add first what is missing there.',
    again: (rights: string) =>
      `Consent is there, but not for ${rights}. A module was added, a new version needs more, or the consent was withdrawn. Add the right under API permissions if it is not listed, then grant consent again.`,
    readOnly: (rights: string) =>
      `Only reading is granted where LEGAL 365 also has to write: ${rights} is missing. Add it under API permissions, then grant consent again.`,
    failed: 'The consent could not be started',
  },
  send: {
    title: 'Somebody else consents',
    text: 'Your role cannot consent to these rights: it takes a Global Administrator or a Privileged Role Administrator. Send that person this message.',
    textUnknown: 'Send the link to a Global Administrator or a Privileged Role Administrator of your firm.',
    prepare: 'Prepare a message with the link',
    message: 'Message',
    copy: 'Copy the message',
    copyLink: 'Copy the link alone',
    mail: 'Write a mail',
    watching:
      'You can close this page. For some days LEGAL 365 Connect looks by itself whether the other person has consented; you find the result here.',
    subject: (entity: string) => `Please grant admin consent for LEGAL 365 (${entity})`,
    body: ({
      entity,
      app,
      directory,
      sender,
      application,
      delegated,
      link,
    }: {
      entity: string;
      app: string;
      directory: string;
      sender: string;
      /** Names of rights as a sentence lists them. */
      application: string;
      delegated: string;
      link: string;
    }) =>
      [
        'Good day',
        '',
        `${entity} is connecting LEGAL 365 by timeSensor with Microsoft 365. For this a Global Administrator or a Privileged Role Administrator has to grant admin consent once, for the whole firm. It concerns the app registration for timeSensor LEGAL 365 (application ID ${app}) in your own directory.`,
        '',
        `1. Open this link to Microsoft: ${link}`,
        `2. Sign in with an account of the directory ${directory}.`,
        '3. Check the list and choose Accept.',
        '',
        `Application rights that LEGAL 365 needs: ${application}.`,
        `Delegated rights for the communicator mailboxes: ${delegated}.`,
        'Microsoft’s page asks for what is listed in the registration. You can withdraw it at any time under Enterprise applications.',
        '',
        'You need not use the link: in the Entra admin center open App registrations, look for the application ID above, open API permissions and choose “Grant admin consent”.',
        '',
        'After you accept, Microsoft may show an empty page or a notice that names no success: the consent counts all the same, and you can close the page.',
        '',
        `Asked for by ${sender}. If in doubt, please ask back before you consent. Thank you.`,
      ].join('\n'),
  },
  progress: {
    waiting: 'Microsoft’s page is open',
    waitingText:
      'Consent there. This page sees the answer by itself; you can leave it open and do something else.',
    waitingSent: 'Waiting for another person to consent',
    asked: (who: string) => `${who} asks for your consent`,
    askedBy: (who: string, when: string) => `Waiting for consent, asked for by ${who}, ${when}`,
    looking: 'Microsoft says that consent was given',
    lookingText:
      'It can take some minutes until the rights arrive in the app’s token. Nothing is wrong; this page goes on looking.',
    label: 'Waiting for the consent',
    startedBy: (when: string, who: string) => (who === '' ? `Begun ${when}` : `Begun ${when} by ${who}`),
    looks: (n: number, when: string) => count(n, `looked once, ${when}`, `looked ${n} times, last ${when}`),
    notLooked: 'not looked yet',
    missing: (rights: string) => `Not in the token yet: ${rights}.`,
    late: (n: number, rights: string) =>
      count(
        n,
        `${rights} did not come along. Probably it is not listed under API permissions as type Application (“Granted” in a row of type Delegated does not count). Add it there, then grant consent again.`,
        `${rights} did not come along. Probably they are not listed under API permissions as type Application (“Granted” in a row of type Delegated does not count). Add them there, then grant consent again.`,
      ),
    goesOn: 'LEGAL 365 Connect goes on looking.',
    cancelSent:
      'After you cancel, the link goes on working at Microsoft. A consent given later is still seen by the next connection test.',
    lookNow: 'Look now',
    openAgain: 'Open again',
    noWindow: 'If no page has opened, the browser may have blocked it: choose “Open again”.',
    lookFailed: 'It could not be looked',
    cancelFailed: 'It could not be cancelled',
  },
  question: {
    title: 'What does Microsoft’s page say?',
    text: 'No answer has come back for two minutes. Look at the window that has opened and choose what it shows.',
    given: 'Consent was given, or the page is empty',
    givenText: 'Then the rights are on their way. LEGAL 365 Connect looks for them now.',
    redirect: 'AADSTS50011: redirect URI',
    redirectText:
      'The registration does not list the address to which Microsoft is to answer. You can go on at once with the simple link, which needs no answer. For later, add the address:',
    redirectSteps: [
      'In the Entra admin center open App registrations, your app, Authentication.',
      'Choose “Add a platform”, then “Web”. If Web is there already, choose “Add URI” there.',
      'Paste this address and save. It must be of the platform Web, not “Single-page application”.',
    ] as readonly string[],
    redirectUri: 'Redirect URI for the consent',
    simpleLink: 'Go on with the simple link',
    approval: 'Need admin approval, or not authorised',
    approvalText:
      'The account that is signed in there may not consent to these rights. A Global Administrator or a Privileged Role Administrator can.',
    other: 'Another error',
    otherText: 'Copy the text of Microsoft’s page with its number (AADSTS…) and paste it here.',
    otherLabel: 'Text of Microsoft’s page',
    explain: 'Explain',
    explaining: 'The text is being read',
    explainFailed: 'The text could not be explained',
    closed: 'The window is closed',
    closedText: 'If you consented, look now. If not, open the page again.',
  },
  outcome: {
    granted: 'Consent is granted',
    grantedText: 'The app’s token names all rights that the chosen modules need.',
    again: 'Grant again',
    againText:
      'Have you added delegated rights (for the communicator mailboxes) to the registration since the last consent? Then grant consent once more, so that not every person is asked.',
    refused: 'Microsoft’s page has answered: not granted',
    wrongDirectory: 'The consent was given in another directory',
    wrongDirectoryText: (directory: string) =>
      `Somebody consented with an account of another directory. This entity’s registration lies in the directory ${directory}. Grant consent again and choose an account of that directory on Microsoft’s page.`,
    notSeen: 'The consent has not been seen',
    notSeenText: (rights: string) =>
      rights === ''
        ? 'Looking has ended. No token could be read that shows the rights.'
        : `Looking has ended. These rights are not in the token: ${rights}.`,
    checks: [
      'Under API permissions each of these rights stands in the list, as application permission of Microsoft Graph.',
      'The column Status there says “Granted for …”. If not, choose “Grant admin consent” there or here.',
      'The consent was given for this application ID and in this directory.',
    ] as readonly string[],
    checksTitle: 'What to check',
    lookAgain: 'Look again',
    cancelled: 'The last try was cancelled.',
    answeredAt: (when: string) => `Answer of ${when}`,
  },
} as const;
