import type { MailboxMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('de', n, { one, other });

export const mailboxFirm: Pick<MailboxMessages, 'firm' | 'import' | 'invite'> = {
  firm: {
    summary: (n, total) =>
      count(total, `${n} von 1 Postfach ist angemeldet.`, `${n} von ${total} Postfächern sind angemeldet.`),
    filter: 'Nur wer sich noch nicht angemeldet hat',
    none: 'Alle haben sich angemeldet.',
    reader: 'Sie sehen die Zustände. Hinzufügen und entfernen können Administratoren.',
    columns: { address: 'Adresse', entity: 'Entität', person: 'Person', state: 'Zustand', action: 'Aktion' },
    unclaimed: 'Noch niemand',
    removeOf: (address) => `Entfernen: ${address}`,
    list: 'Postfächer der Kanzlei',
    noContent: 'Die E-Mails selbst sieht nur, wem das Postfach gehört.',
    showMore: 'Mehr anzeigen',
  },
  import: {
    title: 'Konten für viele Benutzer hinzufügen',
    text: 'Eine Adresse pro Zeile oder eine Liste aus Excel oder dem Microsoft 365 Admin Center als CSV. Die Konten werden vorbereitet; jede Person muss sich nur noch anmelden.',
    label: 'Adressen',
    file: 'CSV-Datei wählen',
    fileTooLarge: 'Die Datei ist grösser als 1 MB. Sie sollte nur die Liste enthalten.',
    kind: 'Art, wo die Liste nichts sagt',
    found: (n) => count(n, '1 Konto wird vorbereitet', `${n} Konten werden vorbereitet`),
    sharedAmong: (n) => count(n, 'davon 1 freigegebenes', `davon ${n} freigegebene`),
    wrong: (n) => count(n, '1 Zeile wird ausgelassen', `${n} Zeilen werden ausgelassen`),
    line: (line, text) => `Zeile ${line}: ${text}`,
    problems: { 'not-an-address': 'keine Adresse', twice: 'steht doppelt da' },
    tooMany: (most) => `Höchstens ${most} auf einmal. Die übrigen können Sie danach hinzufügen.`,
    preview: 'Was vorbereitet wird',
    submit: (n) => count(n, '1 Konto vorbereiten', `${n} Konten vorbereiten`),
    nothing: 'Geben Sie mindestens eine Adresse ein.',
    failed: 'Die Konten wurden nicht vorbereitet',
    results: (n) => count(n, '1 Konto wurde vorbereitet', `${n} Konten wurden vorbereitet`),
    outcomes: {
      created: 'vorbereitet',
      exists: 'war schon da',
      'not-an-address': 'keine Adresse',
      twice: 'stand doppelt da',
    },
    result: 'Ergebnis',
    invite: 'Einladung schreiben',
  },
  invite: {
    title: 'Zur Anmeldung einladen',
    text: 'Senden Sie das an alle, die sich noch nicht angemeldet haben. Niemand braucht dafür ein Passwort.',
    language: 'Sprache der Einladung',
    message: 'Einladung',
    copy: 'Text kopieren',
    copyAddresses: (n) => count(n, '1 Adresse kopieren', `${n} Adressen kopieren`),
    mail: 'E-Mail schreiben',
    subject: 'Ihr Postfach in LEGAL 365: bitte einmal anmelden',
    body: (link) =>
      `Guten Tag\n\nDamit LEGAL 365 mit Ihrem Postfach E-Mails abholen und senden kann, melden Sie sich bitte einmal mit Microsoft an. Es dauert eine Minute.\n\n1. Öffnen Sie LEGAL 365 Connect in Teams und wählen Sie «Postfächer», oder öffnen Sie diese Adresse im Browser:\n${link}\n2. Wählen Sie bei Ihrer Adresse «Mit Microsoft anmelden».\n3. Melden Sie sich mit Ihrem gewohnten Konto der Kanzlei an. Danach zeigt die Seite ein grünes Häkchen.\n\nLEGAL 365 selbst fragt Sie nicht nach Ihrem Passwort.\n`,
  },
};
