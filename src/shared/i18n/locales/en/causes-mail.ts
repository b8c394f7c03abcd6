import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** Mailboxes, retrieval and sending. */
export const mailCauses = {
  'mailbox-missing': {
    title: 'There is no mailbox at this address',
    meaning:
      'For this address nothing can be read or written. It has no mailbox in Exchange Online: a typing error, no licence, a mailbox still on your own server, or one created only just now.',
    steps: [
      'Check the spelling of the address.',
      'In the Microsoft 365 admin center open Users, Active users, the person, Licenses and apps. A licence with Exchange Online has to be ticked.',
      'For the connection test choose the address of a person who really has a mailbox.',
      'A new mailbox needs up to a day. Then choose Test connection.',
    ],
  },
  'mailbox-full': {
    title: 'The mailbox is full',
    meaning: 'New entries and mails can no longer be stored in this mailbox.',
    steps: [
      'Empty Deleted Items and delete or archive large mails in Outlook.',
      'Or ask your administrator for more storage.',
    ],
  },
  'smtp-auth-disabled-tenant': {
    title: 'Authenticated SMTP is switched off in your organisation',
    meaning:
      'Mail cannot be sent from LEGAL 365. Your organisation has switched off this way of sending for all mailboxes.',
    steps: [
      'Switch it on for the mailboxes concerned only: Microsoft 365 admin center, Users, Active users, the person, Mail, Manage email apps, Authenticated SMTP, Save changes.',
      'Wait a quarter of an hour and choose Send test mail.',
    ],
  },
  'smtp-auth-disabled-mailbox': {
    title: 'Authenticated SMTP is switched off for this mailbox',
    meaning: 'Mail cannot be sent from this mailbox.',
    steps: [
      'In the Microsoft 365 admin center open Users, Active users, the person, Mail, Manage email apps, tick Authenticated SMTP and choose Save changes.',
      'Wait a quarter of an hour and choose Send test mail.',
    ],
  },
  'basic-auth-disabled': {
    title: 'Sign-in by password is no longer possible',
    meaning:
      'Microsoft has switched off sign-in with user name and password for mail. It works with Sign in with Microsoft only.',
    steps: [
      'Choose Sign in with Microsoft for this mailbox.',
      'If it fails again, send Microsoft’s answer below to LEGAL 365 support.',
    ],
  },
  'auth-policy-blocked': {
    title: 'A security rule refuses this way of signing in',
    meaning:
      'Mail cannot be retrieved or sent. Security defaults or an authentication policy of your organisation stop it.',
    steps: [
      'In the Microsoft Entra admin center open Overview, Properties and look whether Security defaults are on.',
      'An Exchange administrator checks the authentication policy of the mailbox and permits POP and SMTP with modern authentication.',
      'After that, test the mailbox again.',
    ],
  },
  'ambiguous-auth': {
    title: 'The mail server refused the sign-in without a reason',
    meaning:
      'Mail of this mailbox cannot be reached. Microsoft gives the same answer for several causes; the likely ones are listed below.',
    steps: [
      'In the Microsoft 365 admin center open Users, Active users, the person, Mail, Manage email apps and tick POP and Authenticated SMTP.',
      'Check that the address is right and that the mailbox has a licence with Exchange Online. A shared mailbox needs none: there the person who signed in needs the right Read and manage (Full Access), in the Exchange admin center under Recipients, Mailboxes, the mailbox, Delegation.',
      'Choose Sign in with Microsoft again, then test the mailbox.',
    ],
  },
  'send-as-denied': {
    title: 'This sender address is not permitted',
    meaning: 'The mail was not sent. The account signed in may not send under this address.',
    steps: [
      'Send with the mailbox’s own address, or',
      'in the Exchange admin center open Recipients, Mailboxes, the mailbox, Delegation, and add the person under Send as. It takes up to an hour.',
    ],
  },
  'sending-blocked': {
    title: 'Microsoft has stopped sending from this account',
    meaning: 'No mail leaves this account or organisation, because it was taken for a source of spam.',
    steps: [
      'Check whether somebody else is using the account, and change the password.',
      'In the Microsoft Defender portal open Email & collaboration, Review, Restricted entities, and release the account.',
    ],
  },
  'send-limit-exceeded': {
    title: 'The sending limit is reached',
    meaning:
      'For the moment no more mail leaves this mailbox. Microsoft limits mails per minute and recipients per day.',
    steps: [
      'Wait; sending is tried again later.',
      'For mailings to many people use a service made for that.',
    ],
  },
  'too-many-connections': {
    title: 'Too many connections at once',
    meaning: 'The mailbox is in use by several programs at the same time. It is tried again by itself.',
    steps: ['If it keeps happening, close other mail programs that retrieve this mailbox.'],
  },
  'message-too-large': {
    title: 'The message is too large',
    meaning: 'The mail was not sent, because it exceeds the size that the mailbox or the recipient accepts.',
    steps: ['Make the attachments smaller, or share them by a link.', 'Send again.'],
  },
  'recipient-rejected': {
    title: 'The recipient was refused',
    meaning: 'The mail was not delivered to this address: it does not exist or does not accept your mail.',
    steps: ['Check the spelling of the address, or ask the recipient another way.'],
  },
  'starttls-missing': {
    title: 'No encrypted connection was offered',
    meaning:
      'Mail is not sent, so that nothing travels unencrypted. Microsoft always offers encryption: a device in your network takes it away.',
    steps: [
      'Have your network supporter switch off mail inspection for smtp.office365.com, port 587, in the firewall or antivirus.',
      'Test the mailbox again.',
    ],
  },
  'pop-disabled-or-no-licence': {
    title: 'POP is switched off or the licence is missing',
    meaning: 'Mail of this mailbox cannot be retrieved.',
    steps: [
      'In the Microsoft 365 admin center open Users, Active users, the person, Mail, Manage email apps, tick POP and choose Save changes.',
      'Under Licenses and apps check that Exchange Online is ticked.',
      'Wait a quarter of an hour and test the mailbox again.',
    ],
  },
  'protocol-misuse': {
    title: 'The mail server did not understand us',
    meaning:
      'This step did not work because of how LEGAL 365 Connect spoke to the server, or because port or encryption do not fit.',
    steps: [
      'Check server name and port in the configuration.',
      'If they are right, send Microsoft’s answer below to LEGAL 365 support.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
