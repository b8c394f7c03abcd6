import type { Module } from '../../../domain/modules.ts';
import type { FieldProblem } from '../../../domain/registration-input.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const uiRegistration = {
  registration: {
    title: 'Registration',
    none: 'None stored yet',
    applicationShort: 'Application',
    directoryShort: 'Directory',
    secretShort: 'Client secret',
    testedShort: 'Tested',
    neverTested: 'Never',
    storedAt: 'Stored',
    sharedWith: 'Also used by',
    expiresIn: (date: string, days: number) =>
      `expires on ${date} (${count(days, 'in 1 day', `in ${days} days`)})`,
    expiresToday: (date: string) => `expires today, ${date}`,
    expired: (date: string, days: number) =>
      `expired on ${date} (${count(days, '1 day ago', `${days} days ago`)})`,
    levels: { soon: 'soon', urgent: 'urgent', expired: 'expired' },
    change: 'Change the registration',
    formTitle: 'Values of the app registration',
    formIntro: (menu: string) =>
      `The values stand in the Microsoft Entra admin center under App registrations. In LEGAL 365 the same fields stand under ${menu}.`,
    legal365Menu: 'Einstellungen > Admin > Spezial > Entitäten > Microsoft 365',
    openEntra: 'Open App registrations',
    clientSecret: 'Client credential (value)',
    clientSecretHint:
      'Certificates & secrets: the column “Value”, not “Secret ID”. Entra shows it only once.',
    clientSecretKept: 'Kept in the draft; leave empty to use it',
    clientSecretStored: 'Leave empty to keep the stored secret',
    show: 'Show the value',
    hide: 'Hide the value',
    applicationId: 'Application ID (client)',
    applicationIdHint: 'Overview of the registration; not the object ID, which stands beside it.',
    directoryId: 'Directory ID (tenant)',
    directoryIdHint: 'Overview of the registration.',
    secretExpiresOn: 'Secret expiry date',
    secretExpiresOnHint: 'Certificates & secrets: the column “Expires”.',
    expiresPreview: (days: number) => count(days, 'In 1 day.', `In ${days} days.`),
    probeMailbox: 'Probe mailbox',
    probeMailboxHint: 'Address of a mailbox on which the test may try to read, e.g. your own.',
    modules: 'Modules that LEGAL 365 uses',
    modulesMissing: 'Choose at least one module.',
    saveAndTest: 'Save and test',
    saving: 'Testing the values with Microsoft',
    savingText: 'They are stored only when Microsoft accepts them. This takes a few seconds.',
    stored: 'The registration is stored',
    storedAllOk: 'Microsoft has accepted the values and all modules answer.',
    storedNotAllOk: 'Microsoft has accepted the values, but not all modules work yet.',
    toConnection: 'See the connection',
    refused: 'Not stored: Microsoft has refused the values',
    unchecked: 'Not stored: the values could not be checked',
    draftKept: 'What you typed is kept as an encrypted draft for 24 hours. You can correct it here.',
    draftSaved: 'Draft kept',
    draftSaving: 'Draft is being kept',
    draftFailed: 'The draft could not be kept. Do not close this page before saving.',
    draftFound: (until: string) => `You are going on with a draft. It is kept until ${until}.`,
    discardDraft: 'Discard draft',
    fieldsToCorrect: (n: number) => count(n, 'Correct 1 field first.', `Correct ${n} fields first.`),
    hints: {
      swapped: 'This is the ID of your own directory. Application ID and directory ID seem to be swapped.',
      'other-directory':
        'This is not the directory you are signed in to. That is allowed if the registration lies there.',
      'own-directory':
        'Suggested: the directory you are signed in to. Compare it with the overview of the registration.',
      'own-mailbox': 'Suggested: your own mailbox. Any other mailbox of the directory will do too.',
    },
    notes: {
      'picked-out': 'Picked out of what you pasted.',
      'moved-here': 'Moved here.',
      'object-id': 'This is the object ID. Needed is the ID that stands beside it in the overview.',
      'several-ids':
        'There are several IDs in what you pasted. Copy this one with the copy button beside it.',
    },
    misplaced: 'This looks like a value of another field.',
    moveTo: (field: string) => `Move to “${field}”`,
    putElsewhere: (field: string) => `Kept for the field “${field}” of another step.`,
    readOnly: 'Only administrators can change the registration.',
  },
  fieldProblems: {
    missing: 'This value is needed.',
    'too-long': 'This is too long: more than the value was copied.',
    'not-a-guid': 'This is not an ID. It has 32 digits and letters in five groups, e.g. 1a2b3c4d-….',
    'same-as-directory-id':
      'This is the directory ID again. The application ID stands above it in the overview.',
    'same-as-application-id': 'This is the application ID again.',
    'is-a-guid':
      'This is the secret ID. Copy the column “Value” instead; if it is no longer shown, add a new client secret.',
    'has-blanks': 'There are blanks or line breaks in it: more than the value was copied.',
    'too-short': 'This is too short for a secret’s value. Copy it with the copy button in Entra.',
    'control-characters':
      'There are characters in it that no secret has. Copy it with the copy button in Entra.',
    'not-an-address': 'This is not an e-mail address.',
    'not-a-date': 'This is not a date.',
    'in-the-past': 'This date has passed: the secret no longer works.',
    'too-far-ahead': 'This date is too far ahead. Entra offers 24 months at most.',
  } satisfies Record<FieldProblem, string>,
  modules: {
    title: 'Modules',
    intro: 'Only the rights of the chosen modules are needed and tested.',
    right: (right: string) => `Right ${right}`,
    save: 'Save modules',
    saved: 'The modules are saved. Test the connection to see whether their rights are granted.',
    reasons: {
      calendar: 'Deadlines and appointments of a case appear in Outlook, and changes come back.',
      contacts: 'Addresses of clients and opposing parties are kept equal on both sides.',
      'to-do': 'Tasks of a case appear in Microsoft To Do, and what is done is ticked in LEGAL 365.',
      mail: 'Mail is filed in the case without leaving Outlook.',
      'mail-sending': 'LEGAL 365 sends invoices and letters from your own address.',
      directory:
        'LEGAL 365 finds mailboxes by name, and sign-ins are compared with all addresses of a person.',
    } satisfies Record<Module, string>,
    optional: 'optional',
  },
  renewal: {
    button: 'Replace secret',
    title: 'Replace the client secret',
    intro:
      'In Microsoft Entra add a new client secret to the same registration and paste its value here. It is tested beside the old one and takes its place only when it works.',
    shared: (names: string) =>
      `The same registration serves ${names}: the new secret is stored for all of them.`,
    newSecret: 'New client credential (value)',
    expires: 'Expiry date of the new secret',
    submit: 'Test and replace',
    testing: 'Testing the new secret beside the old one',
    done: (names: string) =>
      `The new secret is in use here for ${names}. If LEGAL 365 uses the old one too, enter the new value there first. Then delete the old secret in Entra.`,
    sameSecret: (names: string) =>
      `This secret was in use already: only its expiry date has changed for ${names}. Do not delete it in Entra.`,
    kept: 'The old secret is still in use.',
  },
} as const;
