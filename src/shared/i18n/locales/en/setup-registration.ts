export const registrationStep = {
  intro:
    'LEGAL 365 signs in to Microsoft 365 as an application. For this your directory needs an app registration: it says who LEGAL 365 is. You make it once.',
  register: {
    title: 'Make the registration',
    steps: [
      'Open {appRegistrations}. If timeSensor is in the list already, go back to step 1 and choose “We have a registration already”; otherwise press {newRegistration}.',
      '{name}: enter timeSensor.',
      '{accountTypes}: choose {singleTenant}.',
      '{redirectUri}: choose the platform {web} in the list and paste the first redirect URI beside it.',
      'Press {register}. The overview of the new registration opens.',
    ],
  },
  name: 'Name of the registration',
  redirect: {
    title: 'Add the redirect URIs',
    why: 'To these addresses Microsoft sends people back after they have consented or signed in. The older help article needed none, because it covered only what LEGAL 365 does without a person. The answer to the admin consent and the sign-in of mailboxes need them.',
    steps: [
      'In the menu of the registration open {authentication}.',
      'If the platform {web} is there, press {addUri} under it and paste the redirect URIs that are missing.',
      'If it is not there, press {addPlatform}, choose {web}, paste the first redirect URI and press {configure}; then add the others with {addUri}.',
      'Press {save}.',
    ],
    uris: {
      consent: 'Redirect URI 1: answer to the admin consent',
      mailbox: 'Redirect URI 2: sign-in of mailboxes',
      desktop: 'Redirect URI 3: sign-in from LEGAL 365 on the desktop',
    },
    platform:
      'Platform of all three: Web. Under “Single-page application” a mailbox would have to sign in anew every day.',
    tick: 'All three redirect URIs are entered under the platform Web',
    tickHint:
      'This cannot be seen from here before Microsoft sends somebody back; so please tick it yourself.',
  },
  ids: {
    title: 'Bring the two IDs here',
    steps: [
      'In the menu of the registration open {overview}.',
      'Copy {applicationId} and {directoryId} and paste them below. You may also mark the whole page, copy it and paste it into one of the fields: the IDs are picked out.',
    ],
    traps: ['Between the two stands {objectId}: it looks the same and is not needed.'],
  },
  seen: 'The form of the IDs is checked at once, and what you enter is kept encrypted for 24 hours. Whether Microsoft knows them shows at step 4.',
  stored: 'This registration is stored and was accepted by Microsoft.',
  change: 'Change the values',
  moreTitle: 'If one directory is not enough',
  more: [
    'The registration lies in another directory than yours, for example that of a parent firm: paste that directory’s ID. The mailboxes must lie in it too, since a single-tenant registration reaches only its own directory.',
    'Several firms, each with a directory of its own: make a registration in each directory and an entity for each one here. This is the clean way: each firm can withdraw its consent by itself.',
    'One registration for several directories: choose accounts in any organizational directory instead. Then each firm’s administrator has to consent in the own directory, and here each entity gets the ID of the directory in which its mailboxes lie.',
  ],
} as const;

export const secretStep = {
  intro:
    'The client secret is the password of the registration. Microsoft shows its value only once, right after it was added: copy it at once and paste it here.',
  task: {
    title: 'Add a client secret',
    steps: [
      'In the menu of the registration open {certificatesAndSecrets}, there {clientSecrets}, and press {newClientSecret}.',
      '{description}: enter LEGAL 365.',
      '{expires}: choose {months24}, the longest there is.',
      'Press {add}.',
      'In the new row copy the column {value} with the copy button beside it, and paste it below.',
    ],
  },
  description: 'Description of the secret',
  traps: [
    'Beside it stands the column {secretId}: that is not the secret. It has the form 1a2b3c4d-…; the value has not.',
    'Once you leave the page, the value is masked for ever. Then simply add another secret; the former one can be deleted.',
    'If {months24} is not offered or {newClientSecret} is grey, a policy of your organisation limits secrets. Choose the longest that is offered; if none is allowed, ask a Global Administrator for an exception for this registration.',
  ],
  needsIds: 'The IDs of the registration are not here yet.',
  toRegistration: 'To the registration',
  seen: 'The form of the value is checked at once; a secret ID is noticed. It is kept encrypted for 24 hours. Whether Microsoft accepts it shows at step 4.',
  stored: 'A secret is stored and was accepted by Microsoft.',
  problem:
    'A registration is stored, but Microsoft refused it at the last test. If the secret has expired or was deleted, add a new one and enter it at step 4.',
  change: 'Replace the secret',
} as const;

export const valuesStep = {
  intro:
    'Here everything comes together. “Save and test” asks Microsoft whether the values are right; only then they are stored.',
  adoptTitle: 'Where the values of an existing registration stand',
  adoptSteps: [
    'Open {appRegistrations} and look for timeSensor, also under all applications.',
    '{overview}: {applicationId} and {directoryId}.',
    '{certificatesAndSecrets}: the value of an existing secret can no longer be read there. If you do not have it noted, for example in LEGAL 365, add another secret (step 3); both are valid side by side.',
  ],
  seen: 'Microsoft’s answer comes within seconds: accepted, or refused with the reason and what to do. Modules that are red afterwards are no reason to worry: their permissions come in the next two steps.',
  next: 'Go on: permissions',
  afterAdopt: 'Please check the redirect URIs too (step 2): the older help article left them out.',
} as const;
