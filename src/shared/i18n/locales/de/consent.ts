import type { ConsentMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('de', n, { one, other });

export const consent: ConsentMessages = {
  title: 'Administratorzustimmung',
  intro:
    'Ein Administrator stimmt einmal für die ganze Kanzlei dem zu, was die Registrierung tun darf. Erst dann stellt Microsoft Tokens mit diesen Rechten aus.',
  needsRegistration:
    'Zugestimmt wird einer Registrierung. Es ist noch keine gespeichert: Tragen Sie zuerst ihre Werte ein und kommen Sie dann zurück.',
  toValues: 'Werte eintragen',
  onlyAdmins:
    'Nur Ihre Administratoren können die Zustimmung hier starten. Sie sehen, was erteilt ist und was fehlt.',
  table: {
    title: 'Nötige und erteilte Rechte',
    right: 'Recht',
    kind: 'Art',
    forWhat: 'Wofür',
    state: 'Zustand',
    kinds: { application: 'Anwendung', delegated: 'Delegiert' },
    states: {
      granted: 'erteilt',
      'read-only': 'nur lesen',
      missing: 'fehlt',
      unknown: 'unbekannt',
    },
    untilSignIn: 'unbekannt bis zur ersten Anmeldung eines Postfachs',
    mailboxes: {
      'POP.AccessAsUser.All': 'Postfächer des Kommunikators: E-Mails abrufen',
      'SMTP.Send': 'Postfächer des Kommunikators: E-Mails senden',
      offline_access: 'Postfächer des Kommunikators: angemeldet bleiben',
    },
    delegatedWhy:
      'Delegierte Rechte stehen in keinem Token der App; ob sie erteilt sind, lässt sich von hier aus nicht sehen. Die erste Anmeldung eines Postfachs zeigt es. Die Zustimmung umfasst sie nur, wenn sie in der Registrierung unter «API-Berechtigungen» (API permissions) stehen.',
    notKnown:
      'Was erteilt ist, ist zurzeit nicht bekannt: Es gibt kein Token der letzten 24 Stunden, das es zeigt. Testen Sie die Anbindung oder erteilen Sie die Zustimmung.',
    asOf: (when) => `Nach dem Token der App vom ${when}.`,
  },
  surplus: {
    title: 'Mehr als nötig',
    text: (rights) =>
      `Die Registrierung hat auch ${rights}. Die gewählten Module brauchen das nicht, und die Daten stehen dafür offen.`,
    steps: [
      'Öffnen Sie im Entra Admin Center «App-Registrierungen», Ihre App, «API-Berechtigungen» (API permissions) und klicken Sie im Menü des Rechts auf «Berechtigung entfernen» (Remove permission).',
      'Öffnen Sie danach «Unternehmensanwendungen» (Enterprise applications), dieselbe App, «Berechtigungen» (Permissions) und klicken Sie im Menü des Rechts auf «Widerrufen» (Revoke): Wird es nur aus der Liste entfernt, bleibt es erteilt.',
      'Testen Sie hier die Anbindung. Das Recht steht dann nicht mehr da.',
    ],
  },
  openPermissions: 'API-Berechtigungen öffnen',
  start: {
    title: 'Zustimmung erteilen',
    text: 'Es öffnet sich die Seite von Microsoft und nennt, was die App tun darf. Melden Sie sich dort mit einem Konto an, das zustimmen darf; diese Seite sieht das Ergebnis von selbst.',
    unknownRole:
      'Welche Rolle Sie in Entra haben, ist von hier aus nicht zu sehen. Verlangt die Seite von Microsoft die Genehmigung eines Administrators, schicken Sie stattdessen den Link.',
    listedOnly:
      'Die Zustimmung umfasst, was die Registrierung unter «API-Berechtigungen» (API permissions) nennt, auch die delegierten Rechte für die Postfächer, wenn sie dort stehen. Fügen Sie zuerst hinzu, was dort fehlt.',
    again: (rights) =>
      `Eine Zustimmung ist da, aber nicht für ${rights}. Ein Modul kam dazu, eine neue Version braucht mehr, oder die Zustimmung wurde zurückgezogen. Fügen Sie das Recht unter «API-Berechtigungen» hinzu, falls es dort nicht steht, und erteilen Sie die Zustimmung noch einmal.`,
    readOnly: (rights) =>
      `Erteilt ist nur das Lesen, LEGAL 365 muss aber auch schreiben: ${rights} fehlt. Fügen Sie es unter «API-Berechtigungen» hinzu und erteilen Sie die Zustimmung noch einmal.`,
    failed: 'Die Zustimmung konnte nicht gestartet werden',
  },
  send: {
    title: 'Jemand anders stimmt zu',
    text: 'Ihre Rolle kann diesen Rechten nicht zustimmen: Es braucht einen Globalen Administrator oder einen Administrator für privilegierte Rollen. Schicken Sie dieser Person diese Nachricht.',
    textUnknown:
      'Schicken Sie den Link einem Globalen Administrator oder einem Administrator für privilegierte Rollen Ihrer Kanzlei.',
    prepare: 'Nachricht mit dem Link vorbereiten',
    message: 'Nachricht',
    copy: 'Nachricht kopieren',
    copyLink: 'Nur den Link kopieren',
    mail: 'E-Mail schreiben',
    watching:
      'Sie können diese Seite schliessen. LEGAL 365 Connect schaut einige Tage lang von selbst nach, ob die andere Person zugestimmt hat; das Ergebnis finden Sie hier.',
    subject: (entity) => `Bitte Administratorzustimmung für LEGAL 365 erteilen (${entity})`,
    body: ({ entity, app, directory, sender, application, delegated, link }) =>
      [
        'Guten Tag',
        '',
        `${entity} bindet LEGAL 365 von timeSensor an Microsoft 365 an. Dazu muss ein Globaler Administrator oder ein Administrator für privilegierte Rollen einmal für die ganze Kanzlei die Administratorzustimmung erteilen. Es geht um die App-Registrierung für timeSensor LEGAL 365 (Anwendungs-ID ${app}) in Ihrem eigenen Verzeichnis.`,
        '',
        `1. Öffnen Sie diesen Link zu Microsoft: ${link}`,
        `2. Melden Sie sich mit einem Konto des Verzeichnisses ${directory} an.`,
        '3. Prüfen Sie die Liste und klicken Sie auf «Akzeptieren» (Accept).',
        '',
        `Anwendungsrechte, die LEGAL 365 braucht: ${application}.`,
        `Delegierte Rechte für die Postfächer des Kommunikators: ${delegated}.`,
        'Die Seite von Microsoft verlangt, was in der Registrierung steht. Unter «Unternehmensanwendungen» (Enterprise applications) können Sie es jederzeit widerrufen.',
        '',
        'Es geht auch ohne den Link: Öffnen Sie im Entra Admin Center «App-Registrierungen», suchen Sie die Anwendungs-ID von oben, öffnen Sie «API-Berechtigungen» (API permissions) und klicken Sie auf «Administratorzustimmung erteilen» (Grant admin consent).',
        '',
        'Nach dem Akzeptieren zeigt Microsoft vielleicht eine leere Seite oder einen Hinweis, der keinen Erfolg nennt: Die Zustimmung gilt trotzdem, und Sie können die Seite schliessen.',
        '',
        `Gebeten hat Sie ${sender}. Fragen Sie im Zweifel zurück, bevor Sie zustimmen. Vielen Dank.`,
      ].join('\n'),
  },
  progress: {
    waiting: 'Die Seite von Microsoft ist offen',
    waitingText:
      'Stimmen Sie dort zu. Diese Seite sieht die Antwort von selbst; Sie können sie offen lassen und etwas anderes tun.',
    waitingSent: 'Warten auf die Zustimmung einer anderen Person',
    asked: (who) => `${who} bittet um Ihre Zustimmung`,
    askedBy: (who, when) => `Warten auf die Zustimmung, um die ${who} gebeten hat, ${when}`,
    looking: 'Microsoft meldet, dass zugestimmt wurde',
    lookingText:
      'Es kann einige Minuten dauern, bis die Rechte im Token der App ankommen. Es ist nichts falsch; diese Seite schaut weiter nach.',
    label: 'Warten auf die Zustimmung',
    startedBy: (when, who) => (who === '' ? `Begonnen ${when}` : `Begonnen ${when} von ${who}`),
    looks: (n, when) => count(n, `einmal nachgeschaut, ${when}`, `${n}-mal nachgeschaut, zuletzt ${when}`),
    notLooked: 'noch nicht nachgeschaut',
    missing: (rights) => `Noch nicht im Token: ${rights}.`,
    late: (n, rights) =>
      count(
        n,
        `${rights} ist nicht mitgekommen. Wahrscheinlich steht es unter «API-Berechtigungen» (API permissions) nicht mit dem Typ «Anwendung» («Gewährt» in einer Zeile des Typs «Delegiert» zählt nicht). Fügen Sie es dort hinzu und erteilen Sie die Zustimmung noch einmal.`,
        `${rights} sind nicht mitgekommen. Wahrscheinlich stehen sie unter «API-Berechtigungen» (API permissions) nicht mit dem Typ «Anwendung» («Gewährt» in einer Zeile des Typs «Delegiert» zählt nicht). Fügen Sie sie dort hinzu und erteilen Sie die Zustimmung noch einmal.`,
      ),
    goesOn: 'LEGAL 365 Connect schaut weiter nach.',
    cancelSent:
      'Auch wenn Sie abbrechen, funktioniert der Link bei Microsoft weiter. Eine später erteilte Zustimmung sieht der nächste Test der Anbindung.',
    lookNow: 'Jetzt nachschauen',
    openAgain: 'Noch einmal öffnen',
    noWindow:
      'Hat sich keine Seite geöffnet, hat der Browser sie vielleicht blockiert: Klicken Sie auf «Noch einmal öffnen».',
    lookFailed: 'Es konnte nicht nachgeschaut werden',
    cancelFailed: 'Es konnte nicht abgebrochen werden',
  },
  question: {
    title: 'Was steht auf der Seite von Microsoft?',
    text: 'Seit zwei Minuten ist keine Antwort zurückgekommen. Schauen Sie im geöffneten Fenster nach und wählen Sie, was dort steht.',
    given: 'Die Zustimmung wurde erteilt, oder die Seite ist leer',
    givenText: 'Dann sind die Rechte unterwegs. LEGAL 365 Connect schaut jetzt nach.',
    redirect: 'AADSTS50011: Umleitungs-URI (redirect URI)',
    redirectText:
      'Die Registrierung nennt die Adresse nicht, an die Microsoft antworten soll. Mit dem einfachen Link, der keine Antwort braucht, können Sie sofort weitermachen. Für später fügen Sie die Adresse hinzu:',
    redirectSteps: [
      'Öffnen Sie im Entra Admin Center «App-Registrierungen», Ihre App, «Authentifizierung» (Authentication).',
      'Klicken Sie auf «Plattform hinzufügen» (Add a platform), dann auf «Web». Ist «Web» schon da, klicken Sie dort auf «URI hinzufügen» (Add URI).',
      'Fügen Sie diese Adresse ein und speichern Sie. Sie muss zur Plattform «Web» gehören, nicht zu «Single-Page-Anwendung» (Single-page application).',
    ],
    redirectUri: 'Umleitungs-URI für die Zustimmung',
    simpleLink: 'Mit dem einfachen Link weitermachen',
    approval: 'Genehmigung des Administrators erforderlich, oder nicht berechtigt',
    approvalText:
      'Das dort angemeldete Konto darf diesen Rechten nicht zustimmen. Ein Globaler Administrator oder ein Administrator für privilegierte Rollen kann es.',
    other: 'Ein anderer Fehler',
    otherText:
      'Kopieren Sie den Text der Seite von Microsoft mit seiner Nummer (AADSTS…) und fügen Sie ihn hier ein.',
    otherLabel: 'Text der Seite von Microsoft',
    explain: 'Erklären',
    explaining: 'Der Text wird gelesen',
    explainFailed: 'Der Text konnte nicht erklärt werden',
    closed: 'Das Fenster ist geschlossen',
    closedText: 'Haben Sie zugestimmt, schauen Sie jetzt nach. Sonst öffnen Sie die Seite noch einmal.',
  },
  outcome: {
    granted: 'Die Zustimmung ist erteilt',
    grantedText: 'Das Token der App nennt alle Rechte, die die gewählten Module brauchen.',
    again: 'Noch einmal erteilen',
    againText:
      'Haben Sie der Registrierung seit der letzten Zustimmung delegierte Rechte (für die Postfächer des Kommunikators) hinzugefügt? Dann erteilen Sie die Zustimmung noch einmal, damit nicht jede Person einzeln gefragt wird.',
    refused: 'Die Seite von Microsoft hat geantwortet: nicht erteilt',
    wrongDirectory: 'Zugestimmt wurde in einem anderen Verzeichnis',
    wrongDirectoryText: (directory) =>
      `Jemand hat mit einem Konto eines anderen Verzeichnisses zugestimmt. Die Registrierung dieser Entität liegt im Verzeichnis ${directory}. Erteilen Sie die Zustimmung noch einmal und wählen Sie auf der Seite von Microsoft ein Konto dieses Verzeichnisses.`,
    notSeen: 'Die Zustimmung ist nicht angekommen',
    notSeenText: (rights) =>
      rights === ''
        ? 'Das Nachschauen ist beendet. Kein Token, das die Rechte zeigt, konnte gelesen werden.'
        : `Das Nachschauen ist beendet. Nicht im Token: ${rights}.`,
    checks: [
      'Unter «API-Berechtigungen» (API permissions) steht jedes dieser Rechte als Anwendungsberechtigung von Microsoft Graph.',
      'Die Spalte «Status» zeigt dort «Gewährt für …» (Granted for …). Wenn nicht, erteilen Sie die Administratorzustimmung dort oder hier.',
      'Zugestimmt wurde dieser Anwendungs-ID und in diesem Verzeichnis.',
    ],
    checksTitle: 'Was Sie prüfen können',
    lookAgain: 'Noch einmal nachschauen',
    cancelled: 'Der letzte Versuch wurde abgebrochen.',
    answeredAt: (when) => `Antwort vom ${when}`,
  },
};
