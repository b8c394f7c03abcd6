import type { importOutcomes } from '../../../api/mailboxes.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const mailboxFirm = {
  firm: {
    summary: (n: number, total: number) =>
      count(total, `${n} of 1 mailbox is signed in.`, `${n} of ${total} mailboxes are signed in.`),
    filter: 'Only those who have not signed in yet',
    none: 'Everybody has signed in.',
    reader: 'You see the states. Adding and removing is done by administrators.',
    columns: {
      address: 'Address',
      entity: 'Entity',
      person: 'Person',
      state: 'State',
      action: 'Action',
    },
    unclaimed: 'Nobody yet',
    removeOf: (address: string) => `Remove: ${address}`,
    list: 'Mailboxes of the firm',
    noContent: 'Mail itself is shown to nobody but the owner.',
    showMore: 'Show more',
  },
  import: {
    title: 'Add accounts for many users',
    text: 'One address a line, or a list from Excel or the Microsoft 365 admin center as CSV. The accounts are prepared; each person only has to sign in.',
    label: 'Addresses',
    file: 'Choose a CSV file',
    fileTooLarge: 'The file is larger than 1 MB. It should hold nothing but the list.',
    kind: 'Kind, where the list does not say it',
    found: (n: number) => count(n, '1 account will be prepared', `${n} accounts will be prepared`),
    sharedAmong: (n: number) => count(n, 'of them 1 shared', `of them ${n} shared`),
    wrong: (n: number) => count(n, '1 line is left out', `${n} lines are left out`),
    line: (line: number, text: string) => `Line ${line}: ${text}`,
    problems: {
      'not-an-address': 'no address',
      twice: 'stands there twice',
    },
    tooMany: (most: number) => `At most ${most} at a time. The rest can be added afterwards.`,
    preview: 'What will be prepared',
    submit: (n: number) => count(n, 'Prepare 1 account', `Prepare ${n} accounts`),
    nothing: 'Enter at least one address.',
    failed: 'The accounts were not prepared',
    results: (n: number) => count(n, '1 account was prepared', `${n} accounts were prepared`),
    outcomes: {
      created: 'prepared',
      exists: 'was there already',
      'not-an-address': 'not an address',
      twice: 'stood there twice',
    } satisfies Record<(typeof importOutcomes)[number], string>,
    result: 'Result',
    invite: 'Write the invitation',
  },
  invite: {
    title: 'Invite to sign in',
    text: 'Send this to those who have not signed in yet. Nobody needs a password for it.',
    language: 'Language of the invitation',
    message: 'Invitation',
    copy: 'Copy text',
    copyAddresses: (n: number) => count(n, 'Copy 1 address', `Copy ${n} addresses`),
    mail: 'Write an e-mail',
    subject: 'Your mailbox in LEGAL 365: please sign in once',
    body: (link: string) =>
      `Good day\n\nSo that LEGAL 365 can retrieve and send with your mailbox, please sign in once with Microsoft. It takes a minute.\n\n1. Open LEGAL 365 Connect in Teams and choose “Mailboxes”, or open this address in the browser:\n${link}\n2. At your address press “Sign in with Microsoft”.\n3. Sign in with your usual account of the firm. Afterwards the page shows a green tick.\n\nYou are not asked for your password in LEGAL 365 itself.\n`,
  },
} as const;
