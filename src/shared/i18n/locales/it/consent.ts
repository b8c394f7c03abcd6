import type { ConsentMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('it', n, { one, other });

export const consent: ConsentMessages = {
  title: 'Consenso amministratore',
  intro:
    'Un amministratore acconsente una volta, per tutto lo studio, a ciò che la registrazione può fare. Solo allora Microsoft rilascia token con questi diritti.',
  needsRegistration:
    'Si acconsente a una registrazione. Non ne è ancora salvata nessuna: inserisca prima i suoi valori, poi torni qui.',
  toValues: 'Inserisci i valori',
  onlyAdmins:
    'Solo i Suoi amministratori possono avviare qui il consenso. Lei vede che cosa è concesso e che cosa manca.',
  table: {
    title: 'Diritti necessari e concessi',
    right: 'Diritto',
    kind: 'Tipo',
    forWhat: 'Per che cosa',
    state: 'Stato',
    kinds: { application: 'Applicazione', delegated: 'Delegato' },
    states: {
      granted: 'concesso',
      'read-only': 'sola lettura',
      missing: 'mancante',
      unknown: 'sconosciuto',
    },
    untilSignIn: 'sconosciuto fino al primo accesso di una casella',
    mailboxes: {
      'POP.AccessAsUser.All': 'Caselle del comunicatore: scaricare le e-mail',
      'SMTP.Send': 'Caselle del comunicatore: inviare e-mail',
      offline_access: 'Caselle del comunicatore: restare connessi',
    },
    delegatedWhy:
      'I diritti delegati non figurano in alcun token dell’app: da qui non si può vedere se sono concessi. Lo mostra il primo accesso di una casella. Il consenso li comprende solo se figurano nella registrazione sotto «Autorizzazioni API» (API permissions).',
    notKnown:
      'Al momento non si sa che cosa è concesso: nessun token delle ultime 24 ore lo mostra. Testi la connessione o conceda il consenso.',
    asOf: (when) => `Secondo il token dell’app del ${when}.`,
  },
  surplus: {
    title: 'Più del necessario',
    text: (rights) =>
      `La registrazione ha anche ${rights}. I moduli scelti non ne hanno bisogno, e i dati vi restano aperti.`,
    steps: [
      'Nell’interfaccia di amministrazione di Entra apra «Registrazioni app», la Sua app, «Autorizzazioni API» (API permissions) e scelga «Rimuovi autorizzazione» (Remove permission) nel menu del diritto.',
      'Apra poi «Applicazioni aziendali» (Enterprise applications), la stessa app, «Autorizzazioni» (Permissions) e scelga «Revoca» (Revoke) nel menu del diritto: toglierlo dall’elenco non lo revoca.',
      'Testi qui la connessione. Il diritto non compare più.',
    ],
  },
  openPermissions: 'Apri le autorizzazioni API',
  start: {
    title: 'Concedere il consenso',
    text: 'Si apre la pagina di Microsoft, che elenca ciò che l’app può fare. Acceda lì con un account che può acconsentire; questa pagina vede il risultato da sé.',
    unknownRole:
      'Da qui non si vede quale ruolo ha in Entra. Se la pagina di Microsoft chiede l’approvazione di un amministratore, invii invece il link.',
    listedOnly:
      'Il consenso comprende ciò che la registrazione elenca sotto «Autorizzazioni API» (API permissions), anche i diritti delegati per le caselle se vi figurano. Aggiunga prima ciò che vi manca.',
    again: (rights) =>
      `Un consenso c’è, ma non per ${rights}. È stato aggiunto un modulo, una nuova versione richiede di più, oppure il consenso è stato ritirato. Aggiunga il diritto sotto «Autorizzazioni API» se non vi figura, poi conceda di nuovo il consenso.`,
    readOnly: (rights) =>
      `È concessa solo la lettura, ma LEGAL 365 deve anche scrivere: manca ${rights}. Lo aggiunga sotto «Autorizzazioni API», poi conceda di nuovo il consenso.`,
    failed: 'Il consenso non ha potuto essere avviato',
  },
  send: {
    title: 'Acconsente un’altra persona',
    text: 'Il Suo ruolo non può acconsentire a questi diritti: serve un Amministratore globale o un Amministratore dei ruoli con privilegi. Invii a questa persona il messaggio seguente.',
    textUnknown:
      'Invii il link a un Amministratore globale o a un Amministratore dei ruoli con privilegi del Suo studio.',
    prepare: 'Prepara un messaggio con il link',
    message: 'Messaggio',
    copy: 'Copia il messaggio',
    copyLink: 'Copia solo il link',
    mail: 'Scrivi un’e-mail',
    watching:
      'Può chiudere questa pagina. Per alcuni giorni LEGAL 365 Connect controlla da sé se l’altra persona ha acconsentito; trova qui il risultato.',
    subject: (entity) => `Richiesta di consenso amministratore per LEGAL 365 (${entity})`,
    body: ({ entity, app, directory, sender, application, delegated, link }) =>
      [
        'Buongiorno',
        '',
        `${entity} collega LEGAL 365 di timeSensor a Microsoft 365. Per questo un Amministratore globale o un Amministratore dei ruoli con privilegi deve concedere una volta, per tutto lo studio, il consenso amministratore. Si tratta della registrazione dell’app per timeSensor LEGAL 365 (ID applicazione ${app}) nella Sua directory.`,
        '',
        `1. Apra questo link a Microsoft: ${link}`,
        `2. Acceda con un account della directory ${directory}.`,
        '3. Controlli l’elenco e faccia clic su «Accetta» (Accept).',
        '',
        `Diritti dell’applicazione di cui LEGAL 365 ha bisogno: ${application}.`,
        `Diritti delegati per le caselle del comunicatore: ${delegated}.`,
        'La pagina di Microsoft chiede ciò che sta nella registrazione. Può revocarlo in ogni momento sotto «Applicazioni aziendali» (Enterprise applications).',
        '',
        'Il link non è indispensabile: nell’interfaccia di amministrazione di Entra apra «Registrazioni app», cerchi l’ID applicazione indicato sopra, apra «Autorizzazioni API» (API permissions) e faccia clic su «Concedi consenso amministratore» (Grant admin consent).',
        '',
        'Dopo che ha accettato, Microsoft mostra forse una pagina vuota o un avviso che non parla di successo: il consenso vale lo stesso e può chiudere la pagina.',
        '',
        `Richiesta di ${sender}. In caso di dubbio chieda conferma prima di acconsentire. Molte grazie.`,
      ].join('\n'),
  },
  progress: {
    waiting: 'La pagina di Microsoft è aperta',
    waitingText: 'Acconsenta lì. Questa pagina vede la risposta da sé; può lasciarla aperta e fare altro.',
    waitingSent: 'In attesa del consenso di un’altra persona',
    asked: (who) => `${who} chiede il Suo consenso`,
    askedBy: (who, when) => `In attesa del consenso chiesto da ${who}, ${when}`,
    looking: 'Microsoft indica che il consenso è stato dato',
    lookingText:
      'Possono passare alcuni minuti prima che i diritti arrivino nel token dell’app. Non c’è alcun errore; questa pagina continua a controllare.',
    label: 'In attesa del consenso',
    startedBy: (when, who) => (who === '' ? `Iniziato ${when}` : `Iniziato ${when} da ${who}`),
    looks: (n, when) => count(n, `${n} controllo, ${when}`, `${n} controlli, l’ultimo ${when}`),
    notLooked: 'non ancora controllato',
    missing: (rights) => `Non ancora nel token: ${rights}.`,
    late: (n, rights) =>
      count(
        n,
        `${rights} non è arrivato. Probabilmente questo diritto non figura sotto «Autorizzazioni API» (API permissions) con il tipo «Applicazione» («Concesso» in una riga di tipo «Delegato» non conta). Lo aggiunga lì, poi conceda di nuovo il consenso.`,
        `${rights} non sono arrivati. Probabilmente questi diritti non figurano sotto «Autorizzazioni API» (API permissions) con il tipo «Applicazione» («Concesso» in una riga di tipo «Delegato» non conta). Li aggiunga lì, poi conceda di nuovo il consenso.`,
      ),
    goesOn: 'LEGAL 365 Connect continua a controllare.',
    cancelSent:
      'Anche se annulla, il link continua a funzionare presso Microsoft. Un consenso dato più tardi viene visto dal prossimo test della connessione.',
    lookNow: 'Controlla ora',
    openAgain: 'Apri di nuovo',
    noWindow: 'Se non si è aperta alcuna pagina, forse il browser l’ha bloccata: scelga «Apri di nuovo».',
    lookFailed: 'Non è stato possibile controllare',
    cancelFailed: 'Non è stato possibile annullare',
  },
  question: {
    title: 'Che cosa dice la pagina di Microsoft?',
    text: 'Da due minuti non è tornata alcuna risposta. Guardi la finestra che si è aperta e scelga ciò che mostra.',
    given: 'Il consenso è stato dato, oppure la pagina è vuota',
    givenText: 'Allora i diritti sono in arrivo. LEGAL 365 Connect controlla ora.',
    redirect: 'AADSTS50011: URI di reindirizzamento (redirect URI)',
    redirectText:
      'La registrazione non elenca l’indirizzo al quale Microsoft deve rispondere. Può continuare subito con il link semplice, che non richiede risposta. Per il futuro aggiunga l’indirizzo:',
    redirectSteps: [
      'Nell’interfaccia di amministrazione di Entra apra «Registrazioni app», la Sua app, «Autenticazione» (Authentication).',
      'Scelga «Aggiungi una piattaforma» (Add a platform), poi «Web». Se «Web» c’è già, scelga lì «Aggiungi URI» (Add URI).',
      'Incolli questo indirizzo e salvi. Deve appartenere alla piattaforma «Web», non ad «Applicazione a pagina singola» (Single-page application).',
    ],
    redirectUri: 'URI di reindirizzamento per il consenso',
    simpleLink: 'Continua con il link semplice',
    approval: 'Serve l’approvazione dell’amministratore, o non autorizzato',
    approvalText:
      'L’account connesso in quella pagina non può acconsentire a questi diritti. Un Amministratore globale o un Amministratore dei ruoli con privilegi può farlo.',
    other: 'Un altro errore',
    otherText: 'Copi il testo della pagina di Microsoft con il suo numero (AADSTS…) e lo incolli qui.',
    otherLabel: 'Testo della pagina di Microsoft',
    explain: 'Spiega',
    explaining: 'Il testo viene letto',
    explainFailed: 'Il testo non ha potuto essere spiegato',
    closed: 'La finestra è chiusa',
    closedText: 'Se ha acconsentito, controlli ora. Altrimenti apra di nuovo la pagina.',
  },
  outcome: {
    granted: 'Il consenso è concesso',
    grantedText: 'Il token dell’app elenca tutti i diritti di cui i moduli scelti hanno bisogno.',
    again: 'Concedi di nuovo',
    againText:
      'Dall’ultimo consenso ha aggiunto alla registrazione diritti delegati (per le caselle del comunicatore)? Allora conceda il consenso ancora una volta, perché non venga chiesto a ogni persona.',
    refused: 'La pagina di Microsoft ha risposto: non concesso',
    wrongDirectory: 'Il consenso è stato dato in un’altra directory',
    wrongDirectoryText: (directory) =>
      `Qualcuno ha acconsentito con un account di un’altra directory. La registrazione di questa entità si trova nella directory ${directory}. Conceda di nuovo il consenso e scelga sulla pagina di Microsoft un account di quella directory.`,
    notSeen: 'Il consenso non è arrivato',
    notSeenText: (rights) =>
      rights === ''
        ? 'I controlli sono terminati. Non è stato possibile leggere alcun token che mostri i diritti.'
        : `I controlli sono terminati. Non nel token: ${rights}.`,
    checks: [
      'Sotto «Autorizzazioni API» (API permissions) ciascuno di questi diritti figura come autorizzazione dell’applicazione di Microsoft Graph.',
      'La colonna «Stato» (Status) mostra «Concesso per …» (Granted for …). Altrimenti conceda il consenso amministratore lì o qui.',
      'Il consenso è stato dato a questo ID applicazione e in questa directory.',
    ],
    checksTitle: 'Che cosa può verificare',
    lookAgain: 'Controlla di nuovo',
    cancelled: 'L’ultimo tentativo è stato annullato.',
    answeredAt: (when) => `Risposta del ${when}`,
  },
};
