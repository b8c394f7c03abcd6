import type { SetupMessages } from '../../messages.ts';

export const permissionsStep: SetupMessages['permissionsStep'] = {
  intro:
    'Die Registrierung muss nennen, was LEGAL 365 darf. Hier fügen Sie die Berechtigungen nur hinzu; wirksam werden sie mit der Administratorzustimmung im nächsten Schritt.',
  modulesNote: 'Diese Berechtigungen gehören zu den Modulen, die für diese Entität gewählt sind.',
  toModules: 'Andere Module wählen',
  application: {
    title: 'Anwendungsberechtigungen: was LEGAL 365 selbst tut',
    steps: [
      'Öffnen Sie im Menü der Registrierung {apiPermissions} und klicken Sie auf {addPermission}.',
      'Wählen Sie {microsoftGraph}, dann {applicationPermissions}.',
      'Fügen Sie den Namen jeder Berechtigung unten ins Suchfeld ein, öffnen Sie die Gruppe, die erscheint, und haken Sie die Berechtigung an.',
      'Klicken Sie auf {addPermissions}, wenn alle angehakt sind.',
    ],
  },
  delegated: {
    title: 'Delegierte Berechtigungen: die Postfächer des Kommunikators',
    why: 'Damit kann sich eine Person bei ihrem Postfach anmelden, sodass der Kommunikator, der E-Mail-Teil von LEGAL 365, dessen E-Mails abholt und versendet.',
    steps: [
      'Klicken Sie noch einmal auf {addPermission} und wählen Sie {microsoftGraph}, diesmal dann {delegatedPermissions}.',
      'Haken Sie diese drei auf dieselbe Weise an und klicken Sie auf {addPermissions}.',
    ],
  },
  reasons: {
    'POP.AccessAsUser.All':
      'LEGAL 365 holt die E-Mails eines Postfachs ab, dessen Inhaber sich angemeldet hat.',
    'SMTP.Send': 'LEGAL 365 versendet E-Mails aus diesem Postfach.',
    offline_access: 'Der Inhaber muss sich nicht jede Stunde neu anmelden.',
  },
  allApplication:
    'Alle Anwendungsberechtigungen, für Ihre Notizen (die Suche im Portal findet jeweils nur eine)',
  allDelegated:
    'Alle delegierten Berechtigungen, für Ihre Notizen (die Suche im Portal findet jeweils nur eine)',
  traps: [
    'Calendars.ReadWrite, Contacts.ReadWrite, Mail.ReadWrite und Mail.Send gibt es in beiden Listen. Unter {delegatedPermissions} nützen sie LEGAL 365 nichts: Nehmen Sie sie unter {applicationPermissions}.',
    'Hinzugefügt ist noch nicht erteilt: Bis zur Zustimmung bleibt die Spalte «Status» leer oder zeigt eine Warnung. Das ist richtig so.',
    'User.Read, das Entra von selbst hinzufügt, darf bleiben.',
  ],
  tick: 'Alle Berechtigungen sind hinzugefügt',
  seen: 'Nach der Zustimmung stehen die Anwendungsberechtigungen im Token der Anwendung, und was fehlt, steht dann hier. Die delegierten stehen nicht darin; deshalb gilt Ihr Haken.',
  allGranted: 'Alle Anwendungsberechtigungen, die die Module brauchen, sind erteilt.',
  missing: (rights) => `Es fehlt: ${rights}`,
  surplus: (rights) =>
    `Mehr als die Module brauchen: ${rights}. Entfernen Sie das unter API-Berechtigungen (API permissions), sofern nichts anderes es verwendet.`,
  redirectMissing:
    'Noch niemand hat abgehakt, dass die Umleitungs-URIs eingetragen sind. Ohne sie funktionieren die Antwort auf die Zustimmung und die Anmeldung der Postfächer nicht.',
  toRedirect: 'Zu den Umleitungs-URIs',
};

export const smtpStep: SetupMessages['smtpStep'] = {
  intro:
    'Damit der Kommunikator, der E-Mail-Teil von LEGAL 365, aus einem Postfach versenden kann, muss für dieses Postfach «Authentifiziertes SMTP» eingeschaltet sein; zum Abholen auch POP, das meist schon eingeschaltet ist. In Organisationen, die nach Januar 2020 entstanden sind, ist Authentifiziertes SMTP zuerst ausgeschaltet. Wenn Sie den Kommunikator nicht verwenden, können Sie diesen Schritt überspringen.',
  center: {
    title: 'Für einzelne Postfächer: im Microsoft 365 Admin Center',
    steps: [
      'Öffnen Sie {activeUsers} und wählen Sie die Person.',
      'Öffnen Sie das Register {mail} und dort {manageEmailApps}.',
      'Haken Sie {authenticatedSmtp} und {pop} an und klicken Sie auf {saveChanges}.',
      'Wiederholen Sie das für jedes Postfach des Kommunikators, auch für freigegebene.',
    ],
  },
  shell: {
    title: 'Für viele Postfächer: mit PowerShell',
    mailbox: 'Postfach in den Befehlen',
    connect: 'Einmal: Modul installieren und anmelden',
    mailboxOn: 'Für dieses Postfach einschalten',
    look: 'Nachsehen, wie es steht',
    organisationLook: 'Einstellung der Organisation ansehen',
  },
  organisation: {
    title: 'Für die ganze Organisation: besser nicht',
    text: 'Die Einstellung eines Postfachs geht jener der Organisation vor; dort kann es also ausgeschaltet bleiben. Wenn Sie es trotzdem für alle einschalten wollen:',
    steps: [
      'Öffnen Sie {settings} und {mailFlow}.',
      'Entfernen Sie den Haken bei {turnOffSmtp} und klicken Sie auf {save}.',
    ],
    command: 'Dasselbe mit PowerShell',
  },
  traps: [
    'Sicherheitsstandards (security defaults): Microsoft schreibt, dass Authentifiziertes SMTP ausgeschaltet ist, solange sie gelten. Schlägt der Versand fehl, obwohl das Postfach eingeschaltet ist, bitten Sie die für Ihre Sicherheit zuständige Person, sie durch bedingten Zugriff zu ersetzen; schalten Sie sie nicht ersatzlos aus.',
    'Auch eine Authentifizierungsrichtlinie, die Standardauthentifizierung für SMTP sperrt, kann es verhindern.',
    'LEGAL 365 meldet sich mit OAuth an, nicht mit einem Passwort: Dass Microsoft die Standardauthentifizierung beendet, betrifft es nicht.',
    'Eine Änderung braucht einige Minuten, etwa eine Viertelstunde.',
  ],
  tick: 'Authentifiziertes SMTP ist für die Postfächer des Kommunikators eingeschaltet',
  seen: 'Das ist von hier aus noch nicht zu sehen. Der SMTP-Test eines Postfachs kommt mit einer späteren Version von LEGAL 365 Connect; bis dahin gilt Ihr Haken.',
};

export const testStep: SetupMessages['testStep'] = {
  intro:
    'Der Test holt bei Microsoft ein frisches Token und versucht mit jedem Modul zu lesen. Grün ist nur, was soeben beantwortet wurde; der Versand von E-Mails stützt sich auf die Berechtigung im Token, bis eine Testmail verschickt wurde.',
  needsValues: 'Es gibt noch nichts zu testen: Die Werte sind nicht gespeichert.',
  toValues: 'Zu den Werten',
  seen: 'Jedes Modul hat einen grünen Haken. Was rot ist, sagt, was fehlt, wer es lösen kann und wo zu klicken ist.',
};
