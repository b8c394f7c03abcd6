export const permissionsStep = {
  intro:
    'The registration has to name what LEGAL 365 may do. You only add the permissions here; they take effect with the admin consent of the next step.',
  modulesNote: 'These permissions belong to the modules chosen for this entity.',
  toModules: 'Choose other modules',
  application: {
    title: 'Application permissions: what LEGAL 365 does by itself',
    steps: [
      'In the menu of the registration open {apiPermissions} and press {addPermission}.',
      'Choose {microsoftGraph}, then {applicationPermissions}.',
      'Paste the name of each permission below into the search field, open the group that appears and tick the permission.',
      'Press {addPermissions} when all are ticked.',
    ],
  },
  delegated: {
    title: 'Delegated permissions: the mailboxes of the communicator',
    why: 'With these a person can sign in to the own mailbox so that the communicator, the mail part of LEGAL 365, retrieves and sends its mail.',
    steps: [
      'Press {addPermission} once more and choose {microsoftGraph}, then this time {delegatedPermissions}.',
      'Tick these three in the same way and press {addPermissions}.',
    ],
  },
  reasons: {
    'POP.AccessAsUser.All': 'LEGAL 365 retrieves the mail of a mailbox whose owner has signed in.',
    'SMTP.Send': 'LEGAL 365 sends mail from this mailbox.',
    offline_access: 'The owner need not sign in again every hour.',
  },
  allApplication: 'All application permissions, for your notes (the portal’s search finds one at a time)',
  allDelegated: 'All delegated permissions, for your notes (the portal’s search finds one at a time)',
  traps: [
    'Calendars.ReadWrite, Contacts.ReadWrite, Mail.ReadWrite and Mail.Send exist in both lists. Under {delegatedPermissions} they do nothing for LEGAL 365: take them from {applicationPermissions}.',
    'Added is not granted yet: until the consent the column “Status” stays empty or shows a warning. That is right so.',
    'User.Read, which Entra adds by itself, may stay.',
  ],
  tick: 'All permissions are added',
  seen: 'After the consent the application permissions stand in the token of the app, and what is missing is shown here. The delegated ones do not stand there; so your tick counts.',
  allGranted: 'All application permissions that the modules need are granted.',
  missing: (rights: string) => `Missing: ${rights}`,
  surplus: (rights: string) =>
    `More than the modules need: ${rights}. Remove them in API permissions unless something else uses them.`,
  redirectMissing:
    'Nobody has ticked yet that the redirect URIs are entered. Without them the answer to the consent and the sign-in of mailboxes do not work.',
  toRedirect: 'To the redirect URIs',
} as const;

export const smtpStep = {
  intro:
    'So that the communicator, the mail part of LEGAL 365, can send from a mailbox, “Authenticated SMTP” has to be switched on for this mailbox; to retrieve mail also POP, which usually is on. In organisations made after January 2020 Authenticated SMTP is off at first. If you do not use the communicator, you can skip this step.',
  center: {
    title: 'For some mailboxes: in the Microsoft 365 admin center',
    steps: [
      'Open {activeUsers} and choose the person.',
      'Open the tab {mail} and there {manageEmailApps}.',
      'Tick {authenticatedSmtp} and {pop}, then press {saveChanges}.',
      'Repeat this for each mailbox of the communicator, shared ones too.',
    ],
  },
  shell: {
    title: 'For many mailboxes: with PowerShell',
    mailbox: 'Mailbox in the commands',
    connect: 'Once: install the module and sign in',
    mailboxOn: 'Switch on for this mailbox',
    look: 'Look how it stands',
    organisationLook: 'Look at the setting of the organisation',
  },
  organisation: {
    title: 'For the whole organisation: better not',
    text: 'The setting of a mailbox outweighs that of the organisation; so it can stay off there. If you still want it on for everybody:',
    steps: ['Open {settings} and {mailFlow}.', 'Untick {turnOffSmtp} and press {save}.'],
    command: 'The same with PowerShell',
  },
  traps: [
    'Security defaults: Microsoft writes that Authenticated SMTP is off while they are on. If sending fails although the mailbox is switched on, ask the person in charge of your security to replace them by Conditional Access; do not switch them off without replacement.',
    'An authentication policy that blocks basic authentication for SMTP can stop it as well.',
    'LEGAL 365 signs in with OAuth, not with a password: that Microsoft ends basic authentication does not concern it.',
    'A change takes some minutes, about a quarter of an hour.',
  ],
  tick: 'Authenticated SMTP is switched on for the mailboxes of the communicator',
  seen: 'This cannot be seen from here yet. The SMTP test of a mailbox comes with a later version of LEGAL 365 Connect; until then your tick counts.',
} as const;

export const testStep = {
  intro:
    'The test asks Microsoft for a fresh token and tries to read with each module. Green is only what was answered just now; mail sending rests on the right in the token until a test mail was sent.',
  needsValues: 'There is nothing to test yet: the values are not stored.',
  toValues: 'To the values',
  seen: 'Each module has a green tick. What is red says what is missing, who can solve it and where to click.',
} as const;
