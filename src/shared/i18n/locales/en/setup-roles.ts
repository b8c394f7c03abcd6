export const rolesStep = {
  intro:
    'In ten steps LEGAL 365 gets its own, limited access to your Microsoft 365. You work in Microsoft’s portals beside this page; here you are told where to click, what to copy and whether it worked. You can stop at any time and go on later, or let somebody else go on.',
  you: (name: string, username: string) => `You are signed in as ${name} (${username}).`,
  canConsent: 'Your directory role lets you do every step in Entra, the admin consent included.',
  cannotConsent:
    'Your directory role does not allow the admin consent (step 6): an Application Administrator or Cloud Application Administrator cannot consent to application permissions of Microsoft Graph. Authenticated SMTP (step 7) needs an Exchange Administrator or Global Administrator. Do all other steps; at step 6 you get a link for somebody who may.',
  consentUnknown:
    'Whether you may grant the admin consent (step 6) cannot be seen from here. It takes a Global Administrator or a Privileged Role Administrator.',
  tableTitle: 'Which role each step needs',
  step: 'Step',
  role: 'Role in Microsoft Entra',
  rows: {
    registration: {
      what: 'Registration, secret and permissions (2, 3, 5)',
      role: 'Application Administrator, Cloud Application Administrator or Global Administrator. Application Developer is enough for a registration of one’s own.',
    },
    values: {
      what: 'Values and test in this tab (4, 8)',
      role: 'Administrator of LEGAL 365 Connect: one of the roles above, or the app role Admin.',
    },
    consent: {
      what: 'Admin consent (6)',
      role: 'Global Administrator or Privileged Role Administrator. Application Administrator is not enough.',
    },
    smtp: {
      what: 'Authenticated SMTP (7)',
      role: 'Exchange Administrator or Global Administrator.',
    },
    legal365: {
      what: 'Hand-over (9)',
      role: 'Administrator of LEGAL 365 (no role in Entra).',
    },
  },
  lackTitle: 'If you lack a role',
  lack: [
    'Do the steps that you may do, and hand over the others with the button “Hand over to a colleague”: it copies a link to the very step.',
    'If you do not know who has a role: the person or the IT company that once set up Microsoft 365 for your firm is a Global Administrator.',
    'In small firms the account that bought Microsoft 365 is often a Global Administrator of its own; sign in to the portal with it.',
  ],
  choiceTitle: 'How do you want to begin?',
  fresh: 'Start from nothing',
  freshText: 'There is no registration for timeSensor or LEGAL 365 in Entra yet.',
  adopt: 'We have a registration already',
  adoptText:
    'It was made for LEGAL 365 before, for example by the older help article. You enter its values; then you see which permissions are missing or too much. What that article left out comes too: the redirect URIs and the delegated permissions.',
} as const;
