import type { SetupMessages } from '../../messages.ts';
import { registrationStep, secretStep, valuesStep } from './setup-registration.ts';
import { permissionsStep, smtpStep, testStep } from './setup-rights.ts';
import { rolesStep } from './setup-roles.ts';

export const setup: SetupMessages = {
  title: 'Einrichtung',
  steps: {
    roles: 'Sie und Ihre Rollen',
    registration: 'App-Registrierung',
    secret: 'Geheimer Clientschlüssel',
    values: 'Werte',
    permissions: 'Berechtigungen',
    consent: 'Administratorzustimmung',
    smtp: 'Authentifiziertes SMTP',
    test: 'Anbindung testen',
    'hand-over': 'Übergabe an LEGAL 365',
    summary: 'Zusammenfassung',
  },
  states: {
    done: 'geprüft',
    ticked: 'eingetragen oder abgehakt',
    running: 'läuft',
    unknown: 'unbekannt',
    problem: 'braucht Aufmerksamkeit',
    'to-do': 'zu tun',
  },
  nav: {
    label: 'Schritte der Einrichtung',
    position: (step, total, title) => `Schritt ${step} von ${total}: ${title}`,
    numbered: (step, title) => `${step}. ${title}`,
    back: 'Zurück',
    nextTo: (title) => `Weiter: ${title}`,
    backTo: (title) => `Zurück: ${title}`,
  },
  who: 'Wer das darf',
  roleOf: {
    roles: 'Alle',
    registration:
      'Anwendungsadministrator, Cloudanwendungsadministrator, Anwendungsentwickler oder Globaler Administrator',
    secret:
      'Anwendungsadministrator, Cloudanwendungsadministrator, Globaler Administrator oder wem die Registrierung gehört',
    values: 'Administrator von LEGAL 365 Connect',
    permissions:
      'Anwendungsadministrator, Cloudanwendungsadministrator, Globaler Administrator oder wem die Registrierung gehört',
    consent: 'Globaler Administrator oder Administrator für privilegierte Rollen, sonst niemand',
    smtp: 'Exchange-Administrator oder Globaler Administrator',
    test: 'Administrator von LEGAL 365 Connect',
    'hand-over': 'Administrator von LEGAL 365 Connect, zusammen mit einem Administrator von LEGAL 365',
    summary: 'Alle',
  },
  pasteTitle: 'Hier einzufügen',
  seenTitle: 'Woran Sie sehen, dass es geklappt hat',
  trapsTitle: 'Achten Sie darauf',
  portalNote:
    'Die Schaltflächen öffnen die Portale von Microsoft neben dieser Seite; hier geht nichts verloren. Stand November 2026: Portale ändern sich, und sie richten sich nach Ihrer eigenen Spracheinstellung dort. Sieht eine Seite anders aus, suchen Sie nach den englischen Wörtern.',
  open: {
    registrations: 'App-Registrierungen öffnen',
    overview: 'Übersicht der Registrierung öffnen',
    authentication: 'Authentifizierung öffnen',
    secrets: 'Zertifikate & Geheimnisse öffnen',
    permissions: 'API-Berechtigungen öffnen',
    users: 'Aktive Benutzer öffnen',
    exchange: 'Exchange Admin Center öffnen',
  },
  tickedBy: (name, when) => `Abgehakt von ${name}, ${when}`,
  ticked: (when) => `Abgehakt ${when}`,
  tickFailed: 'Der Haken konnte nicht gespeichert werden',
  readOnly:
    'Sie können jeden Schritt ansehen. Werte eingeben und Schritte abhaken können nur Administratoren.',
  usersTitle: 'Die Einrichtung machen Ihre Administratoren',
  usersText:
    'Sie brauchen in Microsoft 365 die Rolle Globaler Administrator oder Anwendungsadministrator. Hier sehen Sie, wie weit sie sind.',
  askPeople: (names) => `Fragen Sie ${names}: bisher daran gearbeitet.`,
  handOver: {
    button: 'Einer anderen Person übergeben',
    message: (entity, step, link) =>
      `Bitte machen Sie mit der Einrichtung von LEGAL 365 für «${entity}» beim Schritt «${step}» weiter: ${link}`,
    done: 'Kopiert. Fügen Sie es in einen Chat oder eine E-Mail ein; der Link öffnet genau diesen Schritt.',
    failed: 'Der Browser lässt das Kopieren nicht zu. Markieren Sie den Text und kopieren Sie ihn selbst.',
    needs: (roles) => `Wer diesen Schritt im Portal von Microsoft machen darf: ${roles}.`,
    tab: 'Wer hier Werte eingibt, muss Administrator von LEGAL 365 Connect sein; ein externer IT-Betreuer mit der Rolle Leser sieht alle Schritte.',
  },
  rolesStep,
  registrationStep,
  secretStep,
  valuesStep,
  permissionsStep,
  smtpStep,
  testStep,
};
