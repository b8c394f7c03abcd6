import type { mismatchReasons, SignInAttemptStatus } from '../../../api/mailbox-sign-ins.ts';
import type { PendingGrant } from '../../../api/mailboxes.ts';

export const mailboxSignIn = {
  signIn: {
    title: (address: string) => `Sign in to ${address}`,
    opens: 'Microsoft’s page opens in your browser.',
    withAddress: (address: string) => `Sign in there as ${address}.`,
    withOwn: (address: string) =>
      `Sign in there with your own account, the one that has access to ${address}; not with the shared address.`,
    chooser: 'If Microsoft offers several accounts, choose this one or “Use another account”.',
    back: 'Then come back here. The page turns green by itself.',
    start: 'Sign in with Microsoft',
    preparing: 'The sign-in is being prepared',
    failedToStart: 'The sign-in could not be prepared',
    waiting: 'Waiting for your sign-in in the browser',
    redeeming: 'Microsoft has answered. The account is being checked.',
    until: (time: string) => `The link works until ${time}.`,
    openAgain: 'Open again',
    copyLink: 'Copy link',
    noWindow: 'No window appears?',
    noWindowPoints: [
      'Look behind this window: the browser may already be open.',
      'Press “Open again”, and allow pop-up windows for this page if the browser asks.',
      'Or press “Copy link” and paste it into the address line of your browser. Do not pass it on: it is meant for you.',
    ] as readonly string[],
    pageError: 'Does Microsoft’s page show an error?',
    pageErrorText:
      'Nobody but you sees that page. If it does not let you go on, what it says is explained here. Nothing of it is kept.',
    signedIn: (address: string) => `You are signed in. ${address} is being tested now.`,
    mismatchTitle: 'This was another account',
    mismatch: (as: string, address: string) =>
      `You signed in as ${as}, this mailbox is ${address}. Nothing was changed.`,
    unknownAccount: 'another account',
    why: {
      'personal-account': 'It is a private Microsoft account. Needed is that of your firm.',
      'other-tenant': 'The account belongs to another organisation than the mailbox.',
      guest: 'The account is only a guest in your organisation; its mailbox lies elsewhere.',
      'other-person': 'The account belongs to somebody else.',
      'admin-for-user':
        'That is your own account. The person whose mailbox it is has to sign in; send the link to that person.',
      'address-reassigned':
        'The address belongs to another person now. Remove this account and add the address anew: so nobody inherits the mail of somebody else.',
      'not-an-address':
        'What is entered as the address of this mailbox is none. Remove the account and add it anew.',
    } satisfies Record<(typeof mismatchReasons)[number], string>,
    another: 'Choose another account',
    pendingTitle: 'Somebody still has to agree',
    pendingOther: (as: string) =>
      `${as} signed in with the link. Nothing can be read or sent until this person agrees: in LEGAL 365 Connect under Mailboxes, within 24 hours.`,
    outcomes: {
      refused: 'The sign-in was refused',
      failed: 'The sign-in could not be finished',
      cancelled: 'The sign-in was cancelled',
      expired: 'The link has expired',
    } satisfies Partial<Record<SignInAttemptStatus, string>>,
    nothingChanged: 'Nothing was changed.',
    again: 'Try again',
    otherTitle: 'Message to that person',
    otherText: (name: string) =>
      `${name} has to sign in. You can send the link; it works for ten minutes. Afterwards this person confirms here that the mailbox may be used.`,
    otherOwner: (address: string) => `The owner of ${address}`,
    otherInvite: 'There is no hurry with the invitation: it leads here and does not expire.',
    openHere: 'Open it here',
    copyText: 'Copy text',
    sendMail: 'Write an e-mail',
    mailSubject: 'Sign-in for LEGAL 365',
    mailBody: (address: string, link: string) =>
      `Good day\n\nSo that LEGAL 365 can retrieve and send with ${address}, please sign in with Microsoft. The link works for ten minutes:\n${link}\n\nAfterwards open LEGAL 365 Connect in Teams, choose “Mailboxes” and confirm.\n`,
  },
  pending: {
    title: (address: string) => `May this mailbox be used? ${address}`,
    byOther: (who: string, address: string) =>
      `${who} wants to use ${address} in LEGAL 365. You signed in for it. If you allow it, ${who} can retrieve, read and send mail with this mailbox.`,
    forYou: (who: string, address: string) =>
      `${who} sent you the link with which you signed in. If you allow it, LEGAL 365 can retrieve and send with ${address}. Here nobody but you reads its mail.`,
    somebody: 'Somebody',
    notVisible: (as: string, address: string) =>
      `You signed in as ${as}. Microsoft does not say whether ${address} is your address too. If it is, confirm it; POP3 then shows whether it is right. If it is a shared mailbox, answer No, remove the account and add it anew as a shared mailbox.`,
    plus: (as: string, address: string) =>
      `You signed in as ${as}. ${address} looks like an address of yours with an addition. If it leads into your mailbox, confirm it.`,
    until: (time: string) => `Without an answer it is deleted on ${time}.`,
    allow: 'Allow',
    deny: 'Do not allow',
    itIsMine: 'Yes, it is mine',
    itIsNot: 'No',
    allowed: 'Allowed. The mailbox is being tested.',
    denied: 'Not allowed. The sign-in was deleted.',
    failed: 'The answer was not stored',
    waits: {
      'other-person': (as: string) =>
        `${as} signed in with the link and has to agree, in LEGAL 365 Connect under Mailboxes.`,
      'address-not-visible': (as: string) => `${as} has to confirm that the address is the own one.`,
      'plus-address': (as: string) => `${as} has to confirm that the address is the own one.`,
    } satisfies Record<PendingGrant['why'], (as: string) => string>,
  },
} as const;
