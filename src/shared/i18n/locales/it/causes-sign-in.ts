import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** The person who signs in to a mailbox. */
export const signInCauses = {
  'code-expired-or-used': {
    title: 'L’accesso è durato troppo o è già stato usato',
    meaning:
      'La casella di posta non è ancora collegata. La conferma che Microsoft invia dopo l’accesso vale alcuni minuti e una sola volta; ricaricare la pagina la consuma.',
    steps: ['Scelga di nuovo «Accedi con Microsoft» e arrivi fino in fondo senza ricaricare la pagina.'],
  },
  'mfa-required': {
    title: 'Serve un secondo fattore',
    meaning:
      'La posta di questa casella è ferma finché non accede. La Sua organizzazione chiede una seconda conferma, per esempio nell’app Authenticator.',
    steps: [
      'Scelga «Accedi con Microsoft» e confermi con il Suo secondo fattore.',
      'Se Microsoft Le chiede di configurarne uno, segua la pagina fino in fondo.',
    ],
  },
  'conditional-access': {
    title: 'Un criterio della Sua organizzazione blocca l’accesso',
    meaning:
      'La connessione è fermata di proposito: un criterio di accesso condizionale non consente questo luogo, questo dispositivo o questa app. Accedere di nuovo non aiuta.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Monitoraggio e integrità» (Monitoring & health), «Log di accesso» (Sign-in logs) e cerchi la voce con l’ID di correlazione qui sotto. In «Accesso condizionale» (Conditional Access) è indicato il criterio.',
      'Escluda questa app dal criterio o consenta l’indirizzo di rete del server di LEGAL 365 Connect. I rinnovi vengono dal server, non dal computer della persona.',
      'Poi ripeta l’accesso o scelga «Testa la connessione».',
    ],
  },
  'interaction-required': {
    title: 'Serve un nuovo accesso',
    meaning:
      'La posta di questa casella è ferma finché qualcuno non accede. Microsoft vuole vedere la persona e non dice perché.',
    steps: ['Scelga «Accedi con Microsoft» e segua le pagine fino in fondo.'],
  },
  'refresh-token-expired': {
    title: 'L’accesso è scaduto',
    meaning:
      'La posta di questa casella è ferma finché non accede di nuovo. L’accesso precedente non è stato usato per troppo tempo, oppure la Sua organizzazione ne chiede uno nuovo a intervalli.',
    steps: [
      'Scelga «Accedi con Microsoft».',
      'Se si ripete nel giro di pochi giorni, un amministratore verifica la frequenza di accesso nell’accesso condizionale (Conditional Access) e che l’URI di reindirizzamento dell’app sia sotto «Web».',
    ],
  },
  'grant-revoked': {
    title: 'L’accesso è stato revocato',
    meaning:
      'La posta di questa casella è ferma finché non accede di nuovo. Dopo un cambio di password, o quando un amministratore chiude tutte le sessioni, Microsoft non accetta più l’accesso precedente.',
    steps: [
      'Scelga «Accedi con Microsoft».',
      'Se non ha cambiato nulla, chieda al Suo amministratore se sono state chiuse delle sessioni.',
    ],
  },
  'user-disabled': {
    title: 'L’account è bloccato',
    meaning: 'Questa casella di posta non può essere usata: l’account non può accedere.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft 365 apra «Utenti», «Utenti attivi», la persona, e sblocchi l’accesso (Unblock sign-in). Un account che viene dal Suo server si sblocca là.',
      'Se la persona non lavora più da Lei, rimuova qui la casella di posta.',
    ],
  },
  'user-locked-or-password': {
    title: 'L’account è bloccato o la password non va bene',
    meaning:
      'L’accesso non è riuscito. La password è sbagliata o scaduta, oppure l’account è bloccato per alcuni minuti dopo troppi tentativi.',
    steps: [
      'Attenda un quarto d’ora, acceda a Microsoft 365 nel browser e cambi la password se richiesto.',
      'Poi scelga qui «Accedi con Microsoft».',
    ],
  },
  'user-not-assigned': {
    title: 'La persona non può usare l’app',
    meaning:
      'L’accesso è stato rifiutato perché nella Sua organizzazione solo persone scelte possono usare questa app, e questa persona non è fra loro.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Applicazioni aziendali» (Enterprise apps), poi la Sua app, poi «Utenti e gruppi» (Users and groups), e aggiunga la persona. I gruppi dentro altri gruppi non contano.',
      'Oppure imposti «Assegnazione obbligatoria» (Assignment required) su «No» in «Proprietà» (Properties).',
      'Ripeta l’accesso.',
    ],
  },
  'wrong-account': {
    title: 'Accesso con un altro account',
    meaning:
      'L’account con cui si è acceduto non va bene: appartiene a un’altra directory, è privato o non può aprire questa casella di posta.',
    steps: [
      'Scelga di nuovo «Accedi con Microsoft» e prenda l’account del Suo studio o «Usa un altro account».',
      'Se il browser sceglie sempre quello sbagliato, apra il link in una finestra privata.',
      'Per una casella condivisa un amministratore apre nell’interfaccia di amministrazione di Exchange «Destinatari» (Recipients), «Cassette postali» (Mailboxes), la casella, «Delega» (Delegation) e aggiunge la persona in «Lettura e gestione (accesso completo)» (Read and manage). Richiede fino a un’ora.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
