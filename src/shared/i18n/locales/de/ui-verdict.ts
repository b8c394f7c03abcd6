import type { UiMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('de', n, { one, other });

export const uiVerdict: Pick<UiMessages, 'verdict' | 'problems' | 'problem'> = {
  verdict: {
    whoLabel: 'Wer kann es lösen',
    who: {
      admin: 'Ein Administrator Ihres Microsoft 365',
      user: 'Sie selbst',
      developer: 'Der Support von LEGAL 365: Schicken Sie ihm die Antwort unten',
      nobody: 'Vorerst niemand; oft geht es von selbst vorbei',
    },
    whoUnknown:
      'Nicht bekannt, weil der Grund nicht bekannt ist. Falls es wieder vorkommt: der Support von LEGAL 365',
    steps: 'Was ist zu tun?',
    alternatives: 'Es kann auch sein',
    confidence: {
      certain: '',
      likely: 'Das ist der wahrscheinlichste Grund.',
      guess: 'Die Antwort von Microsoft sagt wenig: Das ist eine Vermutung.',
    },
    waitSeconds: (seconds) =>
      count(
        seconds,
        'Microsoft bittet, vor dem nächsten Versuch 1 Sekunde zu warten.',
        `Microsoft bittet, vor dem nächsten Versuch ${seconds} Sekunden zu warten.`,
      ),
    contradictions: {
      'right-in-token-but-refused': 'Das Recht ist erteilt, und doch hat Microsoft den Zugriff abgelehnt.',
      'right-missing-but-answered':
        'Das Recht steht nicht im Token, und doch hat Microsoft geantwortet: Der Zugriff ist vielleicht auf bestimmte Postfächer beschränkt.',
    },
    longToken: (length) =>
      `Das Zugriffstoken für dieses Postfach ist ungewöhnlich lang: ${length} Zeichen. Der POP3-Server von Exchange lehnt Berichten zufolge Token mit mehr als 4096 Zeichen ab, auch wenn sie gültig sind. Dann hilft weder eine neue Anmeldung noch eine andere Einstellung: Melden Sie es dem Support von LEGAL 365. Das Senden ist nicht betroffen.`,
    grantConsent: 'Administratorzustimmung erteilen',
    grantConsentHint:
      'Öffnet die Seite von Microsoft. Nötig ist ein Globaler Administrator oder ein Administrator für privilegierte Rollen.',
    cannotConsent:
      'Ihre Rolle kann diesen Rechten nicht zustimmen. Senden Sie den Link einem Globalen Administrator oder einem Administrator für privilegierte Rollen.',
    copyConsentLink: 'Link kopieren',
    prepareMessage: 'Nachricht mit dem Link vorbereiten',
    openPermissions: 'API-Berechtigungen öffnen',
    openSecrets: 'Zertifikate & Geheimnisse öffnen',
    openRegistration: 'Registrierung öffnen',
    answer: 'Antwort von Microsoft',
    received: 'Was ankam',
    facts: {
      code: 'Code',
      error: 'Fehler',
      message: 'Meldung',
      httpStatus: 'HTTP-Status',
      requestId: 'Anforderungs-ID',
      traceId: 'Ablaufverfolgungs-ID',
      correlationId: 'Korrelations-ID',
      time: 'Zeit',
      permission: 'Recht',
      mailbox: 'Postfach',
      host: 'Server',
    },
  },
  problems: {
    'validation-failed': {
      title: 'An der Eingabe stimmt etwas nicht',
      text: 'Berichtigen Sie die markierten Felder.',
    },
    'body-not-json': { title: 'Die Anfrage wurde nicht verstanden', text: 'Laden Sie die Seite neu.' },
    'body-too-large': {
      title: 'Die Eingabe ist zu lang',
      text: 'Kürzen Sie sie und versuchen Sie es noch einmal.',
    },
    'media-type-unsupported': {
      title: 'Die Anfrage wurde nicht verstanden',
      text: 'Laden Sie die Seite neu.',
    },
    'token-missing': { title: 'Sie sind nicht angemeldet', text: 'Melden Sie sich wieder an.' },
    'token-refused': { title: 'Ihre Anmeldung gilt nicht mehr', text: 'Melden Sie sich wieder an.' },
    'tenant-not-allowed': {
      title: 'Ihre Organisation darf diese Installation nicht verwenden',
      text: 'Bitten Sie den Betreiber von LEGAL 365 Connect, Ihr Verzeichnis zuzulassen.',
    },
    'role-missing': {
      title: 'Ihre Rolle erlaubt das nicht',
      text: 'Wenden Sie sich an Ihren Administrator.',
    },
    'key-refused': {
      title: 'Der Dienstschlüssel wird nicht angenommen',
      text: 'Er ist unbekannt, abgelaufen oder wurde widerrufen. Erstellen Sie einen neuen.',
    },
    'scope-missing': {
      title: 'Der Dienstschlüssel darf das nicht',
      text: 'Erstellen Sie einen Schlüssel mit diesem Bereich.',
    },
    'not-found': {
      title: 'Das gibt es nicht (mehr)',
      text: 'Vielleicht wurde es entfernt. Gehen Sie zur Übersicht.',
    },
    conflict: {
      title: 'Jemand anderes hat das inzwischen geändert',
      text: 'Laden Sie es neu und wiederholen Sie Ihre Änderung.',
    },
    'registration-missing': {
      title: 'Es ist keine Registrierung gespeichert',
      text: 'Tragen Sie zuerst die Registrierung ein.',
    },
    'registration-refused': {
      title: 'Microsoft hat die Werte abgelehnt',
      text: 'Es wurde nichts gespeichert.',
    },
    'registration-unchecked': {
      title: 'Die Werte konnten nicht geprüft werden',
      text: 'Es wurde nichts gespeichert. Versuchen Sie es in einigen Minuten noch einmal.',
    },
    'app-token-refused': {
      title: 'Microsoft stellt kein Token aus',
      text: 'Die Registrierung wird abgelehnt. Der Anbindungstest sagt, warum.',
    },
    'sign-in-needed': {
      title: 'Das Postfach braucht eine Anmeldung',
      text: 'Bei diesem Postfach hat sich noch niemand angemeldet, oder die Anmeldung muss wiederholt werden. Öffnen Sie das Konto und wählen Sie «Mit Microsoft anmelden».',
    },
    'retrieval-off': {
      title: 'Das Abrufen ist ausgeschaltet',
      text: 'Ihr Administrator kann es für diese Entität einschalten, unter «Postfächer».',
    },
    'too-many-requests': {
      title: 'Zu viele Anfragen',
      text: 'Warten Sie eine Minute und versuchen Sie es noch einmal.',
    },
    unavailable: {
      title: 'LEGAL 365 Connect ist im Moment nicht verfügbar',
      text: 'Versuchen Sie es in einigen Minuten noch einmal.',
    },
    internal: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Versuchen Sie es noch einmal. Bleibt es so, nennen Sie dem Support die Nummer unten.',
    },
  },
  problem: {
    unreachable: {
      title: 'LEGAL 365 Connect ist nicht erreichbar',
      text: 'Prüfen Sie die Verbindung zum Internet und versuchen Sie es noch einmal.',
    },
    unreadable: {
      title: 'Die Antwort wurde nicht verstanden',
      text: 'Vielleicht haben diese Seite und der Server verschiedene Versionen. Laden Sie die Seite neu.',
    },
    requestId: (id) => `Nummer für den Support: ${id}`,
  },
};
