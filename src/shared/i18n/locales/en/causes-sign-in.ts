import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** The person who signs in to a mailbox. */
export const signInCauses = {
  'code-expired-or-used': {
    title: 'The sign-in took too long or was used already',
    meaning:
      'The mailbox is not connected yet. The confirmation that Microsoft sends after sign-in holds for a few minutes and only once; reloading the page uses it up.',
    steps: ['Choose Sign in with Microsoft again and finish in one go, without reloading the page.'],
  },
  'mfa-required': {
    title: 'A second factor is needed',
    meaning:
      'Mail of this mailbox rests until you have signed in. Your organisation asks for a second confirmation, for example in the Authenticator app.',
    steps: [
      'Choose Sign in with Microsoft and confirm with your second factor.',
      'If Microsoft asks you to set one up, follow its page to the end.',
    ],
  },
  'conditional-access': {
    title: 'A policy of your organisation blocks access',
    meaning:
      'The connection is stopped on purpose: a Conditional Access policy does not allow this place, device or app. Signing in again does not help.',
    steps: [
      'In the Microsoft Entra admin center open Entra ID, Monitoring & health, Sign-in logs and find the entry by the correlation ID below. Under Conditional Access it names the policy.',
      'Exempt this app from the policy, or permit the network address of the LEGAL 365 Connect server. Renewals come from the server, not from the person’s computer.',
      'After that, repeat the sign-in or choose Test connection.',
    ],
  },
  'interaction-required': {
    title: 'A new sign-in is needed',
    meaning:
      'Mail of this mailbox rests until somebody has signed in. Microsoft wants to see the person, and does not say why.',
    steps: ['Choose Sign in with Microsoft and follow the pages to the end.'],
  },
  'refresh-token-expired': {
    title: 'The sign-in has run out',
    meaning:
      'Mail of this mailbox rests until you have signed in again. The former sign-in was not used for too long, or your organisation asks for a new one at intervals.',
    steps: [
      'Choose Sign in with Microsoft.',
      'If it happens again within days, an administrator checks the sign-in frequency in Conditional Access, and that the redirect URI of the app stands under Web.',
    ],
  },
  'grant-revoked': {
    title: 'The sign-in was withdrawn',
    meaning:
      'Mail of this mailbox rests until you have signed in again. After a new password, or when an administrator ends all sessions, Microsoft no longer accepts the former sign-in.',
    steps: [
      'Choose Sign in with Microsoft.',
      'If you did not change anything, ask your administrator whether sessions were ended.',
    ],
  },
  'user-disabled': {
    title: 'The account is blocked',
    meaning: 'This mailbox cannot be used: the account is not allowed to sign in.',
    steps: [
      'In the Microsoft 365 admin center open Users, Active users, the person, and choose Unblock sign-in. An account that comes from your own server is unblocked there.',
      'If the person has left, remove the mailbox here.',
    ],
  },
  'user-locked-or-password': {
    title: 'The account is locked or the password does not work',
    meaning:
      'The sign-in did not succeed. The password is wrong or expired, or the account is locked for some minutes after too many attempts.',
    steps: [
      'Wait a quarter of an hour, then sign in at Microsoft 365 in the browser and change the password if asked.',
      'After that choose Sign in with Microsoft here.',
    ],
  },
  'user-not-assigned': {
    title: 'The person may not use the app',
    meaning:
      'The sign-in was refused because in your organisation only chosen people may use this app, and this person is not one of them.',
    steps: [
      'In the Microsoft Entra admin center open Enterprise apps, then your app, then Users and groups, and add the person. Groups within groups do not count.',
      'Or set Assignment required to No under Properties.',
      'Repeat the sign-in.',
    ],
  },
  'wrong-account': {
    title: 'Signed in with another account',
    meaning:
      'The account that signed in does not fit: it belongs to another directory, is a private one, or may not open this mailbox.',
    steps: [
      'Choose Sign in with Microsoft again and pick your firm’s account, or Use another account.',
      'If the browser keeps choosing the wrong one, open the link in a private window.',
      'For a shared mailbox an administrator opens Recipients, Mailboxes, the mailbox, Delegation in the Exchange admin center and adds the person under Read and manage (Full Access). It takes up to an hour.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
