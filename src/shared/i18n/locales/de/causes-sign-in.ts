import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** The person who signs in to a mailbox. */
export const signInCauses = {
  'code-expired-or-used': {
    title: 'Die Anmeldung dauerte zu lange oder wurde schon verwendet',
    meaning:
      'Das Postfach ist noch nicht verbunden. Die Bestätigung, die Microsoft nach der Anmeldung schickt, gilt einige Minuten und nur einmal; wer die Seite neu lädt, verbraucht sie.',
    steps: [
      'Wählen Sie noch einmal «Mit Microsoft anmelden» und schliessen Sie in einem Zug ab, ohne die Seite neu zu laden.',
    ],
  },
  'mfa-required': {
    title: 'Ein zweiter Faktor ist nötig',
    meaning:
      'Die Mails dieses Postfachs ruhen, bis Sie sich angemeldet haben. Ihre Organisation verlangt eine zweite Bestätigung, zum Beispiel in der App Authenticator.',
    steps: [
      'Wählen Sie «Mit Microsoft anmelden» und bestätigen Sie mit Ihrem zweiten Faktor.',
      'Bittet Microsoft Sie, einen einzurichten, folgen Sie der Seite bis zum Schluss.',
    ],
  },
  'conditional-access': {
    title: 'Eine Richtlinie Ihrer Organisation sperrt den Zugriff',
    meaning:
      'Die Anbindung wird absichtlich gestoppt: Eine Richtlinie für bedingten Zugriff erlaubt diesen Ort, dieses Gerät oder diese App nicht. Eine neue Anmeldung hilft nicht.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «Überwachung und Integrität» (Monitoring & health), «Anmeldeprotokolle» (Sign-in logs) und suchen Sie den Eintrag mit der Korrelations-ID unten. Unter «Bedingter Zugriff» (Conditional Access) steht die Richtlinie.',
      'Nehmen Sie diese App von der Richtlinie aus oder lassen Sie die Netzwerkadresse des Servers von LEGAL 365 Connect zu. Erneuerungen kommen vom Server, nicht vom Computer der Person.',
      'Wiederholen Sie danach die Anmeldung oder wählen Sie «Anbindung testen».',
    ],
  },
  'interaction-required': {
    title: 'Eine neue Anmeldung ist nötig',
    meaning:
      'Die Mails dieses Postfachs ruhen, bis sich jemand angemeldet hat. Microsoft will die Person sehen und sagt nicht, weshalb.',
    steps: ['Wählen Sie «Mit Microsoft anmelden» und folgen Sie den Seiten bis zum Schluss.'],
  },
  'refresh-token-expired': {
    title: 'Die Anmeldung ist ausgelaufen',
    meaning:
      'Die Mails dieses Postfachs ruhen, bis Sie sich neu angemeldet haben. Die frühere Anmeldung wurde zu lange nicht verwendet, oder Ihre Organisation verlangt in Abständen eine neue.',
    steps: [
      'Wählen Sie «Mit Microsoft anmelden».',
      'Geschieht es innert Tagen wieder, prüft ein Administrator die Anmeldehäufigkeit im bedingten Zugriff (Conditional Access) und ob die Umleitungs-URI der App unter «Web» steht.',
    ],
  },
  'grant-revoked': {
    title: 'Die Anmeldung wurde widerrufen',
    meaning:
      'Die Mails dieses Postfachs ruhen, bis Sie sich neu angemeldet haben. Nach einem neuen Passwort, oder wenn ein Administrator alle Sitzungen beendet, nimmt Microsoft die frühere Anmeldung nicht mehr an.',
    steps: [
      'Wählen Sie «Mit Microsoft anmelden».',
      'Haben Sie nichts geändert, fragen Sie Ihren Administrator, ob Sitzungen beendet wurden.',
    ],
  },
  'user-disabled': {
    title: 'Das Konto ist gesperrt',
    meaning: 'Dieses Postfach kann nicht verwendet werden: Das Konto darf sich nicht anmelden.',
    steps: [
      'Öffnen Sie im Microsoft 365 Admin Center «Benutzer», «Aktive Benutzer», die Person, und heben Sie die Sperre auf (Unblock sign-in). Ein Konto, das von Ihrem eigenen Server kommt, wird dort entsperrt.',
      'Ist die Person ausgetreten, entfernen Sie das Postfach hier.',
    ],
  },
  'user-locked-or-password': {
    title: 'Das Konto ist gesperrt oder das Passwort stimmt nicht',
    meaning:
      'Die Anmeldung ist nicht gelungen. Das Passwort ist falsch oder abgelaufen, oder das Konto ist nach zu vielen Versuchen für einige Minuten gesperrt.',
    steps: [
      'Warten Sie eine Viertelstunde, melden Sie sich dann im Browser bei Microsoft 365 an und ändern Sie das Passwort, wenn es verlangt wird.',
      'Wählen Sie danach hier «Mit Microsoft anmelden».',
    ],
  },
  'user-not-assigned': {
    title: 'Die Person darf die App nicht verwenden',
    meaning:
      'Die Anmeldung wurde abgelehnt, weil in Ihrer Organisation nur ausgewählte Personen diese App verwenden dürfen und diese Person nicht dazugehört.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «Unternehmensanwendungen» (Enterprise apps), dann Ihre App, dann «Benutzer und Gruppen» (Users and groups), und fügen Sie die Person hinzu. Gruppen in Gruppen zählen nicht.',
      'Oder setzen Sie unter «Eigenschaften» (Properties) «Zuweisung erforderlich» (Assignment required) auf «Nein».',
      'Wiederholen Sie die Anmeldung.',
    ],
  },
  'wrong-account': {
    title: 'Mit einem anderen Konto angemeldet',
    meaning:
      'Das angemeldete Konto passt nicht: Es gehört zu einem anderen Verzeichnis, ist ein privates oder darf dieses Postfach nicht öffnen.',
    steps: [
      'Wählen Sie noch einmal «Mit Microsoft anmelden» und nehmen Sie das Konto Ihrer Kanzlei oder «Anderes Konto verwenden».',
      'Wählt der Browser immer wieder das falsche, öffnen Sie den Link in einem privaten Fenster.',
      'Bei einem freigegebenen Postfach öffnet ein Administrator im Exchange Admin Center «Empfänger» (Recipients), «Postfächer», das Postfach, «Delegierung» (Delegation) und fügt die Person unter «Lesen und verwalten (Vollzugriff)» (Read and manage) hinzu. Es dauert bis zu einer Stunde.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
