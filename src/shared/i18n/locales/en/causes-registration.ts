import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** The app registration, its consent and its tokens. */
export const registrationCauses = {
  'secret-wrong': {
    title: 'The client secret is not accepted',
    meaning:
      'LEGAL 365 cannot exchange any data with Microsoft 365. Microsoft does not recognise the secret that is stored here: often the secret ID was copied instead of the value, the value was cut off, or the secret has been deleted.',
    steps: [
      'In the Microsoft Entra admin center open App registrations, then your app, then Certificates & secrets.',
      'Choose New client secret, 24 months, Add. Copy the column Value at once: it is shown only this one time. The Secret ID beside it is of no use here.',
      'Paste the value here under Client credential (value) and choose Save and test.',
      'Use the same value for every entity that shares this app.',
    ],
  },
  'secret-expired': {
    title: 'The client secret has expired',
    meaning:
      'LEGAL 365 cannot exchange any data with Microsoft 365 until a new secret is stored. The end date of the present one has passed. Consent and mailbox sign-ins stay as they are.',
    steps: [
      'In the Microsoft Entra admin center open App registrations, then your app, then Certificates & secrets.',
      'Choose New client secret, 24 months, Add, and copy the column Value at once.',
      'Paste the value and its end date here and choose Save and test.',
      'When the test is green for every entity that shares this app, delete the expired secret in the portal.',
    ],
  },
  'secret-missing': {
    title: 'No client secret was sent',
    meaning:
      'The connection cannot be made. Microsoft expected the secret of the app and received none: either none is stored here, or the redirect URI of the app stands under the wrong platform.',
    steps: [
      'Check that a client credential is stored for this entity.',
      'In the Microsoft Entra admin center open App registrations, then your app, then Authentication. The redirect URI of LEGAL 365 Connect belongs under the platform Web.',
      'If both are right, send Microsoft’s answer below to LEGAL 365 support.',
    ],
  },
  'app-not-found': {
    title: 'The app is unknown in this directory',
    meaning:
      'LEGAL 365 cannot reach Microsoft 365. In the directory given there is no app with this application ID: one of the two IDs is wrong, the object ID was copied instead of the application ID, or the app was deleted.',
    steps: [
      'In the Microsoft Entra admin center open App registrations, then your app, then Overview.',
      'Copy Application (client) ID and Directory (tenant) ID and compare them with the values entered here. The object ID is another number.',
      'If the app was registered only a moment ago, wait two minutes.',
      'Choose Save and test.',
    ],
  },
  'app-disabled': {
    title: 'The app is switched off',
    meaning:
      'LEGAL 365 gets no access to Microsoft 365. Somebody at your firm, or Microsoft, has switched off sign-in for this app.',
    steps: [
      'In the Microsoft Entra admin center open Enterprise apps, then your app, then Properties.',
      'Set Enabled for users to sign in to Yes and save.',
      'If it cannot be switched on, Microsoft has disabled the app: register a new one and enter its values here.',
      'Choose Test connection.',
    ],
  },
  'app-config-wrong': {
    title: 'A setting of the app registration does not fit',
    meaning:
      'Microsoft knows the app, yet refuses this step. The platform of the redirect URI, the account types, the list of API permissions or a rule of your organisation about secrets does not fit. Microsoft’s answer below names which.',
    steps: [
      'In the Microsoft Entra admin center open App registrations, then your app, then Authentication. The redirect URI belongs under Web, the account type is this organisational directory only.',
      'Under API permissions compare the list with the one in the set-up here and add what is missing.',
      'If the answer speaks of a policy for secrets, choose a shorter validity, or have the policy exempt this app.',
      'Repeat the step.',
    ],
  },
  'tenant-not-found': {
    title: 'The directory was not found',
    meaning:
      'LEGAL 365 cannot reach your Microsoft 365. Microsoft knows no directory with the ID given; it may contain a typing error or belong to another Microsoft cloud.',
    steps: [
      'In the Microsoft Entra admin center open App registrations, then your app, then Overview.',
      'Copy Directory (tenant) ID with the copy button and paste it here.',
      'Choose Save and test.',
    ],
  },
  'consent-missing': {
    title: 'Consent is missing',
    meaning:
      'LEGAL 365 may not read or change these data yet. Nobody has agreed to what the app may do, or the agreement was withdrawn.',
    steps: [
      'For the whole firm: choose Grant admin consent here and sign in as Global Administrator or Privileged Role Administrator. The way in the portal: App registrations, your app, API permissions, Grant admin consent.',
      'Wait a minute, then choose Test connection. Microsoft needs a moment to pass the consent on.',
    ],
  },
  'admin-approval-needed': {
    title: 'An administrator has to approve this',
    meaning:
      'You cannot finish this step yourself. In your organisation only an administrator may agree to what the app asks for.',
    steps: [
      'Ask a Global Administrator or Privileged Role Administrator to choose Grant admin consent here. Application Administrator is not enough for these permissions.',
      'If Microsoft offers to send a request, send it. Administrators find it under Enterprise apps, Admin consent requests.',
      'After that, repeat your step.',
    ],
  },
  'user-declined': {
    title: 'The consent page was cancelled',
    meaning: 'Nothing has changed. On Microsoft’s page somebody chose Cancel, or was not allowed to agree.',
    steps: [
      'Start the step again and accept the permissions on Microsoft’s page. They only serve the modules chosen here.',
      'For the consent of the whole firm sign in as Global Administrator or Privileged Role Administrator.',
    ],
  },
  'resource-not-in-tenant': {
    title: 'Your directory lacks the service',
    meaning:
      'The data cannot be reached because Exchange Online, or another service needed, is not part of this directory: there is no subscription, it has lapsed, or the mailboxes belong to another directory.',
    steps: [
      'Check that the Directory (tenant) ID is that of the directory which holds your mailboxes.',
      'In the Microsoft 365 admin center open Billing, Your products, and look whether a subscription with Exchange Online is active.',
      'If an API permission of a service that no longer exists stands in the app registration, remove it and grant admin consent again.',
      'Choose Test connection.',
    ],
  },
  'redirect-mismatch': {
    title: 'The redirect URI is not registered',
    meaning:
      'Sign-in and consent end on a page of Microsoft instead of coming back here. The address to which Microsoft shall return is not entered in the app, or differs by a character.',
    steps: [
      'Copy the redirect URI shown in the set-up here.',
      'In the Microsoft Entra admin center open App registrations, then your app, then Authentication, Add a platform, Web, and paste it. It has to match to the letter.',
      'Save, wait a minute and repeat the step.',
    ],
  },
  'request-malformed': {
    title: 'Microsoft did not accept our request',
    meaning: 'This step did not work because of how LEGAL 365 Connect asked. There is nothing you did wrong.',
    steps: [
      'Try the step once more.',
      'If it fails again, send Microsoft’s answer below to LEGAL 365 support.',
    ],
  },
  'permission-missing': {
    title: 'A permission is missing',
    meaning:
      'This module cannot work. The app lacks the permission named below, it was added as a delegated instead of an application permission, or nobody has consented to it yet.',
    steps: [
      'In the Microsoft Entra admin center open App registrations, then your app, then API permissions, Add a permission, Microsoft Graph, Application permissions.',
      'Tick the permission named below and choose Add permissions.',
      'Choose Grant admin consent. The status has to read Granted. This needs a Global Administrator or Privileged Role Administrator.',
      'Wait a minute, then choose Test connection.',
    ],
  },
  'policy-restricts-mailbox': {
    title: 'Your firm keeps the app out of this mailbox',
    meaning:
      'The permission is there, but a rule in Exchange limits the app to certain mailboxes, and this one is not among them. If that is intended, all is well and only the test mailbox has to change.',
    steps: [
      'If the mailbox shall stay closed, choose another test mailbox here, one inside the permitted group.',
      'Else an Exchange administrator adds the mailbox to the group or scope of the rule (RBAC for Applications or application access policy).',
      'Changes of such rules take up to two hours. Then choose Test connection.',
    ],
  },
  'token-wrong-audience': {
    title: 'The access was meant for another service',
    meaning:
      'This step did not work because LEGAL 365 Connect presented an access token for another service of Microsoft.',
    steps: [
      'Test the connection again.',
      'If it fails again, send Microsoft’s answer below to LEGAL 365 support.',
    ],
  },
  'token-invalid': {
    title: 'The access token was not accepted',
    meaning:
      'Microsoft refused the short-lived access token. Usually the next one works; a clock that is wrong on the server is another possibility.',
    steps: [
      'Choose Test connection: a new token is fetched.',
      'If it fails again, check the time on the server and send Microsoft’s answer below to LEGAL 365 support.',
    ],
  },
  'cae-challenge': {
    title: 'Microsoft asks for a fresh access token',
    meaning:
      'Nothing is broken. A rule or an account has changed, and Microsoft no longer accepts the former token. A new one is fetched by itself.',
    steps: [
      'Choose Test connection again.',
      'If this comes back, an administrator looks at the sign-in logs in the Microsoft Entra admin center for the Conditional Access policy that concerns this app.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
