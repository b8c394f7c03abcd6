import type { MailRightCauseTexts } from '../../cause-text.ts';

export const mailRightCauses: MailRightCauseTexts = {
  'consent-missing': {
    title: 'The consent for mailboxes is missing',
    meaning:
      'LEGAL 365 may not retrieve or send with this mailbox yet. Nobody has consented to the delegated permission named below for your firm, or the consent was withdrawn.',
    steps: [
      'In the Microsoft Entra admin center look under App registrations, your app, API permissions: the permission named below has to stand there with the type Delegated. Else add it first with Add a permission, Microsoft Graph, Delegated permissions.',
      'Choose Grant admin consent and sign in as Global Administrator or Privileged Role Administrator. The status has to read Granted.',
      'Wait a minute. Then the person whose mailbox it is signs in to it with Microsoft again.',
    ],
  },
  'permission-missing': {
    title: 'A permission for mailboxes is missing',
    meaning:
      'LEGAL 365 cannot retrieve or send with this mailbox, or only one of the two. The app lacks the delegated permission named below, or nobody has consented to it yet.',
    steps: [
      'An administrator opens the Microsoft Entra admin center: App registrations, your app, API permissions, Add a permission, Microsoft Graph, Delegated permissions.',
      'Tick the permission named below and choose Add permissions. One of the type Application does not serve here, not even one of Office 365 Exchange Online.',
      'Choose Grant admin consent. The status has to read Granted. This needs a Global Administrator or Privileged Role Administrator.',
      'Wait a minute. Then the person whose mailbox it is signs in to it with Microsoft again.',
    ],
  },
};
