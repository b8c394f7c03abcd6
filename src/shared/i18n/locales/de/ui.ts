import type { UiMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('de', n, { one, other });

export const ui: UiMessages = {
  app: {
    name: 'LEGAL 365 Connect',
    pages: 'Seiten',
    overviewPage: 'Übersicht',
    mailboxesPage: 'Postfächer',
    ownMailboxes: 'Meine Postfächer',
    explainPage: 'Fehler erklären',
    loading: 'Wird geladen',
    labelled: (label, value) => `${label}: ${value}`,
    language: 'Sprache',
    languageNames: { de: 'Deutsch', fr: 'Français', it: 'Italiano', en: 'English' },
    hostLanguage: 'Wie in Teams',
    roles: { Admin: 'Administrator', Reader: 'Leser', User: 'Benutzer', Operator: 'Betreiber' },
    tryAgain: 'Noch einmal versuchen',
    cancel: 'Abbrechen',
    close: 'Schliessen',
    copy: 'Kopieren',
    copied: 'Kopiert',
    offline: 'Keine Verbindung zu LEGAL 365 Connect. Was Sie sehen, ist vielleicht nicht mehr aktuell.',
    broken: 'Diese Seite ist stehen geblieben',
    brokenText:
      'Von dem, was gespeichert war, ist nichts verloren. Laden Sie die Seite neu, um weiterzumachen.',
    reload: 'Neu laden',
  },
  signIn: {
    title: 'Melden Sie sich an, um die Anbindung zu sehen',
    text: 'LEGAL 365 Connect muss wissen, wer Sie sind. Microsoft öffnet dafür ein Fenster.',
    button: 'Anmelden',
    waiting:
      'Fahren Sie im geöffneten Fenster fort. Erscheint kein Fenster, klicken Sie noch einmal auf «Anmelden».',
    problems: {
      'window-blocked':
        'Der Browser hat das Fenster blockiert. Erlauben Sie Pop-up-Fenster für diese Seite und klicken Sie noch einmal auf «Anmelden».',
      cancelled: 'Die Anmeldung wurde nicht abgeschlossen. Mit «Anmelden» beginnen Sie von vorn.',
      refused:
        'Microsoft hat die Anmeldung abgelehnt. Versuchen Sie es noch einmal, oder fragen Sie Ihren Administrator, ob Sie LEGAL 365 Connect verwenden dürfen.',
    },
  },
  overview: {
    title: 'Anbindung an Microsoft 365',
    allConnected: (n) => count(n, 'Ihre Entität ist verbunden.', `Alle ${n} Entitäten sind verbunden.`),
    needAttention: (n, total) =>
      total === 1
        ? 'Bei Ihrer Entität ist etwas zu tun.'
        : count(
            n,
            `Bei 1 von ${total} Entitäten ist etwas zu tun.`,
            `Bei ${n} von ${total} Entitäten ist etwas zu tun.`,
          ),
    notSure: 'Nicht von allem ist bekannt, ob es funktioniert: siehe unten.',
    testing: 'Die Anbindung wird gerade getestet.',
    addEntity: 'Entität hinzufügen',
    testAll: 'Alle testen',
    entities: 'Entitäten (Datenräume)',
    setUp: 'Einrichten',
    goOn: 'Einrichtung fortsetzen',
    whatToDo: 'Was ist zu tun?',
    details: 'Details',
    detailsOf: (name) => `Details zu ${name}`,
    notAdmin:
      'Sie sehen hier die Zustände. Einrichten und testen können Ihre Administratoren (in Microsoft 365: Globaler Administrator oder Anwendungsadministrator). Wenden Sie sich an sie, wenn etwas rot ist.',
    askPeople: (names) => `Eingetragen von: ${names}.`,
    emptyTitle: 'LEGAL 365 an Microsoft 365 anbinden',
    emptyText:
      'LEGAL 365 kann Kalender, Kontakte, Aufgaben und E-Mails mit Microsoft 365 austauschen. Dazu braucht jede Entität (Datenraum) eine App-Registrierung in Microsoft Entra; hier tragen Sie diese ein, testen sie und behalten sie im Blick.',
    emptyButton: 'Erste Entität anbinden',
    emptyNeedTitle: 'Das brauchen Sie',
    emptyNeeds: [
      'Etwa eine halbe Stunde; Sie können jederzeit aufhören und später weitermachen',
      'Die Rolle Anwendungsadministrator in Microsoft Entra für die Registrierung; Globaler Administrator oder Administrator für privilegierte Rollen für die Zustimmung',
      'Noch keine Registrierung in Entra? Die Einrichtung führt Sie durch jeden Klick. Eine bestehende können Sie übernehmen.',
    ],
    emptyNotAdmin: 'Noch ist keine Entität angebunden. Ihr Administrator kann das hier tun.',
  },
  entity: {
    notFound: 'Diese Entität gibt es nicht (mehr)',
    notFoundText: 'Vielleicht wurde sie entfernt. Die Übersicht zeigt alle Entitäten.',
    toOverview: 'Zur Übersicht',
    tabs: {
      setup: 'Einrichtung',
      connection: 'Anbindung',
      history: 'Verlauf',
      registration: 'Registrierung',
      modules: 'Module',
      access: 'Zugriff',
    },
    parts: 'Teile dieser Entität',
    more: 'Weitere Aktionen',
    rename: 'Umbenennen',
    remove: 'Entfernen',
    name: 'Name der Entität',
    nameHint: 'Wie sie in LEGAL 365 heisst, z. B. «Muster & Partner, Zürich».',
    nameMissing: 'Geben Sie einen Namen ein.',
    nameTooLong: 'Höchstens 120 Zeichen.',
    saveName: 'Namen speichern',
    addTitle: 'Entität hinzufügen',
    addText: 'Ein Eintrag für jede Entität (Datenraum) von LEGAL 365.',
    addButton: 'Hinzufügen und weiter',
    removeTitle: (name) => `${name} entfernen?`,
    removeText:
      'Hier werden die gespeicherte Registrierung mit ihrem geheimen Clientschlüssel, die Tests und der Verlauf dieser Entität gelöscht. In Microsoft Entra und in LEGAL 365 ändert sich nichts. Verwendet LEGAL 365 jedoch einen Dienstschlüssel dieser Entität, verliert es seinen Zugang.',
    removeButton: 'Entität entfernen',
  },
  states: {
    notSetUp: 'Noch nicht angebunden',
    draft: (until) => `Einrichtung begonnen; Ihre Eingaben bleiben bis ${until} erhalten`,
    untested: 'Registrierung gespeichert, noch nicht getestet',
    testing: 'Test läuft',
    connected: 'Alle Module verbunden',
    failed: (modules) => `${modules}: fehlgeschlagen`,
    signInFailed: 'LEGAL 365 kann sich bei Microsoft 365 nicht anmelden',
    unknown: (modules) => `Nicht alles konnte geprüft werden: ${modules}`,
    signInUnknown: 'Die Anbindung konnte nicht geprüft werden',
    stale: 'Der letzte Test ist über einen Tag alt',
  },
  status: {
    words: {
      ok: 'verbunden',
      failed: 'fehlgeschlagen',
      unknown: 'unbekannt',
      skipped: 'unbekannt',
      'not-used': 'nicht verwendet',
      running: 'wird getestet',
      stale: 'veraltet',
    },
    label: (module, word) => `${module}: ${word}`,
    modules: 'Module',
  },
  steps: {
    'app-token': 'Anmeldung',
    calendar: 'Kalender',
    contacts: 'Kontakte',
    'to-do': 'Aufgaben',
    mail: 'E-Mail',
    'mail-sending': 'E-Mail-Versand',
    directory: 'Verzeichnis',
  },
  registration: {
    title: 'Registrierung',
    none: 'Noch keine gespeichert',
    applicationShort: 'Anwendung',
    directoryShort: 'Verzeichnis',
    secretShort: 'Geheimer Clientschlüssel',
    testedShort: 'Getestet',
    neverTested: 'Noch nie',
    storedAt: 'Gespeichert',
    sharedWith: 'Auch verwendet von',
    expiresIn: (date, days) => `läuft ab am ${date} (${count(days, 'in 1 Tag', `in ${days} Tagen`)})`,
    expiresToday: (date) => `läuft heute ab, ${date}`,
    expired: (date, days) => `abgelaufen am ${date} (${count(days, 'vor 1 Tag', `vor ${days} Tagen`)})`,
    levels: { soon: 'bald', urgent: 'dringend', expired: 'abgelaufen' },
    change: 'Registrierung ändern',
    formTitle: 'Werte der App-Registrierung',
    formIntro: (menu) =>
      `Die Werte stehen im Microsoft Entra Admin Center unter App-Registrierungen. In LEGAL 365 stehen dieselben Felder unter ${menu}.`,
    legal365Menu: 'Einstellungen > Admin > Spezial > Entitäten > Microsoft 365',
    openEntra: 'App-Registrierungen öffnen',
    clientSecret: 'Client Anmelde-Information (Wert)',
    clientSecretHint:
      'Zertifikate & Geheimnisse: die Spalte «Wert», nicht «Geheime ID». Entra zeigt ihn nur ein einziges Mal.',
    clientSecretKept: 'Im Entwurf aufbewahrt; leer lassen, um ihn zu verwenden',
    clientSecretStored: 'Leer lassen, um den gespeicherten geheimen Clientschlüssel zu behalten',
    show: 'Wert anzeigen',
    hide: 'Wert verbergen',
    applicationId: 'Anwendungs-ID (Client)',
    applicationIdHint: 'Übersicht der Registrierung; nicht die Objekt-ID, die daneben steht.',
    directoryId: 'Verzeichnis-ID (Mandant)',
    directoryIdHint: 'Übersicht der Registrierung.',
    secretExpiresOn: 'Ablaufdatum des geheimen Clientschlüssels',
    secretExpiresOnHint: 'Zertifikate & Geheimnisse: die Spalte «Gültig bis».',
    expiresPreview: (days) => count(days, 'In 1 Tag.', `In ${days} Tagen.`),
    probeMailbox: 'Testpostfach',
    probeMailboxHint: 'Adresse eines Postfachs, in dem der Test lesen darf, z. B. Ihre eigene.',
    modules: 'Module, die LEGAL 365 verwendet',
    modulesMissing: 'Wählen Sie mindestens ein Modul.',
    saveAndTest: 'Speichern und testen',
    saving: 'Die Werte werden bei Microsoft getestet',
    savingText: 'Sie werden erst gespeichert, wenn Microsoft sie annimmt. Das dauert einige Sekunden.',
    stored: 'Die Registrierung ist gespeichert',
    storedAllOk: 'Microsoft hat die Werte angenommen, und alle Module antworten.',
    storedNotAllOk: 'Microsoft hat die Werte angenommen, aber noch funktionieren nicht alle Module.',
    toConnection: 'Zur Anbindung',
    refused: 'Nicht gespeichert: Microsoft hat die Werte abgelehnt',
    unchecked: 'Nicht gespeichert: Die Werte konnten nicht geprüft werden',
    draftKept:
      'Ihre Eingaben bleiben 24 Stunden als verschlüsselter Entwurf erhalten. Sie können sie hier berichtigen.',
    draftSaved: 'Entwurf aufbewahrt',
    draftSaving: 'Entwurf wird aufbewahrt',
    draftFailed:
      'Der Entwurf konnte nicht aufbewahrt werden. Schliessen Sie diese Seite nicht vor dem Speichern.',
    draftFound: (until) => `Sie arbeiten an einem Entwurf weiter. Er bleibt bis ${until} erhalten.`,
    discardDraft: 'Entwurf verwerfen',
    fieldsToCorrect: (n) => count(n, 'Berichtigen Sie zuerst 1 Feld.', `Berichtigen Sie zuerst ${n} Felder.`),
    hints: {
      swapped:
        'Das ist die ID Ihres eigenen Verzeichnisses. Anwendungs-ID und Verzeichnis-ID sind wohl vertauscht.',
      'other-directory':
        'Das ist nicht das Verzeichnis, in dem Sie angemeldet sind. Das ist erlaubt, wenn die Registrierung dort liegt.',
      'own-directory':
        'Vorschlag: das Verzeichnis, in dem Sie angemeldet sind. Vergleichen Sie es mit der Übersicht der Registrierung.',
      'own-mailbox': 'Vorschlag: Ihr eigenes Postfach. Jedes andere Postfach des Verzeichnisses geht auch.',
    },
    notes: {
      'picked-out': 'Aus dem Eingefügten herausgesucht.',
      'moved-here': 'Hierher verschoben.',
      'object-id': 'Das ist die Objekt-ID. Gebraucht wird die ID, die in der Übersicht daneben steht.',
      'several-ids':
        'Das Eingefügte enthält mehrere IDs. Kopieren Sie diese eine mit der Kopierschaltfläche daneben.',
    },
    misplaced: 'Das sieht nach einem Wert für ein anderes Feld aus.',
    moveTo: (field) => `Verschieben nach «${field}»`,
    putElsewhere: (field) => `Für das Feld «${field}» eines anderen Schritts behalten.`,
    readOnly: 'Nur Administratoren können die Registrierung ändern.',
  },
  fieldProblems: {
    missing: 'Dieser Wert wird gebraucht.',
    'too-long': 'Das ist zu lang: Es wurde mehr als der Wert kopiert.',
    'not-a-guid': 'Das ist keine ID. Sie hat 32 Ziffern und Buchstaben in fünf Gruppen, z. B. 1a2b3c4d-….',
    'same-as-directory-id':
      'Das ist noch einmal die Verzeichnis-ID. Die Anwendungs-ID steht in der Übersicht darüber.',
    'same-as-application-id': 'Das ist noch einmal die Anwendungs-ID.',
    'is-a-guid':
      'Das ist die geheime ID. Kopieren Sie stattdessen die Spalte «Wert»; wird er nicht mehr angezeigt, fügen Sie einen neuen geheimen Clientschlüssel hinzu.',
    'has-blanks': 'Es sind Leerzeichen oder Zeilenumbrüche darin: Es wurde mehr als der Wert kopiert.',
    'too-short': 'Das ist zu kurz für den Wert. Kopieren Sie ihn in Entra mit der Schaltfläche zum Kopieren.',
    'control-characters':
      'Es sind Zeichen darin, die kein geheimer Clientschlüssel hat. Kopieren Sie ihn in Entra mit der Schaltfläche zum Kopieren.',
    'not-an-address': 'Das ist keine E-Mail-Adresse.',
    'not-a-date': 'Das ist kein Datum.',
    'in-the-past': 'Dieses Datum ist vorbei: Der geheime Clientschlüssel gilt nicht mehr.',
    'too-far-ahead': 'Dieses Datum liegt zu weit in der Zukunft. Entra bietet höchstens 24 Monate an.',
  },
  modules: {
    title: 'Module',
    intro: 'Nur die Rechte der gewählten Module werden gebraucht und getestet.',
    right: (right) => `Recht ${right}`,
    save: 'Module speichern',
    saved: 'Die Module sind gespeichert. Testen Sie die Anbindung, um zu sehen, ob ihre Rechte erteilt sind.',
    reasons: {
      calendar: 'Fristen und Termine eines Dossiers erscheinen in Outlook, und Änderungen kommen zurück.',
      contacts: 'Adressen von Klienten und Gegenparteien bleiben auf beiden Seiten gleich.',
      'to-do':
        'Aufgaben eines Dossiers erscheinen in Microsoft To Do; Erledigtes wird in LEGAL 365 abgehakt.',
      mail: 'E-Mails werden im Dossier abgelegt, ohne dass Sie Outlook verlassen.',
      'mail-sending': 'LEGAL 365 verschickt Rechnungen und Briefe von Ihrer eigenen Adresse.',
      directory:
        'LEGAL 365 findet Postfächer nach Namen, und Anmeldungen werden mit allen Adressen einer Person verglichen.',
    },
    optional: 'optional',
  },
  renewal: {
    button: 'Geheimen Clientschlüssel ersetzen',
    title: 'Geheimen Clientschlüssel ersetzen',
    intro:
      'Fügen Sie in Microsoft Entra derselben Registrierung einen neuen geheimen Clientschlüssel hinzu und fügen Sie dessen Wert hier ein. Er wird neben dem alten getestet und tritt erst an seine Stelle, wenn er funktioniert.',
    shared: (names) =>
      `Dieselbe Registrierung dient ${names}: Der neue geheime Clientschlüssel wird für alle gespeichert.`,
    newSecret: 'Neue Client Anmelde-Information (Wert)',
    expires: 'Ablaufdatum des neuen geheimen Clientschlüssels',
    submit: 'Testen und ersetzen',
    testing: 'Der neue geheime Clientschlüssel wird neben dem alten getestet',
    done: (names) =>
      `Der neue geheime Clientschlüssel wird hier für ${names} verwendet. Braucht auch LEGAL 365 den alten, tragen Sie den neuen Wert zuerst dort ein. Löschen Sie erst danach den alten in Entra.`,
    sameSecret: (names) =>
      `Dieser geheime Clientschlüssel wurde schon verwendet: Für ${names} hat nur das Ablaufdatum geändert. Löschen Sie ihn in Entra nicht.`,
    kept: 'Der alte geheime Clientschlüssel wird weiter verwendet.',
  },
  test: {
    button: 'Anbindung testen',
    deepButton: 'Auch Schreiben testen',
    deepTitle: 'Auch das Schreiben testen?',
    deepText: (mailbox) =>
      `Der Test legt im Postfach ${mailbox} einen Termin, einen Kontakt, eine Aufgabe und einen Entwurf an und löscht sie sofort wieder. Ausserdem schickt er von diesem Postfach eine Testmail an sich selbst. Entwurf und Testmail liegen danach unter «Gelöschte Elemente».`,
    deepStart: 'Schreiben testen',
    running: (done, total) => `Test läuft: ${done} von ${total} geprüft`,
    never: 'Die Anbindung wurde noch nicht getestet.',
    needsRegistration: 'Die Anbindung kann getestet werden, sobald eine Registrierung gespeichert ist.',
    triggers: {
      person: 'von Hand gestartet',
      save: 'beim Speichern',
      consent: 'nach der Zustimmung',
      schedule: 'nach Zeitplan',
    },
    deep: 'mit Schreiben',
    listLabel: 'Schritte des Anbindungstests',
    whatToDo: 'Was ist zu tun?',
    whatToDoFor: (module) => `Was ist zu tun? ${module}`,
    hide: 'Ausblenden',
    hideFor: (module) => `Ausblenden: ${module}`,
    seconds: (n) => `${n} s`,
    milliseconds: (n) => `${n} ms`,
    details: {
      token: (rights) => count(rights, 'Token erhalten, 1 Recht', `Token erhalten, ${rights} Rechte`),
      probe: (status, duration) => `Microsoft hat in ${duration} mit ${status} geantwortet`,
      rightGranted: (right) => `Das Recht ${right} ist erteilt`,
      writeProven: (when) => `Schreiben nachgewiesen ${when}`,
      skipped: 'Nicht geprüft, weil ein früherer Schritt fehlgeschlagen ist',
      notUsed: 'Für diese Entität nicht gewählt',
      lastState: (word) => `Letzter Zustand: ${word}`,
      waiting: 'Wartet auf die Antwort',
    },
    summary: {
      connected: 'Alles funktioniert. LEGAL 365 kann Daten mit Microsoft 365 austauschen.',
      failed: (modules) => `LEGAL 365 kann nicht alles austauschen. Fehlgeschlagen: ${modules}.`,
      signInFailed:
        'LEGAL 365 kann sich bei Microsoft 365 nicht anmelden. Bis das gelöst ist, werden keine Daten ausgetauscht.',
      unknown: (modules) => `Nicht alles konnte geprüft werden: ${modules}.`,
      stale:
        'Dieses Ergebnis ist über einen Tag alt. Testen Sie noch einmal, um den heutigen Stand zu sehen.',
      running: 'Der Test läuft. Die Ergebnisse erscheinen, sobald sie eintreffen.',
    },
    finished: 'Test beendet',
    startFailed: 'Der Test konnte nicht gestartet werden',
    noHistory: 'Es wurde noch nie getestet.',
    history: 'Tests der letzten 90 Tage',
    showMore: 'Mehr anzeigen',
  },
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
