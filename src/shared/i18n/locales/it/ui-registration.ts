import type { UiMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('it', n, { one, other });

export const uiRegistration: Pick<UiMessages, 'registration' | 'fieldProblems' | 'modules' | 'renewal'> = {
  registration: {
    title: 'Registrazione',
    none: 'Nessuna registrazione salvata',
    applicationShort: 'Applicazione',
    directoryShort: 'Directory',
    secretShort: 'Segreto client',
    testedShort: 'Testata',
    neverTested: 'Mai',
    storedAt: 'Salvata',
    sharedWith: 'Utilizzata anche da',
    expiresIn: (date, days) => `scade il ${date} (${count(days, 'tra 1 giorno', `tra ${days} giorni`)})`,
    expiresToday: (date) => `scade oggi, ${date}`,
    expired: (date, days) => `scaduto il ${date} (${count(days, '1 giorno fa', `${days} giorni fa`)})`,
    levels: { soon: 'presto', urgent: 'urgente', expired: 'scaduto' },
    change: 'Modifica la registrazione',
    formTitle: 'Valori della registrazione dell’app',
    formIntro: (menu) =>
      `I valori si trovano nell’interfaccia di amministrazione di Microsoft Entra sotto Registrazioni app. In LEGAL 365 gli stessi campi si trovano sotto ${menu}.`,
    legal365Menu: 'Einstellungen > Admin > Spezial > Entitäten > Microsoft 365',
    openEntra: 'Apri Registrazioni app',
    clientSecret: 'Credenziale client (valore)',
    clientSecretHint:
      'Certificati e segreti: la colonna «Valore», non «ID segreto». Entra lo mostra una sola volta.',
    clientSecretKept: 'Conservata nella bozza; lasci vuoto per utilizzarla',
    clientSecretStored: 'Lasciare vuoto per mantenere il segreto salvato',
    show: 'Mostra il valore',
    hide: 'Nascondi il valore',
    applicationId: 'ID applicazione (client)',
    applicationIdHint: 'Panoramica della registrazione; non l’ID oggetto, che si trova accanto.',
    directoryId: 'ID directory (tenant)',
    directoryIdHint: 'Panoramica della registrazione.',
    secretExpiresOn: 'Data di scadenza del segreto',
    secretExpiresOnHint: 'Certificati e segreti: la colonna «Scadenza».',
    expiresPreview: (days) => count(days, 'Tra 1 giorno.', `Tra ${days} giorni.`),
    probeMailbox: 'Casella di prova',
    probeMailboxHint: 'Indirizzo di una casella in cui il test può leggere, ad es. la Sua.',
    modules: 'Moduli che LEGAL 365 utilizza',
    modulesMissing: 'Scelga almeno un modulo.',
    saveAndTest: 'Salva e testa',
    saving: 'I valori vengono testati presso Microsoft',
    savingText: 'Vengono salvati solo se Microsoft li accetta. Ci vogliono alcuni secondi.',
    stored: 'La registrazione è salvata',
    storedAllOk: 'Microsoft ha accettato i valori e tutti i moduli rispondono.',
    storedNotAllOk: 'Microsoft ha accettato i valori, ma non tutti i moduli funzionano ancora.',
    toConnection: 'Vai alla connessione',
    refused: 'Non salvata: Microsoft ha rifiutato i valori',
    unchecked: 'Non salvata: i valori non hanno potuto essere verificati',
    draftKept: 'I dati inseriti sono conservati per 24 ore come bozza cifrata. Può correggerli qui.',
    draftSaved: 'Bozza conservata',
    draftSaving: 'Salvataggio della bozza in corso',
    draftFailed: 'La bozza non ha potuto essere conservata. Non chiuda questa pagina prima di salvare.',
    draftFound: (until) => `Sta continuando una bozza. È conservata fino al ${until}.`,
    discardDraft: 'Elimina la bozza',
    fieldsToCorrect: (n) => count(n, 'Corregga prima 1 campo.', `Corregga prima ${n} campi.`),
    hints: {
      swapped: 'Questo è l’ID della Sua directory. ID applicazione e ID directory sembrano scambiati.',
      'other-directory':
        'Questa non è la directory a cui ha effettuato l’accesso. È ammesso se la registrazione si trova lì.',
      'own-directory':
        'Suggerimento: la directory a cui ha effettuato l’accesso. La confronti con la panoramica della registrazione.',
      'own-mailbox': 'Suggerimento: la Sua casella. Va bene anche qualsiasi altra della directory.',
    },
    notes: {
      'picked-out': 'Estratto da ciò che ha incollato.',
      'moved-here': 'Spostato qui.',
      'object-id': 'Questo è l’ID oggetto. Serve l’ID che si trova accanto nella panoramica.',
      'several-ids': 'Ciò che ha incollato contiene più ID. Copi questo con il pulsante di copia accanto.',
    },
    misplaced: 'Sembra il valore di un altro campo.',
    moveTo: (field) => `Sposta in «${field}»`,
    putElsewhere: (field) => `Conservato per il campo «${field}» di un altro passaggio.`,
    readOnly: 'Solo gli amministratori possono modificare la registrazione.',
  },
  fieldProblems: {
    missing: 'Questo valore è necessario.',
    'too-long': 'È troppo lungo: è stato copiato più del valore.',
    'not-a-guid': 'Questo non è un ID. Ha 32 cifre e lettere in cinque gruppi, ad es. 1a2b3c4d-….',
    'same-as-directory-id':
      'Questo è di nuovo l’ID directory. L’ID applicazione si trova sopra nella panoramica.',
    'same-as-application-id': 'Questo è di nuovo l’ID applicazione.',
    'is-a-guid':
      'Questo è l’ID segreto. Copi invece la colonna «Valore»; se non è più visibile, aggiunga un nuovo segreto client.',
    'has-blanks': 'Contiene spazi o interruzioni di riga: è stato copiato più del valore.',
    'too-short': 'È troppo corto per il valore di un segreto. Lo copi in Entra con il pulsante di copia.',
    'control-characters':
      'Contiene caratteri che nessun segreto ha. Lo copi in Entra con il pulsante di copia.',
    'not-an-address': 'Questo non è un indirizzo e-mail.',
    'not-a-date': 'Questa non è una data.',
    'in-the-past': 'Questa data è passata: il segreto non è più valido.',
    'too-far-ahead': 'Questa data è troppo lontana. Entra offre al massimo 24 mesi.',
  },
  modules: {
    title: 'Moduli',
    intro: 'Sono necessari e vengono testati solo i diritti dei moduli scelti.',
    right: (right) => `Diritto ${right}`,
    save: 'Salva i moduli',
    saved: 'I moduli sono salvati. Testi la connessione per vedere se i loro diritti sono concessi.',
    reasons: {
      calendar:
        'I termini e gli appuntamenti di una pratica appaiono in Outlook e le modifiche tornano indietro.',
      contacts: 'Gli indirizzi di clienti e controparti restano uguali da entrambe le parti.',
      'to-do':
        'Le attività di una pratica appaiono in Microsoft To Do; ciò che è fatto viene spuntato in LEGAL 365.',
      mail: 'Le e-mail vengono archiviate nella pratica senza lasciare Outlook.',
      'mail-sending': 'LEGAL 365 invia fatture e lettere dal Suo indirizzo.',
      directory:
        'LEGAL 365 trova le caselle per nome e gli accessi vengono confrontati con tutti gli indirizzi di una persona.',
    },
    optional: 'facoltativo',
  },
  renewal: {
    button: 'Sostituisci il segreto',
    title: 'Sostituire il segreto client',
    intro:
      'In Microsoft Entra aggiunga un nuovo segreto client alla stessa registrazione e ne incolli qui il valore. Viene testato accanto al vecchio e lo sostituisce solo se funziona.',
    shared: (names) => `La stessa registrazione serve a ${names}: il nuovo segreto viene salvato per tutte.`,
    newSecret: 'Nuova credenziale client (valore)',
    expires: 'Data di scadenza del nuovo segreto',
    submit: 'Testa e sostituisci',
    testing: 'Il nuovo segreto viene testato accanto al vecchio',
    done: (names) =>
      `Il nuovo segreto è in uso qui per ${names}. Se anche LEGAL 365 usa il vecchio, inserisca prima lì il nuovo valore. Elimini poi il vecchio segreto in Entra.`,
    sameSecret: (names) =>
      `Questo segreto era già in uso: per ${names} è cambiata solo la data di scadenza. Non lo elimini in Entra.`,
    kept: 'Il vecchio segreto resta in uso.',
  },
};
