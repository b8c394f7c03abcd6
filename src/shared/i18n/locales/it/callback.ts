import type { CallbackMessages } from '../../messages.ts';

export const callback: CallbackMessages = {
  mayClose: 'Può chiudere questa finestra.',
  consent: {
    given: {
      title: 'La risposta di Microsoft è arrivata',
      text: 'Microsoft comunica che il consenso è stato concesso. LEGAL 365 Connect ora verifica finché non lo vede da sé; può richiedere alcuni minuti. Poi prosegue da solo.',
    },
    refused: {
      title: 'Il consenso non è stato concesso',
      reason: (cause) => `Motivo: ${cause}.`,
      text: 'Non è stato modificato nulla. In LEGAL 365 Connect, il passaggio «Consenso amministratore» dice che cosa può fare.',
    },
    'wrong-directory': {
      title: 'Questa risposta viene da un’altra directory',
      text: 'Aveva eseguito l’accesso con un account di un’organizzazione diversa da quella a cui appartiene la registrazione dell’app. Ricominci il consenso in LEGAL 365 Connect e acceda come amministratore dell’organizzazione giusta.',
    },
    unknown: {
      title: 'Questa risposta non appartiene a nessuna richiesta aperta',
      text: 'Non è stato modificato nulla. Il link è forse già stato usato, o ha più di un’ora. Se il consenso è stato concesso presso Microsoft, vale comunque: torni a LEGAL 365 Connect, che lo vede da solo.',
    },
    malformed: {
      title: 'Questa risposta è incompleta',
      text: 'Non è stato modificato nulla. Torni a LEGAL 365 Connect: se il consenso è stato concesso presso Microsoft, lo vede da solo. Altrimenti scelga lì ancora una volta «Concedi consenso amministratore».',
    },
  },
  signIn: {
    anotherAccount: 'un altro account',
    received: {
      title: 'Codice di verifica ricevuto',
      text: (address, account) =>
        `Ha eseguito l’accesso come ${account}. La casella ${address} viene ora provata; LEGAL 365 Connect mostra il risultato da sé.`,
      missing: (rights) =>
        `Microsoft non ha concesso un diritto: ${rights}. Un amministratore deve concedere il consenso amministratore in LEGAL 365 Connect; poi acceda ancora una volta.`,
    },
    waiting: {
      title: 'Codice di verifica ricevuto',
      otherPerson: (address, account, holder) =>
        `Ha eseguito l’accesso come ${account}, ma questo accesso è stato avviato da qualcun altro: non è ancora collegato nulla. Apra LEGAL 365 Connect con questo account entro 24 ore e dica lì se ${holder} può così ritirare e inviare la posta di ${address}.`,
      forYourself: (address, account) =>
        `Ha eseguito l’accesso come ${account}; un amministratore ha preparato questo accesso per Lei. Apra LEGAL 365 Connect con questo account entro 24 ore e confermi lì che la casella ${address} va usata.`,
      notVisible: (address, account) =>
        `Ha eseguito l’accesso come ${account}. Microsoft non dice se la casella ${address} è Sua. Torni a LEGAL 365 Connect e lo confermi entro 24 ore; poi la casella viene provata.`,
    },
    ask: {
      title: 'Questa casella può essere usata?',
      unknownPerson: 'Qualcuno',
      who: (person, entity) => `${person}, ${entity}, ha avviato questo accesso.`,
      purpose: (address, account) =>
        `Con il Suo account ${account}, LEGAL 365 ritirerebbe la posta della casella ${address} e ne invierebbe da lì.`,
      holder: (holder, address) =>
        holder === null
          ? `La casella sarebbe usata da chi lì ha l’indirizzo ${address} come nome utente.`
          : `La casella sarebbe usata da ${holder}.`,
      advice:
        'Se non conosce questa persona o non se lo aspetta, scelga «Non consentire»: in tal caso non viene conservato nulla. A questa domanda si può rispondere per 10 minuti.',
      allow: 'Consenti',
      decline: 'Non consentire',
    },
    answered: {
      allowed: {
        title: 'La casella può essere usata',
        text: 'LEGAL 365 Connect ora la prova. Può tornare su questa decisione in qualsiasi momento nell’elenco delle Sue app presso Microsoft.',
      },
      declined: {
        title: 'La casella non viene usata',
        text: 'L’accesso è stato scartato; non è stato conservato nulla. Chi lo ha avviato vede che non lo ha consentito.',
      },
      overtaken: {
        title: 'Questo accesso non è più adatto',
        text: 'Nel frattempo la casella o la sua registrazione è stata modificata; l’accesso è stato perciò scartato. Va avviato di nuovo in LEGAL 365 Connect.',
      },
      unasked: {
        title: 'Qui non c’è nulla a cui rispondere',
        text: 'Non è stato modificato nulla. Alla domanda è già stato risposto, o i suoi 10 minuti sono trascorsi; in tal caso l’accesso va avviato di nuovo in LEGAL 365 Connect.',
      },
    },
    mismatch: {
      title: 'Questo è un altro account',
      who: (account, address) =>
        `Ha eseguito l’accesso come ${account}; questa casella è ${address}. Non è stato modificato nulla.`,
      what: {
        'personal-account': 'È un account Microsoft personale. Acceda con l’account del Suo studio.',
        'other-tenant':
          'L’account appartiene a un’organizzazione diversa da quella della registrazione dell’app. Acceda con l’account dell’organizzazione in cui si trova la casella.',
        guest:
          'In questa organizzazione l’account è un ospite; la sua casella si trova altrove. Acceda con un account dell’organizzazione stessa.',
        'other-person':
          'L’account appartiene a una persona diversa da quella della casella. Se la casella è Sua, acceda con il Suo account; altrimenti invii il link alla persona a cui appartiene.',
        'admin-for-user':
          'Ha avviato questo accesso per qualcun altro e ha eseguito l’accesso Lei. Invii il link alla persona a cui appartiene la casella.',
        'address-reassigned':
          'L’indirizzo apparteneva prima a un’altra persona, il cui accesso è ancora memorizzato. Rimuova l’account in LEGAL 365 Connect, lo aggiunga di nuovo e poi acceda.',
        'not-an-address':
          'Ciò che è inserito come indirizzo di questa casella non è un indirizzo e-mail. Rimuova l’account in LEGAL 365 Connect e lo aggiunga con il suo indirizzo.',
      },
      again:
        'Torni a LEGAL 365 Connect e scelga ancora una volta «Accedi con Microsoft». Se nella pagina di Microsoft l’account giusto non è nell’elenco, scelga lì «Usa un altro account».',
    },
    reason: (cause) => `Motivo: ${cause}.`,
    refused: {
      title: 'L’accesso non è stato concluso',
      text: 'Non è stato modificato nulla: ciò che era collegato resta collegato. LEGAL 365 Connect dice, presso la casella, che cosa può fare.',
    },
    failed: {
      title: 'Non è stato possibile concludere l’accesso',
      text: 'Non è stato modificato nulla: ciò che era collegato resta collegato. Torni a LEGAL 365 Connect e scelga ancora una volta «Accedi con Microsoft».',
    },
    replaced: {
      title: 'Nel frattempo la registrazione è stata modificata',
      text: 'Mentre accedeva, un amministratore ha memorizzato un’altra registrazione. Nella Sua casella non è stato modificato nulla. Torni a LEGAL 365 Connect e scelga ancora una volta «Accedi con Microsoft».',
    },
    unknown: {
      title: 'Questa risposta non appartiene a nessun accesso in corso',
      text: 'Non è stato modificato nulla. Il link è forse già stato usato, è stato sostituito da uno più recente o ha più di 10 minuti. LEGAL 365 Connect dice se la casella è collegata; altrimenti scelga lì ancora una volta «Accedi con Microsoft».',
    },
    malformed: {
      title: 'Questa risposta è incompleta',
      text: 'Non è stato modificato nulla. Torni a LEGAL 365 Connect; se lì la casella non è collegata, scelga ancora una volta «Accedi con Microsoft».',
    },
  },
};
