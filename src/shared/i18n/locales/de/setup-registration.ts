import type { SetupMessages } from '../../messages.ts';

export const registrationStep: SetupMessages['registrationStep'] = {
  intro:
    'LEGAL 365 meldet sich als Anwendung bei Microsoft 365 an. Dafür braucht Ihr Verzeichnis eine App-Registrierung: Sie sagt, wer LEGAL 365 ist. Sie legen sie einmal an.',
  register: {
    title: 'Registrierung anlegen',
    steps: [
      'Öffnen Sie {appRegistrations}. Steht timeSensor schon in der Liste, gehen Sie zu Schritt 1 zurück und wählen Sie «Wir haben schon eine Registrierung»; sonst klicken Sie auf {newRegistration}.',
      '{name}: Geben Sie timeSensor ein.',
      '{accountTypes}: Wählen Sie {singleTenant}.',
      '{redirectUri}: Wählen Sie in der Liste die Plattform {web} und fügen Sie daneben die erste Umleitungs-URI ein.',
      'Klicken Sie auf {register}. Die Übersicht der neuen Registrierung öffnet sich.',
    ],
  },
  name: 'Name der Registrierung',
  redirect: {
    title: 'Umleitungs-URIs eintragen',
    why: 'An diese Adressen schickt Microsoft die Personen zurück, nachdem sie zugestimmt oder sich angemeldet haben. Der ältere Hilfeartikel brauchte keine, weil er nur behandelt, was LEGAL 365 ohne Personen tut. Die Antwort auf die Administratorzustimmung und die Anmeldung der Postfächer brauchen sie.',
    steps: [
      'Öffnen Sie im Menü der Registrierung {authentication}.',
      'Ist die Plattform {web} da, klicken Sie darunter auf {addUri} und fügen die fehlenden Umleitungs-URIs ein.',
      'Ist sie nicht da, klicken Sie auf {addPlatform}, wählen {web}, fügen die erste Umleitungs-URI ein und klicken auf {configure}; die anderen fügen Sie dann mit {addUri} hinzu.',
      'Klicken Sie auf {save}.',
    ],
    uris: {
      consent: 'Umleitungs-URI 1: Antwort auf die Administratorzustimmung',
      mailbox: 'Umleitungs-URI 2: Anmeldung der Postfächer',
      desktop: 'Umleitungs-URI 3: Anmeldung aus LEGAL 365 auf dem Desktop',
    },
    platform:
      'Plattform aller drei: Web. Unter «Single-Page-Anwendung» (Single-page application) müsste sich ein Postfach jeden Tag neu anmelden.',
    tick: 'Alle drei Umleitungs-URIs sind unter der Plattform Web eingetragen',
    tickHint:
      'Das ist von hier aus erst zu sehen, wenn Microsoft jemanden zurückschickt; haken Sie es deshalb bitte selbst ab.',
  },
  ids: {
    title: 'Die zwei IDs hierher bringen',
    steps: [
      'Öffnen Sie im Menü der Registrierung {overview}.',
      'Kopieren Sie {applicationId} und {directoryId} und fügen Sie sie unten ein. Sie können auch die ganze Seite markieren, kopieren und in eines der Felder einfügen: Die IDs werden herausgesucht.',
    ],
    traps: ['Zwischen den beiden steht die {objectId}: Sie sieht gleich aus und wird nicht gebraucht.'],
  },
  seen: 'Die Form der IDs wird sofort geprüft, und Ihre Eingaben bleiben 24 Stunden verschlüsselt erhalten. Ob Microsoft sie kennt, zeigt sich bei Schritt 4.',
  stored: 'Diese Registrierung ist gespeichert und wurde von Microsoft angenommen.',
  change: 'Werte ändern',
  moreTitle: 'Wenn ein Verzeichnis nicht genügt',
  more: [
    'Die Registrierung liegt in einem anderen Verzeichnis als Ihrem, zum Beispiel in dem der Muttergesellschaft: Fügen Sie die ID jenes Verzeichnisses ein. Auch die Postfächer müssen dort liegen, denn eine Registrierung für ein einziges Verzeichnis erreicht nur dieses.',
    'Mehrere Kanzleien, jede mit eigenem Verzeichnis: Legen Sie in jedem Verzeichnis eine Registrierung an und hier für jede eine Entität. Das ist der saubere Weg: Jede Kanzlei kann ihre Zustimmung für sich zurückziehen.',
    'Eine Registrierung für mehrere Verzeichnisse: Wählen Sie stattdessen Konten in einem beliebigen Organisationsverzeichnis. Dann muss der Administrator jeder Kanzlei im eigenen Verzeichnis zustimmen, und hier erhält jede Entität die ID des Verzeichnisses, in dem ihre Postfächer liegen.',
  ],
};

export const secretStep: SetupMessages['secretStep'] = {
  intro:
    'Der geheime Clientschlüssel ist das Passwort der Registrierung. Microsoft zeigt seinen Wert nur einmal, gleich nach dem Hinzufügen: Kopieren Sie ihn sofort und fügen Sie ihn hier ein.',
  task: {
    title: 'Geheimen Clientschlüssel hinzufügen',
    steps: [
      'Öffnen Sie im Menü der Registrierung {certificatesAndSecrets}, dort {clientSecrets}, und klicken Sie auf {newClientSecret}.',
      '{description}: Geben Sie LEGAL 365 ein.',
      '{expires}: Wählen Sie {months24}, die längste Dauer.',
      'Klicken Sie auf {add}.',
      'Kopieren Sie in der neuen Zeile die Spalte {value} mit der Kopierschaltfläche daneben und fügen Sie den Wert unten ein.',
    ],
  },
  description: 'Beschreibung des geheimen Clientschlüssels',
  traps: [
    'Daneben steht die Spalte {secretId}: Das ist nicht der Schlüssel. Sie hat die Form 1a2b3c4d-…, der Wert nicht.',
    'Sobald Sie die Seite verlassen, ist der Wert für immer verdeckt. Fügen Sie dann einfach einen weiteren hinzu; den früheren können Sie löschen.',
    'Wird {months24} nicht angeboten oder ist {newClientSecret} grau, begrenzt eine Richtlinie Ihrer Organisation geheime Clientschlüssel. Wählen Sie die längste angebotene Dauer; ist gar keiner erlaubt, bitten Sie einen Globalen Administrator um eine Ausnahme für diese Registrierung.',
  ],
  needsIds: 'Die IDs der Registrierung sind noch nicht hier.',
  toRegistration: 'Zur Registrierung',
  seen: 'Die Form des Werts wird sofort geprüft; eine geheime ID fällt auf. Er bleibt 24 Stunden verschlüsselt erhalten. Ob Microsoft ihn annimmt, zeigt sich bei Schritt 4.',
  stored: 'Ein geheimer Clientschlüssel ist gespeichert und wurde von Microsoft angenommen.',
  problem:
    'Eine Registrierung ist gespeichert, doch Microsoft hat sie beim letzten Test abgelehnt. Ist der geheime Clientschlüssel abgelaufen oder gelöscht, fügen Sie einen neuen hinzu und geben Sie ihn bei Schritt 4 ein.',
  change: 'Geheimen Clientschlüssel ersetzen',
};

export const valuesStep: SetupMessages['valuesStep'] = {
  intro:
    'Hier kommt alles zusammen. «Speichern und testen» fragt Microsoft, ob die Werte stimmen; erst dann werden sie gespeichert.',
  adoptTitle: 'Wo die Werte einer bestehenden Registrierung stehen',
  adoptSteps: [
    'Öffnen Sie {appRegistrations} und suchen Sie timeSensor, auch unter allen Anwendungen.',
    '{overview}: {applicationId} und {directoryId}.',
    '{certificatesAndSecrets}: Der Wert eines bestehenden geheimen Clientschlüssels lässt sich dort nicht mehr lesen. Haben Sie ihn nicht notiert, etwa in LEGAL 365, fügen Sie einen weiteren hinzu (Schritt 3); beide gelten nebeneinander.',
  ],
  seen: 'Die Antwort von Microsoft kommt nach Sekunden: angenommen, oder abgelehnt mit dem Grund und dem, was zu tun ist. Sind danach Module rot, ist das kein Grund zur Sorge: Die Berechtigungen dafür kommen in den nächsten zwei Schritten.',
  next: 'Weiter zu den Berechtigungen',
  afterAdopt: 'Bitte prüfen Sie auch die Umleitungs-URIs (Schritt 2): Der ältere Hilfeartikel liess sie aus.',
};
