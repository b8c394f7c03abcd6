import type { ServiceKeyMessages } from '../../messages.ts';

export const serviceKeys: ServiceKeyMessages = {
  title: 'Dienstschlüssel',
  intro:
    'Mit einem Dienstschlüssel holt LEGAL 365 hier kurzlebige Tokens dieser Entität. Der geheime Clientschlüssel bleibt an einem Ort: Wird er hier erneuert, ist in LEGAL 365 nichts zu ändern.',
  onlyAdmins: 'Nur Administratoren können Schlüssel erstellen und widerrufen.',
  empty: 'Für diese Entität wurde noch kein Dienstschlüssel erstellt.',
  list: 'Dienstschlüssel dieser Entität',
  create: 'Dienstschlüssel erstellen',
  columns: {
    name: 'Name',
    scopes: 'Darf holen',
    created: 'Erstellt',
    expires: 'Läuft ab',
    lastUsed: 'Zuletzt verwendet',
    state: 'Zustand',
    action: 'Aktion',
  },
  endsWith: (hint) => `endet auf ${hint}`,
  createdBy: (when, who) => (who === '' ? when : `${when} von ${who}`),
  neverUsed: 'nie',
  states: { active: 'aktiv', expired: 'abgelaufen', revoked: 'widerrufen' },
  revokedOn: (date) => `widerrufen am ${date}`,
  scopes: { graph: 'Graph-Tokens', mail: 'Postfach-Tokens' },
  scopeReasons: {
    graph:
      'Für Kalender, Kontakte, Aufgaben und E-Mails der gewählten Module, mit den Rechten der Registrierung.',
    mail: 'Für POP3 und SMTP der Postfächer des Kommunikators, deren Besitzer sich angemeldet haben. Lassen Sie es weg, wenn LEGAL 365 seine E-Mails nicht über LEGAL 365 Connect abruft.',
  },
  revoke: 'Widerrufen',
  revokeOf: (name) => `Widerrufen: ${name}`,
  revokeTitle: (name) => `Den Schlüssel «${name}» widerrufen?`,
  revokeText:
    'Er gilt sofort und endgültig nicht mehr. LEGAL 365 kann damit keine Tokens mehr holen; bereits geholte laufen innert etwa einer Stunde ab. Verwendet LEGAL 365 diesen Schlüssel noch, erstellen Sie zuerst einen neuen und tragen Sie ihn dort ein.',
  revokeButton: 'Schlüssel widerrufen',
  revokeFailed: 'Der Schlüssel konnte nicht widerrufen werden',
  revoked: (name) => `Der Schlüssel «${name}» ist widerrufen`,
  dialog: {
    title: 'Dienstschlüssel erstellen',
    name: 'Name',
    nameHint: 'Welche Installation ihn verwendet, z. B. «LEGAL 365 Zürich, Server».',
    defaultName: 'LEGAL 365',
    nameMissing: 'Geben Sie einen Namen ein.',
    nameTooLong: 'Höchstens 120 Zeichen.',
    scopes: 'Was er holen darf',
    scopesMissing: 'Wählen Sie mindestens eines.',
    expiresOn: 'Letzter Tag',
    expiresHint:
      'Höchstens zwei Jahre ab heute. Ein abgelaufener Schlüssel wird abgewiesen; erstellen Sie rechtzeitig einen neuen.',
    dateMissing: 'Geben Sie ein Datum ein.',
    dateInThePast: 'Dieses Datum ist vorbei.',
    dateTooFar: 'Höchstens zwei Jahre ab heute.',
    submit: 'Schlüssel erstellen',
    creating: 'Der Schlüssel wird erstellt',
    failed: 'Der Schlüssel konnte nicht erstellt werden',
    tooMany:
      'Für diese Entität sind zu viele Schlüssel in Gebrauch. Widerrufen Sie einen, der nicht mehr gebraucht wird.',
    createdTitle: 'Ihr Dienstschlüssel',
    once: 'Dieser Schlüssel wird nur einmal gezeigt.',
    onceText:
      'Kopieren Sie ihn jetzt und tragen Sie ihn in LEGAL 365 ein, oder bewahren Sie ihn in einem Passwortspeicher auf. Niemand kann ihn noch einmal zeigen, auch der Support nicht. Geht er verloren, widerrufen Sie ihn und erstellen Sie einen neuen.',
    key: 'Dienstschlüssel',
    copyKey: 'Schlüssel kopieren',
    done: 'Ich habe ihn aufbewahrt',
    closeTitle: 'Noch nicht kopiert',
    closeText: 'Der Schlüssel wurde nicht kopiert und wird nicht mehr gezeigt. Trotzdem schliessen?',
    closeAnyway: 'Ohne den Schlüssel schliessen',
    back: 'Zurück zum Schlüssel',
  },
  developers: {
    title: 'Für die Entwickler von LEGAL 365',
    intro:
      'Eine Anfrage liefert ein Token für Microsoft Graph. Sie hat keinen Inhalt. Behalten Sie das Token, bis es bald abläuft, und fragen Sie erst dann wieder.',
    endpoint: 'Adresse',
    curl: 'Beispiel: curl',
    typescript: 'Beispiel: TypeScript',
    answer: 'Antwort',
    limitsTitle: 'Grenzen und Antworten',
    limits: [
      'Höchstens 60 Anfragen pro Minute mit einem Schlüssel. 429 nennt in Retry-After, wie lange zu warten ist.',
      'Das Token gilt etwa eine Stunde und hat genau die Rechte der Registrierung. Es darf nicht protokolliert oder weitergegeben werden.',
      '401 mit Code key-refused: Der Schlüssel ist unbekannt, abgelaufen oder widerrufen. 403 mit Code scope-missing: Ihm fehlt der Bereich graph.',
      '409 mit Code registration-missing: Es ist keine Registrierung gespeichert. 502 mit Code app-token-refused: Microsoft stellt kein Token aus, verdict sagt warum; zeigen Sie es einem Administrator. 503: Microsoft war nicht zu erreichen; versuchen Sie es später noch einmal.',
      'Fehler sind Problem-Dokumente nach RFC 9457, Medientyp application/problem+json.',
    ],
    docs: 'Alle Routen dieser Schnittstelle beschreibt',
  },
  handOver: {
    intro: 'Jetzt muss LEGAL 365 die Anbindung erhalten. Dafür gibt es zwei Wege; einer davon genügt.',
    notGreen:
      'Der letzte Test der Anbindung war nicht grün. Sie können trotzdem übergeben; was hier rot ist, geht aber auch in LEGAL 365 nicht.',
    toTest: 'Zum Test der Anbindung',
    keyTitle: 'Am besten: ein Dienstschlüssel',
    keyText:
      'LEGAL 365 holt seine Tokens hier mit einem Dienstschlüssel. Der geheime Clientschlüssel ist nur an einem Ort eingetragen, und seine Erneuerung macht in LEGAL 365 keine Arbeit.',
    keyWhere: (menu) =>
      `Tragen Sie den Schlüssel in LEGAL 365 unter ${menu} ein, wenn Ihre Version dafür ein Feld hat.`,
    active: (n) =>
      n === 1 ? '1 Schlüssel kann jetzt verwendet werden.' : `${n} Schlüssel können jetzt verwendet werden.`,
    used: (when) => `LEGAL 365 hat zuletzt ${when} ein Token geholt.`,
    notUsed: 'Noch wurde mit keinem Schlüssel ein Token geholt.',
    manage: 'Alle Schlüssel und Beispiele für Entwickler',
    valuesTitle: 'Oder: die drei Werte in LEGAL 365',
    valuesText: (menu) =>
      `Öffnen Sie in LEGAL 365 ${menu} und wählen Sie die Entität. Die Felder heissen dort:`,
    secretField:
      'Der Wert eines eigenen geheimen Clientschlüssels (siehe unten). Hier kann er nicht gezeigt werden: Er ist verschlüsselt gespeichert und verlässt den Server nie.',
    expiryField: 'Ablaufdatum',
    expiryText: 'Der Tag, an dem dieser geheime Clientschlüssel abläuft.',
    ownSecretTitle: 'Legen Sie für LEGAL 365 einen zweiten geheimen Clientschlüssel an',
    ownSecretText:
      'Wählen Sie in derselben Registrierung unter «Zertifikate & Geheimnisse» (Certificates & secrets) noch einmal «Neuer geheimer Clientschlüssel» (New client secret) und tragen Sie dessen Wert in LEGAL 365 ein. Zwei können nebeneinander gelten. Hat jede Seite ihren eigenen, stört keine Erneuerung die andere.',
    openSecrets: 'Zertifikate & Geheimnisse öffnen',
    test: 'Wählen Sie danach in LEGAL 365 «Anbindung testen». Auch dort zeigt jedes Modul einen grünen Punkt.',
    needsRegistration: 'Es gibt noch nichts zu übergeben: Es ist keine Registrierung gespeichert.',
    toValues: 'Werte eintragen',
    tick: 'LEGAL 365 hat die Werte, und sein eigener Test ist grün',
  },
};
