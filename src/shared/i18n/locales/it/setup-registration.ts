import type { SetupMessages } from '../../messages.ts';

export const registrationStep: SetupMessages['registrationStep'] = {
  intro:
    'LEGAL 365 accede a Microsoft 365 come applicazione. Per questo la Sua directory ha bisogno di una registrazione app: dice chi è LEGAL 365. La crea una volta sola.',
  register: {
    title: 'Creare la registrazione',
    steps: [
      'Apra {appRegistrations}. Se timeSensor è già nell’elenco, torni al passaggio 1 e scelga «Abbiamo già una registrazione»; altrimenti prema {newRegistration}.',
      '{name}: inserisca timeSensor.',
      '{accountTypes}: scelga {singleTenant}.',
      '{redirectUri}: scelga nell’elenco la piattaforma {web} e incolli accanto il primo URI di reindirizzamento.',
      'Prema {register}. Si apre la panoramica della nuova registrazione.',
    ],
  },
  name: 'Nome della registrazione',
  redirect: {
    title: 'Aggiungere gli URI di reindirizzamento',
    why: 'A questi indirizzi Microsoft rimanda le persone dopo il consenso o l’accesso. Il vecchio articolo della guida non ne aveva bisogno, perché tratta solo ciò che LEGAL 365 fa senza una persona. La risposta al consenso amministratore e l’accesso delle caselle ne hanno bisogno.',
    steps: [
      'Nel menu della registrazione apra {authentication}.',
      'Se la piattaforma {web} c’è, prema sotto di essa {addUri} e incolli gli URI di reindirizzamento che mancano.',
      'Se non c’è, prema {addPlatform}, scelga {web}, incolli il primo URI di reindirizzamento e prema {configure}; aggiunga poi gli altri con {addUri}.',
      'Prema {save}.',
    ],
    uris: {
      consent: 'URI di reindirizzamento 1: risposta al consenso amministratore',
      mailbox: 'URI di reindirizzamento 2: accesso delle caselle',
      desktop: 'URI di reindirizzamento 3: accesso da LEGAL 365 sul desktop',
    },
    platform:
      'Piattaforma di tutti e tre: Web. Sotto «Applicazione a pagina singola» (Single-page application) una casella dovrebbe accedere di nuovo ogni giorno.',
    tick: 'Tutti e tre gli URI di reindirizzamento sono inseriti sotto la piattaforma Web',
    tickHint: 'Da qui si vede solo quando Microsoft rimanda qualcuno; La preghiamo quindi di spuntarlo Lei.',
  },
  ids: {
    title: 'Portare qui i due ID',
    steps: [
      'Nel menu della registrazione apra {overview}.',
      'Copi {applicationId} e {directoryId} e li incolli qui sotto. Può anche selezionare tutta la pagina, copiarla e incollarla in uno dei campi: gli ID vengono estratti.',
    ],
    traps: ['Tra i due si trova {objectId}: è simile e non serve.'],
  },
  seen: 'La forma degli ID viene verificata subito e ciò che inserisce resta conservato cifrato per 24 ore. Al passaggio 4 si vede se Microsoft li conosce.',
  stored: 'Questa registrazione è salvata ed è stata accettata da Microsoft.',
  change: 'Modifica i valori',
  moreTitle: 'Se una directory non basta',
  more: [
    'La registrazione si trova in una directory diversa dalla Sua, per esempio quella di una società madre: incolli l’ID di quella directory. Anche le caselle devono trovarsi lì, perché una registrazione a tenant singolo raggiunge solo la propria directory.',
    'Più studi, ognuno con la propria directory: crei una registrazione in ogni directory e qui un’entità per ognuno. È la via più pulita: ogni studio può ritirare il proprio consenso da sé.',
    'Una registrazione per più directory: scelga invece gli account in qualsiasi directory organizzativa. Allora l’amministratore di ogni studio deve acconsentire nella propria directory, e qui ogni entità riceve l’ID della directory in cui si trovano le sue caselle.',
  ],
};

export const secretStep: SetupMessages['secretStep'] = {
  intro:
    'Il segreto client è la password della registrazione. Microsoft ne mostra il valore una volta sola, subito dopo l’aggiunta: lo copi subito e lo incolli qui.',
  task: {
    title: 'Aggiungere un segreto client',
    steps: [
      'Nel menu della registrazione apra {certificatesAndSecrets}, lì {clientSecrets}, e prema {newClientSecret}.',
      '{description}: inserisca LEGAL 365.',
      '{expires}: scelga {months24}, la durata più lunga.',
      'Prema {add}.',
      'Nella nuova riga copi la colonna {value} con il pulsante di copia accanto e la incolli qui sotto.',
    ],
  },
  description: 'Descrizione del segreto',
  traps: [
    'Accanto si trova la colonna {secretId}: non è il segreto. Ha la forma 1a2b3c4d-…, il valore no.',
    'Appena lascia la pagina, il valore resta nascosto per sempre. Aggiunga allora semplicemente un altro segreto; quello precedente può essere eliminato.',
    'Se {months24} non viene offerto o {newClientSecret} è grigio, un criterio della Sua organizzazione limita i segreti. Scelga la durata più lunga offerta; se nessuno è permesso, chieda a un Amministratore globale un’eccezione per questa registrazione.',
  ],
  needsIds: 'Gli ID della registrazione non sono ancora qui.',
  toRegistration: 'Alla registrazione',
  seen: 'La forma del valore viene verificata subito; un ID segreto viene riconosciuto. Resta conservato cifrato per 24 ore. Al passaggio 4 si vede se Microsoft lo accetta.',
  stored: 'Un segreto è salvato ed è stato accettato da Microsoft.',
  problem:
    'Una registrazione è salvata, ma Microsoft l’ha rifiutata all’ultimo test. Se il segreto è scaduto o eliminato, ne aggiunga uno nuovo e lo inserisca al passaggio 4.',
  change: 'Sostituisci il segreto',
};

export const valuesStep: SetupMessages['valuesStep'] = {
  intro:
    'Qui si riunisce tutto. «Salva e testa» chiede a Microsoft se i valori sono giusti; solo allora vengono salvati.',
  adoptTitle: 'Dove si trovano i valori di una registrazione esistente',
  adoptSteps: [
    'Apra {appRegistrations} e cerchi timeSensor, anche tra tutte le applicazioni.',
    '{overview}: {applicationId} e {directoryId}.',
    '{certificatesAndSecrets}: il valore di un segreto esistente non si può più leggere lì. Se non l’ha annotato, per esempio in LEGAL 365, aggiunga un altro segreto (passaggio 3); entrambi valgono l’uno accanto all’altro.',
  ],
  seen: 'La risposta di Microsoft arriva in pochi secondi: accettato, oppure rifiutato con il motivo e ciò che occorre fare. Se poi alcuni moduli sono rossi, non si preoccupi: le loro autorizzazioni arrivano nei prossimi due passaggi.',
  next: 'Avanti: autorizzazioni',
  afterAdopt:
    'La preghiamo di verificare anche gli URI di reindirizzamento (passaggio 2): il vecchio articolo della guida li tralasciava.',
};
