import type { MailboxMessages } from '../../messages.ts';

export const mailboxSignIn: Pick<MailboxMessages, 'signIn' | 'pending'> = {
  signIn: {
    title: (address) => `Accesso a ${address}`,
    opens: 'La pagina di Microsoft si apre nel Suo browser.',
    withAddress: (address) => `Acceda lì come ${address}.`,
    withOwn: (address) =>
      `Acceda lì con il Suo account, quello che ha accesso a ${address}; non con l’indirizzo condiviso.`,
    chooser: 'Se Microsoft propone più account, scelga questo oppure «Usa un altro account».',
    back: 'Poi torni qui. La pagina diventa verde automaticamente.',
    start: 'Accedi con Microsoft',
    preparing: 'L’accesso viene preparato',
    failedToStart: 'Non è stato possibile preparare l’accesso',
    waiting: 'In attesa del Suo accesso nel browser',
    redeeming: 'Microsoft ha risposto. L’account viene verificato.',
    until: (time) => `Il link vale fino alle ${time}.`,
    openAgain: 'Apri di nuovo',
    copyLink: 'Copia link',
    noWindow: 'Non appare alcuna finestra?',
    noWindowPoints: [
      'Guardi dietro questa finestra: forse il browser è già aperto.',
      'Prema «Apri di nuovo» e consenta le finestre pop-up per questa pagina, se il browser lo chiede.',
      'Oppure prema «Copia link» e lo incolli nella barra degli indirizzi del Suo browser. Non lo trasmetta ad altri: è destinato a Lei.',
    ],
    pageError: 'La pagina di Microsoft mostra un errore?',
    pageErrorText:
      'Solo Lei vede quella pagina. Se non La lascia proseguire, qui si spiega che cosa dice. Nulla ne viene conservato.',
    signedIn: (address) => `Accesso effettuato. Ora ${address} viene testata.`,
    mismatchTitle: 'Questo era un altro account',
    mismatch: (as, address) =>
      `Lei ha effettuato l’accesso come ${as}, questa casella è ${address}. Non è stato modificato nulla.`,
    unknownAccount: 'un altro account',
    why: {
      'personal-account': 'È un account Microsoft privato. Serve quello del Suo studio.',
      'other-tenant': 'L’account appartiene a un’altra organizzazione rispetto alla casella di posta.',
      guest: 'L’account è solo ospite nella Sua organizzazione; la sua casella si trova altrove.',
      'other-person': 'L’account appartiene a qualcun altro.',
      'admin-for-user':
        'Questo è il Suo account. Deve accedere la persona a cui appartiene la casella; le invii il link.',
      'address-reassigned':
        'L’indirizzo ora appartiene a un’altra persona. Rimuova questo account e aggiunga di nuovo l’indirizzo: così nessuno eredita le e-mail di qualcun altro.',
      'not-an-address':
        'Ciò che è inserito come indirizzo di questa casella non lo è. Rimuova l’account e lo aggiunga di nuovo.',
    },
    another: 'Scegli un altro account',
    pendingTitle: 'Qualcuno deve ancora dare il consenso',
    pendingOther: (as) =>
      `${as} ha effettuato l’accesso con il link. Nulla può essere letto o inviato finché questa persona non dà il consenso: in LEGAL 365 Connect sotto «Caselle di posta», entro 24 ore.`,
    outcomes: {
      refused: 'L’accesso è stato rifiutato',
      failed: 'L’accesso non ha potuto essere completato',
      cancelled: 'L’accesso è stato annullato',
      expired: 'Il link è scaduto',
    },
    nothingChanged: 'Non è stato modificato nulla.',
    again: 'Riprova',
    otherTitle: 'Messaggio a questa persona',
    otherText: (name) =>
      `${name} deve effettuare l’accesso. Lei può inviare il link; vale dieci minuti. Dopo, questa persona conferma qui che la casella può essere usata.`,
    otherOwner: (address) => `La persona di ${address}`,
    otherInvite: 'L’invito invece non ha fretta: porta qui e non scade.',
    openHere: 'Apri qui',
    copyText: 'Copia testo',
    sendMail: 'Scrivi un’e-mail',
    mailSubject: 'Accesso per LEGAL 365',
    mailBody: (address, link) =>
      `Buongiorno\n\nAffinché LEGAL 365 possa scaricare e inviare e-mail con ${address}, acceda per favore con Microsoft. Il link vale dieci minuti:\n${link}\n\nPoi apra LEGAL 365 Connect in Teams, scelga «Caselle di posta» e confermi.\n`,
  },
  pending: {
    title: (address) => `Questa casella di posta può essere usata? ${address}`,
    byOther: (who, address) =>
      `${who} desidera usare ${address} in LEGAL 365. Lei ha effettuato l’accesso a questo scopo. Se lo consente, ${who} può scaricare, leggere e inviare e-mail con questa casella.`,
    forYou: (who, address) =>
      `${who} Le ha inviato il link con cui Lei ha effettuato l’accesso. Se lo consente, LEGAL 365 può scaricare e inviare con ${address}. Qui nessuno tranne Lei ne legge le e-mail.`,
    somebody: 'Qualcuno',
    notVisible: (as, address) =>
      `Lei ha effettuato l’accesso come ${as}. Microsoft non dice se ${address} è anch’esso un Suo indirizzo. Se lo è, lo confermi; POP3 mostra poi se è giusto. Se è una casella condivisa, risponda «No», rimuova l’account e lo aggiunga di nuovo come casella condivisa.`,
    plus: (as, address) =>
      `Lei ha effettuato l’accesso come ${as}. ${address} sembra un Suo indirizzo con un’aggiunta. Se porta nella Sua casella, lo confermi.`,
    until: (time) => `Senza risposta, l’accesso viene eliminato il ${time}.`,
    allow: 'Consenti',
    deny: 'Non consentire',
    itIsMine: 'Sì, è mio',
    itIsNot: 'No',
    allowed: 'Consentito. La casella viene testata.',
    denied: 'Non consentito. L’accesso è stato eliminato.',
    failed: 'La risposta non è stata salvata',
    waits: {
      'other-person': (as) =>
        `${as} ha effettuato l’accesso con il link e deve dare il consenso, in LEGAL 365 Connect sotto «Caselle di posta».`,
      'address-not-visible': (as) => `${as} deve confermare che l’indirizzo è il proprio.`,
      'plus-address': (as) => `${as} deve confermare che l’indirizzo è il proprio.`,
    },
  },
};
