import type { UiMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('it', n, { one, other });

export const uiVerdict: Pick<UiMessages, 'verdict' | 'problems' | 'problem'> = {
  verdict: {
    whoLabel: 'Chi può risolverlo',
    who: {
      admin: 'Un amministratore del Suo Microsoft 365',
      user: 'Lei stesso',
      developer: 'Il supporto di LEGAL 365: gli invii la risposta qui sotto',
      nobody: 'Per ora nessuno deve fare nulla; spesso passa da sé',
    },
    whoUnknown: 'Non si sa, perché il motivo non è noto. Se si ripete: il supporto di LEGAL 365',
    steps: 'Che cosa fare?',
    alternatives: 'Può anche essere',
    confidence: {
      certain: '',
      likely: 'È la ragione più probabile.',
      guess: 'La risposta di Microsoft dice poco: è una supposizione.',
    },
    waitSeconds: (seconds) =>
      count(
        seconds,
        'Microsoft chiede di attendere 1 secondo prima del prossimo tentativo.',
        `Microsoft chiede di attendere ${seconds} secondi prima del prossimo tentativo.`,
      ),
    contradictions: {
      'right-in-token-but-refused': 'Il diritto è concesso, eppure Microsoft ha rifiutato l’accesso.',
      'right-missing-but-answered':
        'Il diritto non è nel token, eppure Microsoft ha risposto: l’accesso è forse limitato a determinate caselle.',
    },
    longToken: (length) =>
      `Il token di accesso di questa casella è insolitamente lungo: ${length} caratteri. Secondo alcune segnalazioni il server POP3 di Exchange rifiuta i token di oltre 4096 caratteri, anche se validi. In tal caso non serve né un nuovo accesso né un’altra impostazione: lo segnali al supporto di LEGAL 365. L’invio non ne è toccato.`,
    grantConsent: 'Concedi consenso amministratore',
    grantConsentHint:
      'Apre la pagina di Microsoft. Serve un Amministratore globale o un Amministratore dei ruoli con privilegi.',
    cannotConsent:
      'Il Suo ruolo non può acconsentire a questi diritti. Invii il link a un Amministratore globale o a un Amministratore dei ruoli con privilegi.',
    copyConsentLink: 'Copia il link',
    prepareMessage: 'Prepara un messaggio con il link',
    openPermissions: 'Apri le autorizzazioni API',
    openSecrets: 'Apri Certificati e segreti',
    openRegistration: 'Apri la registrazione',
    answer: 'Risposta di Microsoft',
    received: 'Che cosa è stato ricevuto',
    facts: {
      code: 'Codice',
      error: 'Errore',
      message: 'Messaggio',
      httpStatus: 'Stato HTTP',
      requestId: 'ID richiesta',
      traceId: 'ID traccia',
      correlationId: 'ID correlazione',
      time: 'Ora',
      permission: 'Diritto',
      mailbox: 'Casella',
      host: 'Server',
    },
  },
  problems: {
    'validation-failed': { title: 'Qualcosa nei dati inseriti non va', text: 'Corregga i campi segnati.' },
    'body-not-json': { title: 'La richiesta non è stata capita', text: 'Ricarichi la pagina.' },
    'body-too-large': { title: 'I dati inseriti sono troppo lunghi', text: 'Li accorci e riprovi.' },
    'media-type-unsupported': { title: 'La richiesta non è stata capita', text: 'Ricarichi la pagina.' },
    'token-missing': { title: 'Non ha effettuato l’accesso', text: 'Acceda di nuovo.' },
    'token-refused': { title: 'Il Suo accesso non è più valido', text: 'Acceda di nuovo.' },
    'tenant-not-allowed': {
      title: 'La Sua organizzazione non può utilizzare questa installazione',
      text: 'Chieda al gestore di LEGAL 365 Connect di ammettere la Sua directory.',
    },
    'role-missing': { title: 'Il Suo ruolo non lo consente', text: 'Si rivolga al Suo amministratore.' },
    'key-refused': {
      title: 'La chiave di servizio non è accettata',
      text: 'È sconosciuta, scaduta o revocata. Ne crei una nuova.',
    },
    'scope-missing': {
      title: 'La chiave di servizio non lo permette',
      text: 'Crei una chiave con questo ambito.',
    },
    'not-found': { title: 'Questo non esiste (più)', text: 'Forse è stato rimosso. Vada alla panoramica.' },
    conflict: {
      title: 'Nel frattempo qualcun altro lo ha modificato',
      text: 'Lo ricarichi e ripeta la modifica.',
    },
    'registration-missing': {
      title: 'Nessuna registrazione è salvata',
      text: 'Inserisca prima la registrazione.',
    },
    'registration-refused': { title: 'Microsoft ha rifiutato i valori', text: 'Non è stato salvato nulla.' },
    'registration-unchecked': {
      title: 'I valori non hanno potuto essere verificati',
      text: 'Non è stato salvato nulla. Riprovi tra qualche minuto.',
    },
    'app-token-refused': {
      title: 'Microsoft non rilascia alcun token',
      text: 'La registrazione viene rifiutata. Il test di connessione dice perché.',
    },
    'sign-in-needed': {
      title: 'La casella di posta richiede un accesso',
      text: 'Nessuno ha ancora effettuato l’accesso a questa casella di posta, oppure l’accesso va ripetuto. Apra l’account e scelga «Accedi con Microsoft».',
    },
    'retrieval-off': {
      title: 'Il recupero è disattivato',
      text: 'Il Suo amministratore può attivarlo per questa entità, in «Caselle di posta».',
    },
    'too-many-requests': { title: 'Troppe richieste', text: 'Attenda un minuto e riprovi.' },
    unavailable: {
      title: 'LEGAL 365 Connect al momento non è disponibile',
      text: 'Riprovi tra qualche minuto.',
    },
    internal: {
      title: 'Qualcosa non ha funzionato da parte nostra',
      text: 'Riprovi. Se il problema persiste, comunichi al supporto il numero qui sotto.',
    },
  },
  problem: {
    unreachable: {
      title: 'LEGAL 365 Connect non è raggiungibile',
      text: 'Verifichi la connessione a Internet e riprovi.',
    },
    unreadable: {
      title: 'La risposta non è stata capita',
      text: 'Forse questa pagina e il server hanno versioni diverse. Ricarichi la pagina.',
    },
    requestId: (id) => `Numero per il supporto: ${id}`,
  },
};
