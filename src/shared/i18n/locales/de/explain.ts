import type { ExplainMessages } from '../../messages.ts';

export const explain: ExplainMessages = {
  title: 'Fehler erklären',
  intro:
    'Fügen Sie ein, was eine Seite, ein Programm, ein Protokoll oder eine zurückgekommene E-Mail zeigt. Sie lesen, was es bedeutet, wer es lösen kann und was zu klicken ist. Nichts davon wird aufbewahrt.',
  text: 'Fehlertext',
  textHint:
    'Eine Antwort, Protokollzeilen, eine ganze zurückgekommene E-Mail oder die Adresse einer Seite, in der «error» vorkommt.',
  empty: 'Fügen Sie zuerst den Fehlertext ein.',
  tooLong: (most) => `Der Text ist zu lang. Behalten Sie den Teil mit dem Fehler: höchstens ${most} Zeichen.`,
  origin: 'Woher kommt er',
  originHint: 'Nur nötig, wenn es falsch erkannt wurde.',
  findOut: 'Aus dem Text erkennen',
  protocols: {
    entra: 'Anmeldung bei Microsoft',
    graph: 'Kalender, Kontakte, Aufgaben, E-Mail',
    smtp: 'E-Mails senden (SMTP)',
    pop3: 'E-Mails abrufen (POP3)',
    network: 'Verbindung',
    bot: 'Bot in Teams',
  },
  stages: {
    'app-token': 'Anmeldung der Registrierung',
    'code-exchange': 'Abschluss der Anmeldung einer Person',
    refresh: 'Erneuerung der Anmeldung einer Person',
    'authorize-callback': 'Anmeldeseite von Microsoft',
    'admin-consent-callback': 'Microsofts Seite für die Administratorzustimmung',
    'graph-probe': 'Zugriff auf ein Postfach',
    'graph-provision': 'Einrichten der Registrierung',
    'smtp-connect': 'Verbindung zum Senden',
    'smtp-auth': 'Anmeldung zum Senden',
    'smtp-send': 'Senden einer E-Mail',
    'pop3-connect': 'Verbindung zum Abrufen',
    'pop3-auth': 'Anmeldung zum Abrufen',
    'pop3-retrieve': 'Abrufen von E-Mails',
    'bot-inbound': 'Nachricht an den Bot',
    'bot-send': 'Nachricht des Bots',
  },
  button: 'Fehler erklären',
  explaining: 'Wird erklärt',
  failed: 'Der Text konnte nicht erklärt werden',
  clear: 'Feld leeren',
  examples: 'Beispiele zum Ausprobieren',
  exampleNames: {
    secret: 'Abgelaufenes Geheimnis',
    smtp: 'Senden abgelehnt',
    pop3: 'Abrufen abgelehnt',
    bounce: 'Zurückgekommene E-Mail',
    network: 'Keine Verbindung',
  },
  result: 'Was es bedeutet',
  takenFor: (place) => `Erkannt als: ${place}.`,
  takenForHint:
    'Stimmt das nicht, so wählen Sie oben, woher der Text kommt, und lassen ihn nochmals erklären.',
  unknownHint:
    'Fügen Sie mehr davon ein: die ganze Antwort, die Zeilen davor und danach oder die ganze zurückgekommene E-Mail. Oder wählen Sie oben, woher der Text kommt.',
  passes: 'Geht es von selbst vorbei',
  passesAnswers: {
    no: 'Nein. Nochmals versuchen hilft nicht.',
    later: 'Wahrscheinlich. Versuchen Sie es später nochmals.',
    'after-fix': 'Nein. Es geht wieder, sobald die Ursache behoben ist.',
    'sign-in-again': 'Nein. Es geht wieder nach einer neuen Anmeldung.',
  },
  signIn: 'Braucht es eine neue Anmeldung',
  signInAnswers: {
    lost: 'Ja. Die gespeicherte Anmeldung gilt nicht mehr.',
    needed: 'Ja. Die Person, der das Konto gehört, muss sich neu anmelden.',
    no: 'Nein.',
  },
  copyForSupporter: 'Nachricht an meinen IT-Betreuer kopieren',
  supporterIntro:
    'Guten Tag\n\nDie Anbindung von LEGAL 365 an Microsoft 365 meldet einen Fehler. Was er bedeutet:',
  secretsTitle: 'Der Text enthält etwas Geheimes',
  secretsText:
    'Es wurde nicht aufbewahrt und ist in allem, was hier gezeigt wird, verborgen. Wer den Text sonst noch hat, kann es benutzen.',
  secretKinds: {
    'client-secret':
      'Geheimer Clientschlüssel: Ersetzen Sie ihn in Microsoft Entra durch einen neuen, wenn andere ihn gesehen haben könnten.',
    'access-token':
      'Zugriffstoken: Es verfällt von selbst, meist innerhalb etwa einer Stunde. Geben Sie es bis dahin nicht weiter.',
    'refresh-token':
      'Aktualisierungstoken: Ein Administrator sollte die Anmeldesitzungen dieser Person widerrufen, wenn andere es gesehen haben könnten.',
    'authorization-code':
      'Anmeldecode: Er verfällt nach wenigen Minuten und gilt nur einmal. Geben Sie ihn bis dahin nicht weiter.',
    password: 'Passwort: Ändern Sie es, wenn andere es gesehen haben könnten.',
    'service-key':
      'Dienstschlüssel von LEGAL 365 Connect: Widerrufen Sie ihn und erstellen Sie einen neuen, wenn andere ihn gesehen haben könnten.',
  },
  masked: 'Der Text ohne das Geheime',
  useMasked: 'Meinen Text durch diesen ersetzen',
};
