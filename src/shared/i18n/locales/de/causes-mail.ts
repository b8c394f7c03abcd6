import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** Mailboxes, retrieval and sending. */
export const mailCauses = {
  'mailbox-missing': {
    title: 'Unter dieser Adresse gibt es kein Postfach',
    meaning:
      'Für diese Adresse kann nichts gelesen oder geschrieben werden. Sie hat kein Postfach in Exchange Online: ein Tippfehler, keine Lizenz, ein Postfach noch auf Ihrem eigenen Server oder eines, das eben erst angelegt wurde.',
    steps: [
      'Prüfen Sie die Schreibweise der Adresse.',
      'Öffnen Sie im Microsoft 365 Admin Center «Benutzer», «Aktive Benutzer», die Person, «Lizenzen und Apps» (Licenses and apps). Eine Lizenz mit Exchange Online muss angekreuzt sein.',
      'Wählen Sie für den Test die Adresse einer Person, die wirklich ein Postfach hat.',
      'Ein neues Postfach braucht bis zu einem Tag. Wählen Sie dann «Anbindung testen».',
    ],
  },
  'mailbox-full': {
    title: 'Das Postfach ist voll',
    meaning: 'In diesem Postfach lassen sich keine neuen Einträge und Mails mehr ablegen.',
    steps: [
      'Leeren Sie in Outlook «Gelöschte Elemente» und löschen oder archivieren Sie grosse Mails.',
      'Oder bitten Sie Ihren Administrator um mehr Speicher.',
    ],
  },
  'smtp-auth-disabled-tenant': {
    title: 'Authentifiziertes SMTP ist in Ihrer Organisation ausgeschaltet',
    meaning:
      'Aus LEGAL 365 lassen sich keine Mails senden. Ihre Organisation hat diesen Weg für alle Postfächer ausgeschaltet.',
    steps: [
      'Schalten Sie ihn nur für die betroffenen Postfächer ein: Microsoft 365 Admin Center, «Benutzer», «Aktive Benutzer», die Person, «E-Mail», «E-Mail-Apps verwalten» (Manage email apps), «Authentifiziertes SMTP», «Änderungen speichern».',
      'Warten Sie eine Viertelstunde und wählen Sie «Testmail senden».',
    ],
  },
  'smtp-auth-disabled-mailbox': {
    title: 'Authentifiziertes SMTP ist für dieses Postfach ausgeschaltet',
    meaning: 'Aus diesem Postfach lassen sich keine Mails senden.',
    steps: [
      'Öffnen Sie im Microsoft 365 Admin Center «Benutzer», «Aktive Benutzer», die Person, «E-Mail», «E-Mail-Apps verwalten» (Manage email apps), kreuzen Sie «Authentifiziertes SMTP» an und wählen Sie «Änderungen speichern».',
      'Warten Sie eine Viertelstunde und wählen Sie «Testmail senden».',
    ],
  },
  'basic-auth-disabled': {
    title: 'Die Anmeldung mit Passwort ist nicht mehr möglich',
    meaning:
      'Microsoft hat für Mails die Anmeldung mit Benutzername und Passwort ausgeschaltet. Es geht nur noch über «Mit Microsoft anmelden».',
    steps: [
      'Wählen Sie für dieses Postfach «Mit Microsoft anmelden».',
      'Misslingt es wieder, senden Sie die Antwort von Microsoft unten an den Support von LEGAL 365.',
    ],
  },
  'auth-policy-blocked': {
    title: 'Eine Sicherheitsregel lehnt diese Art der Anmeldung ab',
    meaning:
      'Mails können weder abgeholt noch gesendet werden. Die Sicherheitsstandards oder eine Authentifizierungsrichtlinie Ihrer Organisation verhindern es.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «Übersicht» (Overview), «Eigenschaften» (Properties) und sehen Sie nach, ob die Sicherheitsstandards (Security defaults) eingeschaltet sind.',
      'Ein Exchange-Administrator prüft die Authentifizierungsrichtlinie des Postfachs und lässt POP und SMTP mit moderner Authentifizierung zu.',
      'Testen Sie danach das Postfach noch einmal.',
    ],
  },
  'ambiguous-auth': {
    title: 'Der Mailserver hat die Anmeldung ohne Begründung abgelehnt',
    meaning:
      'Die Mails dieses Postfachs sind nicht erreichbar. Microsoft gibt für mehrere Ursachen dieselbe Antwort; die wahrscheinlichen stehen unten.',
    steps: [
      'Öffnen Sie im Microsoft 365 Admin Center «Benutzer», «Aktive Benutzer», die Person, «E-Mail», «E-Mail-Apps verwalten» (Manage email apps) und kreuzen Sie «POP» und «Authentifiziertes SMTP» an.',
      'Prüfen Sie, ob die Adresse stimmt und das Postfach eine Lizenz mit Exchange Online hat. Ein freigegebenes Postfach braucht keine: Dort braucht die angemeldete Person das Recht «Lesen und verwalten (Vollzugriff)» (Read and manage), im Exchange Admin Center unter «Empfänger», «Postfächer», das Postfach, «Delegierung».',
      'Wählen Sie noch einmal «Mit Microsoft anmelden» und testen Sie dann das Postfach.',
    ],
  },
  'send-as-denied': {
    title: 'Diese Absenderadresse ist nicht erlaubt',
    meaning: 'Die Mail wurde nicht gesendet. Das angemeldete Konto darf nicht unter dieser Adresse senden.',
    steps: [
      'Senden Sie mit der eigenen Adresse des Postfachs, oder',
      'öffnen Sie im Exchange Admin Center «Empfänger» (Recipients), «Postfächer», das Postfach, «Delegierung» (Delegation), und fügen Sie die Person unter «Senden als» (Send as) hinzu. Es dauert bis zu einer Stunde.',
    ],
  },
  'sending-blocked': {
    title: 'Microsoft hat den Versand aus diesem Konto gestoppt',
    meaning:
      'Aus diesem Konto oder dieser Organisation geht keine Mail mehr hinaus, weil sie für eine Quelle von Spam gehalten werden.',
    steps: [
      'Prüfen Sie, ob jemand anders das Konto benutzt, und ändern Sie das Passwort.',
      'Öffnen Sie im Microsoft-Defender-Portal «E-Mail und Zusammenarbeit» (Email & collaboration), «Überprüfung» (Review), «Eingeschränkte Entitäten» (Restricted entities) und geben Sie das Konto frei.',
    ],
  },
  'send-limit-exceeded': {
    title: 'Die Versandgrenze ist erreicht',
    meaning:
      'Für den Moment geht aus diesem Postfach keine Mail mehr hinaus. Microsoft begrenzt die Mails je Minute und die Empfänger je Tag.',
    steps: [
      'Warten Sie; der Versand wird später noch einmal versucht.',
      'Für Rundschreiben an viele Personen eignet sich ein dafür gemachter Dienst.',
    ],
  },
  'too-many-connections': {
    title: 'Zu viele Verbindungen zugleich',
    meaning: 'Mehrere Programme benutzen das Postfach gleichzeitig. Es wird von selbst noch einmal versucht.',
    steps: ['Geschieht es immer wieder, schliessen Sie andere Mailprogramme, die dieses Postfach abholen.'],
  },
  'message-too-large': {
    title: 'Die Nachricht ist zu gross',
    meaning:
      'Die Mail wurde nicht gesendet, weil sie grösser ist, als das Postfach oder die Gegenseite annimmt.',
    steps: ['Verkleinern Sie die Anhänge oder teilen Sie sie als Link.', 'Senden Sie noch einmal.'],
  },
  'recipient-rejected': {
    title: 'Der Empfänger wurde abgelehnt',
    meaning:
      'Die Mail wurde an diese Adresse nicht zugestellt: Es gibt sie nicht, oder sie nimmt Ihre Mail nicht an.',
    steps: ['Prüfen Sie die Schreibweise der Adresse, oder fragen Sie die Person auf anderem Weg.'],
  },
  'starttls-missing': {
    title: 'Es wurde keine verschlüsselte Verbindung angeboten',
    meaning:
      'Es wird nicht gesendet, damit nichts unverschlüsselt unterwegs ist. Microsoft bietet Verschlüsselung immer an: Ein Gerät in Ihrem Netz entfernt sie.',
    steps: [
      'Lassen Sie Ihre Netzwerkbetreuung die Mailprüfung für smtp.office365.com, Port 587, in Firewall oder Virenschutz ausschalten.',
      'Testen Sie das Postfach noch einmal.',
    ],
  },
  'pop-disabled-or-no-licence': {
    title: 'POP ist ausgeschaltet oder die Lizenz fehlt',
    meaning: 'Die Mails dieses Postfachs können nicht abgeholt werden.',
    steps: [
      'Öffnen Sie im Microsoft 365 Admin Center «Benutzer», «Aktive Benutzer», die Person, «E-Mail», «E-Mail-Apps verwalten» (Manage email apps), kreuzen Sie «POP» an und wählen Sie «Änderungen speichern».',
      'Prüfen Sie unter «Lizenzen und Apps» (Licenses and apps), ob Exchange Online angekreuzt ist.',
      'Warten Sie eine Viertelstunde und testen Sie das Postfach noch einmal.',
    ],
  },
  'protocol-misuse': {
    title: 'Der Mailserver hat uns nicht verstanden',
    meaning:
      'Dieser Schritt ist misslungen, weil LEGAL 365 Connect falsch mit dem Server gesprochen hat oder Port und Verschlüsselung nicht passen.',
    steps: [
      'Prüfen Sie Servername und Port in der Konfiguration.',
      'Stimmen sie, senden Sie die Antwort von Microsoft unten an den Support von LEGAL 365.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
