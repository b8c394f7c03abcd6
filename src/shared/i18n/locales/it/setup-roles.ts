import type { SetupMessages } from '../../messages.ts';

export const rolesStep: SetupMessages['rolesStep'] = {
  intro:
    'In dieci passaggi LEGAL 365 riceve un proprio accesso, limitato, al Suo Microsoft 365. Lei lavora nei portali di Microsoft accanto a questa pagina; qui legge dove fare clic, che cosa copiare e se ha funzionato. Può fermarsi in qualsiasi momento e proseguire più tardi, o lasciar proseguire qualcun altro.',
  you: (name, username) => `Ha effettuato l’accesso come ${name} (${username}).`,
  canConsent:
    'Il Suo ruolo nella directory Le permette ogni passaggio in Entra, compreso il consenso amministratore.',
  cannotConsent:
    'Il Suo ruolo nella directory non permette il consenso amministratore (passaggio 6): un Amministratore di applicazioni o un Amministratore di applicazioni cloud non può acconsentire alle autorizzazioni dell’applicazione di Microsoft Graph. SMTP autenticato (passaggio 7) richiede un Amministratore di Exchange o un Amministratore globale. Faccia tutti gli altri passaggi; al passaggio 6 riceve un link per chi può farlo.',
  consentUnknown:
    'Da qui non si vede se può concedere il consenso amministratore (passaggio 6). Serve un Amministratore globale o un Amministratore dei ruoli con privilegi.',
  tableTitle: 'Quale ruolo serve per ogni passaggio',
  step: 'Passaggio',
  role: 'Ruolo in Microsoft Entra',
  rows: {
    registration: {
      what: 'Registrazione, segreto e autorizzazioni (2, 3, 5)',
      role: 'Amministratore di applicazioni, Amministratore di applicazioni cloud o Amministratore globale. Per una registrazione propria basta Sviluppatore di applicazioni.',
    },
    values: {
      what: 'Valori e test in questa app (4, 8)',
      role: 'Amministratore di LEGAL 365 Connect: uno dei ruoli sopra o il ruolo dell’app Admin.',
    },
    consent: {
      what: 'Consenso amministratore (6)',
      role: 'Amministratore globale o Amministratore dei ruoli con privilegi. Amministratore di applicazioni non basta.',
    },
    smtp: {
      what: 'SMTP autenticato (7)',
      role: 'Amministratore di Exchange o Amministratore globale.',
    },
    legal365: {
      what: 'Consegna (9)',
      role: 'Amministratore di LEGAL 365 (nessun ruolo in Entra).',
    },
  },
  lackTitle: 'Se Le manca un ruolo',
  lack: [
    'Faccia i passaggi che può fare e affidi gli altri con il pulsante «Affida a un’altra persona»: copia un link proprio a quel passaggio.',
    'Se non sa chi ha un ruolo: la persona o la ditta informatica che ha configurato Microsoft 365 da Lei è Amministratore globale.',
    'Nei piccoli studi l’account con cui è stato acquistato Microsoft 365 è spesso un Amministratore globale a sé; acceda al portale con quello.',
  ],
  choiceTitle: 'Come desidera cominciare?',
  fresh: 'Partire da zero',
  freshText: 'In Entra non c’è ancora una registrazione per timeSensor o LEGAL 365.',
  adopt: 'Abbiamo già una registrazione',
  adoptText:
    'È stata creata in passato per LEGAL 365, per esempio secondo il vecchio articolo della guida. Inserisce i suoi valori; poi vede quali autorizzazioni mancano o sono di troppo. Si aggiunge anche ciò che quell’articolo tralasciava: gli URI di reindirizzamento e le autorizzazioni delegate.',
};
