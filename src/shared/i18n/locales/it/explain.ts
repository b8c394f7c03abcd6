import type { ExplainMessages } from '../../messages.ts';

export const explain: ExplainMessages = {
  title: 'Spiega un errore',
  intro:
    'Incolli ciò che mostra una pagina, un programma, un registro o un’e-mail tornata indietro. Legge che cosa significa, chi può risolverlo e dove fare clic. Nulla viene conservato.',
  text: 'Testo dell’errore',
  textHint:
    'Una risposta, righe di registro, un’intera e-mail tornata indietro o l’indirizzo di una pagina che contiene «error».',
  empty: 'Incolli prima il testo dell’errore.',
  tooLong: (most) => `Il testo è troppo lungo. Tenga la parte con l’errore: al massimo ${most} caratteri.`,
  origin: 'Da dove viene',
  originHint: 'Serve solo se è stato riconosciuto male.',
  findOut: 'Riconoscere dal testo',
  protocols: {
    entra: 'Accesso presso Microsoft',
    graph: 'Calendario, contatti, attività, posta',
    smtp: 'Invio di e-mail (SMTP)',
    pop3: 'Ricezione di e-mail (POP3)',
    network: 'Connessione',
    bot: 'Bot in Teams',
  },
  stages: {
    'app-token': 'Accesso della registrazione',
    'code-exchange': 'Conclusione dell’accesso di una persona',
    refresh: 'Rinnovo dell’accesso di una persona',
    'authorize-callback': 'Pagina di accesso di Microsoft',
    'admin-consent-callback': 'Pagina di Microsoft per il consenso amministratore',
    'graph-probe': 'Accesso a una casella di posta',
    'graph-provision': 'Configurazione della registrazione',
    'smtp-connect': 'Connessione per l’invio',
    'smtp-auth': 'Accesso per l’invio',
    'smtp-send': 'Invio di un’e-mail',
    'pop3-connect': 'Connessione per la ricezione',
    'pop3-auth': 'Accesso per la ricezione',
    'pop3-retrieve': 'Ricezione di e-mail',
    'bot-inbound': 'Messaggio al bot',
    'bot-send': 'Messaggio del bot',
  },
  button: 'Spiega un errore',
  explaining: 'Spiegazione in corso',
  failed: 'Non è stato possibile spiegare il testo',
  clear: 'Svuota il campo',
  examples: 'Esempi da provare',
  exampleNames: {
    secret: 'Segreto scaduto',
    smtp: 'Invio rifiutato',
    pop3: 'Ricezione rifiutata',
    bounce: 'E-mail tornata indietro',
    network: 'Nessuna connessione',
  },
  result: 'Che cosa significa',
  takenFor: (place) => `Riconosciuto come: ${place}.`,
  takenForHint: 'Se non è giusto, scelga sopra da dove viene il testo e lo faccia spiegare di nuovo.',
  unknownHint:
    'Ne incolli di più: l’intera risposta, le righe prima e dopo o l’intera e-mail tornata indietro. Oppure scelga sopra da dove viene il testo.',
  passes: 'Passa da sé',
  passesAnswers: {
    no: 'No. Riprovare non serve.',
    later: 'Probabilmente. Riprovi più tardi.',
    'after-fix': 'No. Funziona di nuovo una volta eliminata la causa.',
    'sign-in-again': 'No. Funziona di nuovo dopo un nuovo accesso.',
  },
  signIn: 'Serve un nuovo accesso',
  signInAnswers: {
    lost: 'Sì. L’accesso memorizzato non è più valido.',
    needed: 'Sì. La persona a cui appartiene l’account deve accedere di nuovo.',
    no: 'No.',
  },
  copyForSupporter: 'Copia un messaggio per il mio supporto informatico',
  supporterIntro:
    'Buongiorno\n\nIl collegamento di LEGAL 365 con Microsoft 365 segnala un errore. Che cosa significa:',
  secretsTitle: 'Il testo contiene qualcosa di segreto',
  secretsText:
    'Non è stato conservato ed è nascosto in tutto ciò che viene mostrato qui. Chiunque altro abbia il testo può usarlo.',
  secretKinds: {
    'client-secret':
      'Segreto client: lo sostituisca con uno nuovo in Microsoft Entra se altri potrebbero averlo visto.',
    'access-token':
      'Token di accesso: scade da sé, di solito entro un’ora circa. Fino ad allora non lo trasmetta.',
    'refresh-token':
      'Token di aggiornamento: un amministratore dovrebbe revocare le sessioni di questa persona se altri potrebbero averlo visto.',
    'authorization-code':
      'Codice di accesso: scade dopo pochi minuti e vale una sola volta. Fino ad allora non lo trasmetta.',
    password: 'Password: la cambi se altri potrebbero averla vista.',
    'service-key':
      'Chiave di servizio di LEGAL 365 Connect: la revochi e ne crei una nuova se altri potrebbero averla vista.',
  },
  masked: 'Il testo senza il segreto',
  useMasked: 'Sostituisci il mio testo con questo',
};
