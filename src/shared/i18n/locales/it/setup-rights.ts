import type { SetupMessages } from '../../messages.ts';

export const permissionsStep: SetupMessages['permissionsStep'] = {
  intro:
    'La registrazione deve nominare ciò che LEGAL 365 può fare. Qui aggiunge soltanto le autorizzazioni; hanno effetto con il consenso amministratore del passaggio seguente.',
  modulesNote: 'Queste autorizzazioni appartengono ai moduli scelti per questa entità.',
  toModules: 'Scegliere altri moduli',
  application: {
    title: 'Autorizzazioni dell’applicazione: ciò che LEGAL 365 fa da sé',
    steps: [
      'Nel menu della registrazione apra {apiPermissions} e prema {addPermission}.',
      'Scelga {microsoftGraph}, poi {applicationPermissions}.',
      'Incolli il nome di ogni autorizzazione qui sotto nel campo di ricerca, apra il gruppo che appare e spunti l’autorizzazione.',
      'Prema {addPermissions} quando sono tutte spuntate.',
    ],
  },
  delegated: {
    title: 'Autorizzazioni delegate: le caselle del comunicatore',
    why: 'Con queste una persona può accedere alla propria casella, così che il comunicatore, la parte di LEGAL 365 per la posta, ne ritiri e ne invii la posta.',
    steps: [
      'Prema ancora una volta {addPermission} e scelga {microsoftGraph}, poi questa volta {delegatedPermissions}.',
      'Spunti queste tre allo stesso modo e prema {addPermissions}.',
    ],
  },
  reasons: {
    'POP.AccessAsUser.All':
      'LEGAL 365 ritira la posta di una casella il cui titolare ha effettuato l’accesso.',
    'SMTP.Send': 'LEGAL 365 invia posta da questa casella.',
    offline_access: 'Il titolare non deve accedere di nuovo ogni ora.',
  },
  allApplication:
    'Tutte le autorizzazioni dell’applicazione, per i Suoi appunti (la ricerca del portale ne trova una alla volta)',
  allDelegated:
    'Tutte le autorizzazioni delegate, per i Suoi appunti (la ricerca del portale ne trova una alla volta)',
  traps: [
    'Calendars.ReadWrite, Contacts.ReadWrite, Mail.ReadWrite e Mail.Send esistono in entrambi gli elenchi. Sotto {delegatedPermissions} non servono a LEGAL 365: le prenda da {applicationPermissions}.',
    'Aggiunto non significa ancora concesso: fino al consenso la colonna «Stato» (Status) resta vuota o mostra un avviso. È giusto così.',
    'User.Read, che Entra aggiunge da sé, può restare.',
  ],
  tick: 'Tutte le autorizzazioni sono aggiunte',
  seen: 'Dopo il consenso le autorizzazioni dell’applicazione si trovano nel token dell’app, e ciò che manca appare qui. Quelle delegate non vi si trovano; vale quindi la Sua spunta.',
  allGranted: 'Tutte le autorizzazioni dell’applicazione che servono ai moduli sono concesse.',
  missing: (rights) => `Mancano: ${rights}`,
  surplus: (rights) =>
    `Più di quanto serve ai moduli: ${rights}. Le rimuova in Autorizzazioni API (API permissions), a meno che servano ad altro.`,
  redirectMissing:
    'Nessuno ha ancora spuntato che gli URI di reindirizzamento sono inseriti. Senza di essi la risposta al consenso e l’accesso delle caselle non funzionano.',
  toRedirect: 'Agli URI di reindirizzamento',
};

export const smtpStep: SetupMessages['smtpStep'] = {
  intro:
    'Perché il comunicatore, la parte di LEGAL 365 per la posta, possa inviare da una casella, per questa deve essere attivo «SMTP autenticato»; per ritirare la posta anche POP, che di solito lo è già. Nelle organizzazioni create dopo gennaio 2020 SMTP autenticato è all’inizio disattivato. Se non utilizza il comunicatore, può saltare questo passaggio.',
  center: {
    title: 'Per singole caselle: nell’interfaccia di amministrazione di Microsoft 365',
    steps: [
      'Apra {activeUsers} e scelga la persona.',
      'Apra la scheda {mail} e lì {manageEmailApps}.',
      'Spunti {authenticatedSmtp} e {pop}, poi prema {saveChanges}.',
      'Ripeta per ogni casella del comunicatore, anche per quelle condivise.',
    ],
  },
  shell: {
    title: 'Per molte caselle: con PowerShell',
    mailbox: 'Casella nei comandi',
    connect: 'Una volta: installare il modulo e accedere',
    mailboxOn: 'Attivare per questa casella',
    look: 'Vedere come sta',
    organisationLook: 'Vedere l’impostazione dell’organizzazione',
  },
  organisation: {
    title: 'Per tutta l’organizzazione: meglio di no',
    text: 'L’impostazione di una casella prevale su quella dell’organizzazione; lì può quindi restare disattivato. Se vuole comunque attivarlo per tutti:',
    steps: ['Apra {settings} e {mailFlow}.', 'Tolga la spunta a {turnOffSmtp} e prema {save}.'],
    command: 'Lo stesso con PowerShell',
  },
  traps: [
    'Impostazioni predefinite di sicurezza (security defaults): Microsoft scrive che SMTP autenticato è disattivato finché sono in vigore. Se l’invio fallisce benché la casella sia attivata, chieda a chi è responsabile della Sua sicurezza di sostituirle con l’accesso condizionale; non le disattivi senza sostituirle.',
    'Anche un criterio di autenticazione che blocca l’autenticazione di base per SMTP può impedirlo.',
    'LEGAL 365 accede con OAuth e non con una password: la fine dell’autenticazione di base presso Microsoft non lo riguarda.',
    'Una modifica richiede alcuni minuti, circa un quarto d’ora.',
  ],
  tick: 'SMTP autenticato è attivo per le caselle del comunicatore',
  seen: 'Da qui non si vede ancora. Il test SMTP di una casella arriverà con una versione successiva di LEGAL 365 Connect; fino ad allora vale la Sua spunta.',
};

export const testStep: SetupMessages['testStep'] = {
  intro:
    'Il test chiede a Microsoft un token nuovo e prova a leggere con ogni modulo. È verde solo ciò che ha appena ricevuto risposta; l’invio di posta si basa sul diritto nel token finché non è stata inviata un’e-mail di prova.',
  needsValues: 'Non c’è ancora nulla da testare: i valori non sono salvati.',
  toValues: 'Ai valori',
  seen: 'Ogni modulo ha una spunta verde. Ciò che è rosso dice che cosa manca, chi può risolverlo e dove fare clic.',
};
