import type { SetupState, SetupStep } from '../../../domain/setup.ts';
import { permissionsStep, smtpStep, testStep } from './setup-rights.ts';
import { registrationStep, secretStep, valuesStep } from './setup-registration.ts';
import { rolesStep } from './setup-roles.ts';

export const setup = {
  title: 'Set-up',
  steps: {
    roles: 'You and your roles',
    registration: 'App registration',
    secret: 'Client secret',
    values: 'Values',
    permissions: 'Permissions',
    consent: 'Admin consent',
    smtp: 'Authenticated SMTP',
    test: 'Connection test',
    'hand-over': 'Hand-over to LEGAL 365',
    summary: 'Summary',
  } satisfies Record<SetupStep, string>,
  states: {
    done: 'checked',
    ticked: 'entered or ticked',
    running: 'running',
    unknown: 'unknown',
    problem: 'needs attention',
    'to-do': 'to do',
  } satisfies Record<SetupState, string>,
  nav: {
    label: 'Steps of the set-up',
    position: (step: number, total: number, title: string) => `Step ${step} of ${total}: ${title}`,
    numbered: (step: number, title: string) => `${step}. ${title}`,
    back: 'Back',
    nextTo: (title: string) => `Next: ${title}`,
    backTo: (title: string) => `Back: ${title}`,
  },
  who: 'Who may do this',
  roleOf: {
    roles: 'Everybody',
    registration:
      'Application Administrator, Cloud Application Administrator, Application Developer or Global Administrator',
    secret:
      'Application Administrator, Cloud Application Administrator, Global Administrator, or who owns the registration',
    values: 'An administrator of LEGAL 365 Connect',
    permissions:
      'Application Administrator, Cloud Application Administrator, Global Administrator, or who owns the registration',
    consent: 'Global Administrator or Privileged Role Administrator, nobody else',
    smtp: 'Exchange Administrator or Global Administrator',
    test: 'An administrator of LEGAL 365 Connect',
    'hand-over': 'An administrator of LEGAL 365 Connect, with an administrator of LEGAL 365',
    summary: 'Everybody',
  } satisfies Record<SetupStep, string>,
  pasteTitle: 'To paste here',
  seenTitle: 'How you see that it worked',
  trapsTitle: 'Watch out',
  portalNote:
    'The buttons open Microsoft’s portals beside this page; nothing here is lost. As of November 2026: portals change, and they follow your own language setting there. If a page looks different, look for the English words.',
  open: {
    registrations: 'Open App registrations',
    overview: 'Open the overview of the registration',
    authentication: 'Open Authentication',
    secrets: 'Open Certificates & secrets',
    permissions: 'Open API permissions',
    users: 'Open the active users',
    exchange: 'Open the Exchange admin center',
  },
  tickedBy: (name: string, when: string) => `Ticked by ${name}, ${when}`,
  ticked: (when: string) => `Ticked ${when}`,
  tickFailed: 'The tick could not be saved',
  readOnly: 'You can look at every step. Only administrators can enter values and tick steps.',
  usersTitle: 'The set-up is done by your administrators',
  usersText:
    'They need the role Global Administrator or Application Administrator in Microsoft 365. Here you see how far they are.',
  askPeople: (names: string) => `Ask ${names}: they have worked on it so far.`,
  handOver: {
    button: 'Hand over to a colleague',
    message: (entity: string, step: string, link: string) =>
      `Please go on with the set-up of LEGAL 365 for “${entity}” at the step “${step}”: ${link}`,
    done: 'Copied. Paste it into a chat or a mail; the link opens this very step.',
    failed: 'The browser does not allow copying. Mark the text and copy it yourself.',
    needs: (roles: string) => `Who may do this step in Microsoft’s portal: ${roles}.`,
    tab: 'To enter values here one has to be an administrator of LEGAL 365 Connect; an outside IT supporter with the role Reader sees all steps.',
  },
  rolesStep,
  registrationStep,
  secretStep,
  valuesStep,
  permissionsStep,
  smtpStep,
  testStep,
} as const;
