import type { UiMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('de', n, { one, other });

export const uiRegistration: Pick<UiMessages, 'registration' | 'fieldProblems' | 'modules' | 'renewal'> = {
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
};
