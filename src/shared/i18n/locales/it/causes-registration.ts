import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** The app registration, its consent and its tokens. */
export const registrationCauses = {
  'secret-wrong': {
    title: 'Il segreto client non è accettato',
    meaning:
      'LEGAL 365 non può scambiare alcun dato con Microsoft 365. Microsoft non riconosce il segreto salvato qui: spesso è stato copiato l’ID segreto invece del valore, il valore è stato troncato, oppure il segreto è stato eliminato.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Registrazioni app» (App registrations), poi la Sua app, poi «Certificati e segreti» (Certificates & secrets).',
      'Scelga «Nuovo segreto client» (New client secret), 24 mesi, «Aggiungi». Copi subito la colonna «Valore» (Value): viene mostrata solo questa volta. L’ID segreto (Secret ID) accanto qui non serve.',
      'Incolli il valore qui nel campo per il valore del segreto client e scelga «Salva e testa».',
      'Usi lo stesso valore per ogni entità che condivide questa app.',
    ],
  },
  'secret-expired': {
    title: 'Il segreto client è scaduto',
    meaning:
      'LEGAL 365 non può scambiare alcun dato con Microsoft 365 finché non è salvato un nuovo segreto. La data di scadenza di quello attuale è passata. Il consenso e gli accessi delle caselle di posta restano validi.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Registrazioni app» (App registrations), poi la Sua app, poi «Certificati e segreti» (Certificates & secrets).',
      'Scelga «Nuovo segreto client» (New client secret), 24 mesi, «Aggiungi», e copi subito la colonna «Valore» (Value).',
      'Incolli qui il valore e la data di scadenza e scelga «Salva e testa».',
      'Quando il test è verde per ogni entità che condivide questa app, elimini nel portale il segreto scaduto.',
    ],
  },
  'secret-missing': {
    title: 'Non è stato inviato alcun segreto client',
    meaning:
      'La connessione non è possibile. Microsoft si aspettava il segreto dell’app e non ne ha ricevuto nessuno: o qui non ne è salvato alcuno, o l’URI di reindirizzamento dell’app si trova sotto la piattaforma sbagliata.',
    steps: [
      'Verifichi che per questa entità sia salvato il valore del segreto client.',
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Registrazioni app» (App registrations), poi la Sua app, poi «Autenticazione» (Authentication). L’URI di reindirizzamento di LEGAL 365 Connect va sotto la piattaforma «Web».',
      'Se entrambi sono corretti, invii la risposta di Microsoft qui sotto all’assistenza di LEGAL 365.',
    ],
  },
  'app-not-found': {
    title: 'L’app è sconosciuta in questa directory',
    meaning:
      'LEGAL 365 non raggiunge Microsoft 365. Nella directory indicata non c’è alcuna app con questo ID applicazione: uno dei due ID è sbagliato, è stato copiato l’ID oggetto invece dell’ID applicazione, oppure l’app è stata eliminata.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Registrazioni app» (App registrations), poi la Sua app, poi «Panoramica» (Overview).',
      'Copi «ID applicazione (client)» (Application (client) ID) e «ID directory (tenant)» (Directory (tenant) ID) e li confronti con i valori inseriti qui. L’ID oggetto è un altro numero.',
      'Se l’app è stata registrata da pochi istanti, attenda due minuti.',
      'Scelga «Salva e testa».',
    ],
  },
  'app-disabled': {
    title: 'L’app è disattivata',
    meaning:
      'LEGAL 365 non ha accesso a Microsoft 365. Qualcuno nel Suo studio, o Microsoft, ha disattivato l’accesso per questa app.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Applicazioni aziendali» (Enterprise apps), poi la Sua app, poi «Proprietà» (Properties).',
      'Imposti «Abilitata per l’accesso degli utenti» (Enabled for users to sign in) su «Sì» e salvi.',
      'Se non è possibile, Microsoft ha bloccato l’app: ne registri una nuova e inserisca qui i suoi valori.',
      'Scelga «Testa la connessione».',
    ],
  },
  'app-config-wrong': {
    title: 'Un’impostazione della registrazione dell’app non è adatta',
    meaning:
      'Microsoft conosce l’app, ma rifiuta questo passo. La piattaforma dell’URI di reindirizzamento, i tipi di account, l’elenco delle autorizzazioni o una regola della Sua organizzazione sui segreti non è adatta. La risposta di Microsoft qui sotto dice quale.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Registrazioni app» (App registrations), poi la Sua app, poi «Autenticazione» (Authentication). L’URI di reindirizzamento va sotto «Web», il tipo di account è «Account solo in questa directory organizzativa».',
      'In «Autorizzazioni API» (API permissions) confronti l’elenco con quello della configurazione qui e aggiunga ciò che manca.',
      'Se la risposta parla di un criterio per i segreti, scelga una validità più breve o faccia esentare questa app dal criterio.',
      'Ripeta il passo.',
    ],
  },
  'tenant-not-found': {
    title: 'La directory non è stata trovata',
    meaning:
      'LEGAL 365 non raggiunge il Suo Microsoft 365. Microsoft non conosce alcuna directory con l’ID indicato; forse contiene un errore di battitura o appartiene a un altro cloud di Microsoft.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Registrazioni app» (App registrations), poi la Sua app, poi «Panoramica» (Overview).',
      'Copi «ID directory (tenant)» (Directory (tenant) ID) con il pulsante di copia e lo incolli qui.',
      'Scelga «Salva e testa».',
    ],
  },
  'consent-missing': {
    title: 'Manca il consenso',
    meaning:
      'LEGAL 365 non può ancora leggere né modificare questi dati. Nessuno ha acconsentito a ciò che l’app può fare, oppure il consenso è stato ritirato.',
    steps: [
      'Per tutto lo studio: scelga qui «Concedi consenso amministratore» e acceda come Amministratore globale o Amministratore dei ruoli con privilegi. Nel portale: «Registrazioni app», la Sua app, «Autorizzazioni API», «Concedi consenso amministratore» (Grant admin consent).',
      'Attenda un minuto, poi scelga «Testa la connessione». Microsoft ha bisogno di un momento per trasmettere il consenso.',
    ],
  },
  'admin-approval-needed': {
    title: 'Un amministratore deve dare l’approvazione',
    meaning:
      'Non può concludere questo passo da solo. Nella Sua organizzazione soltanto un amministratore può acconsentire a ciò che l’app chiede.',
    steps: [
      'Chieda a un Amministratore globale o a un Amministratore dei ruoli con privilegi di scegliere qui «Concedi consenso amministratore». Il ruolo Amministratore di applicazioni non basta per queste autorizzazioni.',
      'Se Microsoft propone di inviare una richiesta, la invii. Gli amministratori la trovano in «Applicazioni aziendali», «Richieste di consenso amministratore» (Admin consent requests).',
      'Poi ripeta il Suo passo.',
    ],
  },
  'user-declined': {
    title: 'La pagina del consenso è stata annullata',
    meaning:
      'Non è cambiato nulla. Sulla pagina di Microsoft qualcuno ha scelto «Annulla» o non poteva acconsentire.',
    steps: [
      'Ricominci il passo e accetti le autorizzazioni sulla pagina di Microsoft. Servono solo ai moduli scelti qui.',
      'Per il consenso di tutto lo studio acceda come Amministratore globale o Amministratore dei ruoli con privilegi.',
    ],
  },
  'resource-not-in-tenant': {
    title: 'Nella Sua directory manca il servizio',
    meaning:
      'I dati non sono raggiungibili, perché Exchange Online o un altro servizio necessario non fa parte di questa directory: non c’è un abbonamento, è scaduto, oppure le caselle di posta si trovano in un’altra directory.',
    steps: [
      'Verifichi che «ID directory (tenant)» sia quello della directory che contiene le Sue caselle di posta.',
      'Nell’interfaccia di amministrazione di Microsoft 365 apra «Fatturazione» (Billing), «Prodotti» (Your products) e guardi se è attivo un abbonamento con Exchange Online.',
      'Se la registrazione dell’app contiene un’autorizzazione di un servizio che non esiste più, la rimuova e conceda di nuovo il consenso amministratore.',
      'Scelga «Testa la connessione».',
    ],
  },
  'redirect-mismatch': {
    title: 'L’URI di reindirizzamento non è registrato',
    meaning:
      'L’accesso e il consenso finiscono su una pagina di Microsoft invece di tornare qui. L’indirizzo di ritorno non è inserito nell’app, o differisce di un carattere.',
    steps: [
      'Copi l’URI di reindirizzamento mostrato nella configurazione qui.',
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Registrazioni app» (App registrations), poi la Sua app, poi «Autenticazione» (Authentication), «Aggiungi una piattaforma» (Add a platform), «Web», e lo incolli. Deve corrispondere carattere per carattere.',
      'Salvi, attenda un minuto e ripeta il passo.',
    ],
  },
  'request-malformed': {
    title: 'Microsoft non ha accettato la nostra richiesta',
    meaning:
      'Questo passo non è riuscito per il modo in cui LEGAL 365 Connect ha posto la richiesta. Lei non ha sbagliato nulla.',
    steps: [
      'Provi ancora una volta.',
      'Se non riesce di nuovo, invii la risposta di Microsoft qui sotto all’assistenza di LEGAL 365.',
    ],
  },
  'permission-missing': {
    title: 'Manca un’autorizzazione',
    meaning:
      'Questo modulo non può funzionare. All’app manca l’autorizzazione indicata sotto, è stata aggiunta come autorizzazione delegata invece che dell’applicazione, oppure nessuno vi ha ancora acconsentito.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Registrazioni app» (App registrations), poi la Sua app, poi «Autorizzazioni API» (API permissions), «Aggiungi un’autorizzazione», «Microsoft Graph», «Autorizzazioni dell’applicazione» (Application permissions).',
      'Selezioni l’autorizzazione indicata sotto e scelga «Aggiungi autorizzazioni».',
      'Scelga «Concedi consenso amministratore» (Grant admin consent). Lo stato deve indicare che il consenso è concesso. Occorre un Amministratore globale o un Amministratore dei ruoli con privilegi.',
      'Attenda un minuto, poi scelga «Testa la connessione».',
    ],
  },
  'policy-restricts-mailbox': {
    title: 'Il Suo studio tiene l’app lontana da questa casella di posta',
    meaning:
      'L’autorizzazione c’è, ma una regola in Exchange limita l’app a determinate caselle, e questa non ne fa parte. Se è voluto, tutto è in ordine e basta cambiare la casella di prova.',
    steps: [
      'Se la casella deve restare chiusa, scelga qui un’altra casella di prova, una del gruppo consentito.',
      'Altrimenti un amministratore di Exchange aggiunge la casella al gruppo o all’ambito della regola (RBAC for Applications o Application Access Policy).',
      'Le modifiche di tali regole richiedono fino a due ore. Poi scelga «Testa la connessione».',
    ],
  },
  'token-wrong-audience': {
    title: 'L’accesso era destinato a un altro servizio',
    meaning:
      'Questo passo non è riuscito perché LEGAL 365 Connect ha presentato un token di accesso per un altro servizio di Microsoft.',
    steps: [
      'Testi la connessione ancora una volta.',
      'Se non riesce di nuovo, invii la risposta di Microsoft qui sotto all’assistenza di LEGAL 365.',
    ],
  },
  'token-invalid': {
    title: 'Il token di accesso non è stato accettato',
    meaning:
      'Microsoft ha rifiutato il token di accesso, che ha breve durata. Di solito il prossimo funziona; è anche possibile che l’orologio del server sia sbagliato.',
    steps: [
      'Scelga «Testa la connessione»: viene richiesto un nuovo token.',
      'Se non riesce di nuovo, verifichi l’ora del server e invii la risposta di Microsoft qui sotto all’assistenza di LEGAL 365.',
    ],
  },
  'cae-challenge': {
    title: 'Microsoft chiede un nuovo token di accesso',
    meaning:
      'Non c’è nulla di guasto. Una regola o un account è cambiato e Microsoft non accetta più il token precedente. Uno nuovo viene richiesto automaticamente.',
    steps: [
      'Scelga di nuovo «Testa la connessione».',
      'Se si ripete, un amministratore cerca nei log di accesso (Sign-in logs) dell’interfaccia di amministrazione di Microsoft Entra il criterio di accesso condizionale che riguarda questa app.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
