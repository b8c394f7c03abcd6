import type { MailboxMessages } from '../../messages.ts';

export const mailboxSignIn: Pick<MailboxMessages, 'signIn' | 'pending'> = {
  signIn: {
    title: (address) => `Anmelden bei ${address}`,
    opens: 'Die Seite von Microsoft öffnet sich in Ihrem Browser.',
    withAddress: (address) => `Melden Sie sich dort als ${address} an.`,
    withOwn: (address) =>
      `Melden Sie sich dort mit Ihrem eigenen Konto an, das auf ${address} Zugriff hat; nicht mit der freigegebenen Adresse.`,
    chooser: 'Bietet Microsoft mehrere Konten an, wählen Sie dieses oder «Anderes Konto verwenden».',
    back: 'Kommen Sie danach hierher zurück. Die Seite wird von selbst grün.',
    start: 'Mit Microsoft anmelden',
    preparing: 'Die Anmeldung wird vorbereitet',
    failedToStart: 'Die Anmeldung konnte nicht vorbereitet werden',
    waiting: 'Wartet auf Ihre Anmeldung im Browser',
    redeeming: 'Microsoft hat geantwortet. Das Konto wird geprüft.',
    until: (time) => `Der Link gilt bis ${time} Uhr.`,
    openAgain: 'Erneut öffnen',
    copyLink: 'Link kopieren',
    noWindow: 'Kein Fenster erscheint?',
    noWindowPoints: [
      'Schauen Sie hinter dieses Fenster: Der Browser ist vielleicht schon offen.',
      'Wählen Sie «Erneut öffnen» und erlauben Sie dieser Seite Pop-up-Fenster, wenn der Browser danach fragt.',
      'Oder wählen Sie «Link kopieren» und fügen Sie ihn in die Adresszeile Ihres Browsers ein. Geben Sie ihn nicht weiter: Er ist für Sie bestimmt.',
    ],
    pageError: 'Zeigt Microsofts Seite einen Fehler?',
    pageErrorText:
      'Diese Seite sehen nur Sie. Wenn es dort nicht weitergeht, wird hier erklärt, was sie sagt. Nichts davon wird aufbewahrt.',
    signedIn: (address) => `Sie sind angemeldet. ${address} wird jetzt getestet.`,
    mismatchTitle: 'Das war ein anderes Konto',
    mismatch: (as, address) =>
      `Sie haben sich als ${as} angemeldet, dieses Postfach ist ${address}. Nichts wurde geändert.`,
    unknownAccount: 'ein anderes Konto',
    why: {
      'personal-account': 'Es ist ein privates Microsoft-Konto. Gebraucht wird jenes Ihrer Kanzlei.',
      'other-tenant': 'Das Konto gehört zu einer anderen Organisation als das Postfach.',
      guest: 'Das Konto ist in Ihrer Organisation nur Gast; sein Postfach liegt anderswo.',
      'other-person': 'Das Konto gehört jemand anderem.',
      'admin-for-user':
        'Das ist Ihr eigenes Konto. Anmelden muss sich die Person, der das Postfach gehört; senden Sie ihr den Link.',
      'address-reassigned':
        'Die Adresse gehört jetzt einer anderen Person. Entfernen Sie dieses Konto und fügen Sie die Adresse neu hinzu: So erbt niemand die E-Mails von jemand anderem.',
      'not-an-address':
        'Was als Adresse dieses Postfachs eingetragen ist, ist keine. Entfernen Sie das Konto und fügen Sie es neu hinzu.',
    },
    another: 'Anderes Konto wählen',
    pendingTitle: 'Jemand muss noch zustimmen',
    pendingOther: (as) =>
      `${as} hat sich mit dem Link angemeldet. Nichts kann gelesen oder gesendet werden, bis diese Person zustimmt: in LEGAL 365 Connect unter «Postfächer», innert 24 Stunden.`,
    outcomes: {
      refused: 'Die Anmeldung wurde abgelehnt',
      failed: 'Die Anmeldung konnte nicht abgeschlossen werden',
      cancelled: 'Die Anmeldung wurde abgebrochen',
      expired: 'Der Link ist abgelaufen',
    },
    nothingChanged: 'Nichts wurde geändert.',
    again: 'Noch einmal versuchen',
    otherTitle: 'Nachricht an diese Person',
    otherText: (name) =>
      `${name} muss sich anmelden. Sie können den Link senden; er gilt zehn Minuten. Danach bestätigt diese Person hier, dass das Postfach verwendet werden darf.`,
    otherOwner: (address) => `Die Person hinter ${address}`,
    otherInvite: 'Mit der Einladung eilt es nicht: Sie führt hierher und läuft nicht ab.',
    openHere: 'Hier öffnen',
    copyText: 'Text kopieren',
    sendMail: 'E-Mail schreiben',
    mailSubject: 'Anmeldung für LEGAL 365',
    mailBody: (address, link) =>
      `Guten Tag\n\nDamit LEGAL 365 mit ${address} E-Mails abholen und senden kann, melden Sie sich bitte mit Microsoft an. Der Link gilt zehn Minuten:\n${link}\n\nÖffnen Sie danach LEGAL 365 Connect in Teams, wählen Sie «Postfächer» und stimmen Sie zu.\n`,
  },
  pending: {
    title: (address) => `Darf dieses Postfach verwendet werden? ${address}`,
    byOther: (who, address) =>
      `${who} möchte ${address} in LEGAL 365 verwenden. Sie haben sich dafür angemeldet. Wenn Sie es erlauben, kann ${who} mit diesem Postfach E-Mails abholen, lesen und senden.`,
    forYou: (who, address) =>
      `${who} hat Ihnen den Link gesandt, mit dem Sie sich angemeldet haben. Wenn Sie es erlauben, kann LEGAL 365 mit ${address} abholen und senden. Hier liest niemand ausser Ihnen die E-Mails.`,
    somebody: 'Jemand',
    notVisible: (as, address) =>
      `Sie haben sich als ${as} angemeldet. Microsoft sagt nicht, ob ${address} auch Ihre Adresse ist. Wenn ja, bestätigen Sie es; POP3 zeigt dann, ob es stimmt. Ist es ein freigegebenes Postfach, antworten Sie «Nein», entfernen Sie das Konto und fügen Sie es als freigegebenes Postfach neu hinzu.`,
    plus: (as, address) =>
      `Sie haben sich als ${as} angemeldet. ${address} sieht aus wie Ihre Adresse mit einem Zusatz. Führt sie in Ihr Postfach, bestätigen Sie es.`,
    until: (time) => `Ohne Antwort wird die Anmeldung am ${time} gelöscht.`,
    allow: 'Erlauben',
    deny: 'Nicht erlauben',
    itIsMine: 'Ja, sie ist meine',
    itIsNot: 'Nein',
    allowed: 'Erlaubt. Das Postfach wird getestet.',
    denied: 'Nicht erlaubt. Die Anmeldung wurde gelöscht.',
    failed: 'Die Antwort wurde nicht gespeichert',
    waits: {
      'other-person': (as) =>
        `${as} hat sich mit dem Link angemeldet und muss zustimmen, in LEGAL 365 Connect unter «Postfächer».`,
      'address-not-visible': (as) => `${as} muss bestätigen, dass es die eigene Adresse ist.`,
      'plus-address': (as) => `${as} muss bestätigen, dass es die eigene Adresse ist.`,
    },
  },
};
