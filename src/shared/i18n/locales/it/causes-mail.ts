import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** Mailboxes, retrieval and sending. */
export const mailCauses = {
  'mailbox-missing': {
    title: 'A questo indirizzo non c’è una casella di posta',
    meaning:
      'Per questo indirizzo non si può leggere né scrivere nulla. Non ha una casella in Exchange Online: un errore di battitura, nessuna licenza, una casella ancora sul Suo server, o appena creata.',
    steps: [
      'Verifichi come è scritto l’indirizzo.',
      'Nell’interfaccia di amministrazione di Microsoft 365 apra «Utenti», «Utenti attivi», la persona, «Licenze e app» (Licenses and apps). Deve essere selezionata una licenza con Exchange Online.',
      'Per il test scelga l’indirizzo di una persona che ha davvero una casella di posta.',
      'Una nuova casella richiede fino a un giorno. Poi scelga «Testa la connessione».',
    ],
  },
  'mailbox-full': {
    title: 'La casella di posta è piena',
    meaning: 'In questa casella non si possono più salvare nuove voci né nuova posta.',
    steps: [
      'In Outlook svuoti «Posta eliminata» ed elimini o archivi le e-mail grandi.',
      'Oppure chieda più spazio al Suo amministratore.',
    ],
  },
  'smtp-auth-disabled-tenant': {
    title: 'SMTP autenticato è disattivato nella Sua organizzazione',
    meaning:
      'Da LEGAL 365 non si può inviare posta. La Sua organizzazione ha disattivato questa via per tutte le caselle.',
    steps: [
      'La attivi solo per le caselle interessate: interfaccia di amministrazione di Microsoft 365, «Utenti» (Users), «Utenti attivi» (Active users), la persona, «Posta» (Mail), «Gestisci app di posta elettronica» (Manage email apps), «SMTP autenticato» (Authenticated SMTP), poi salvi.',
      'Attenda un quarto d’ora e scelga «Invia e-mail di prova».',
    ],
  },
  'smtp-auth-disabled-mailbox': {
    title: 'SMTP autenticato è disattivato per questa casella di posta',
    meaning: 'Da questa casella non si può inviare posta.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft 365 apra «Utenti» (Users), «Utenti attivi» (Active users), la persona, «Posta» (Mail), «Gestisci app di posta elettronica» (Manage email apps), selezioni «SMTP autenticato» (Authenticated SMTP) e salvi.',
      'Attenda un quarto d’ora e scelga «Invia e-mail di prova».',
    ],
  },
  'basic-auth-disabled': {
    title: 'L’accesso con password non è più possibile',
    meaning:
      'Microsoft ha disattivato per la posta l’accesso con nome utente e password. Funziona soltanto «Accedi con Microsoft».',
    steps: [
      'Scelga «Accedi con Microsoft» per questa casella di posta.',
      'Se non riesce di nuovo, invii la risposta di Microsoft qui sotto all’assistenza di LEGAL 365.',
    ],
  },
  'auth-policy-blocked': {
    title: 'Una regola di sicurezza rifiuta questo modo di accedere',
    meaning:
      'La posta non può essere né ritirata né inviata. Le impostazioni predefinite per la sicurezza o un criterio di autenticazione della Sua organizzazione lo impediscono.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra apra «Panoramica» (Overview), «Proprietà» (Properties) e guardi se le impostazioni predefinite per la sicurezza (Security defaults) sono attive.',
      'Un amministratore di Exchange verifica il criterio di autenticazione della casella e consente POP e SMTP con l’autenticazione moderna.',
      'Poi testi di nuovo la casella di posta.',
    ],
  },
  'ambiguous-auth': {
    title: 'Il server di posta ha rifiutato l’accesso senza dire perché',
    meaning:
      'La posta di questa casella non è raggiungibile. Microsoft dà la stessa risposta per più cause; quelle probabili sono elencate qui sotto.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft 365 apra «Utenti» (Users), «Utenti attivi» (Active users), la persona, «Posta» (Mail), «Gestisci app di posta elettronica» (Manage email apps) e selezioni «POP» e «SMTP autenticato» (Authenticated SMTP).',
      'Verifichi che l’indirizzo sia giusto e che la casella abbia una licenza con Exchange Online. Una casella condivisa non ne ha bisogno: lì la persona che ha effettuato l’accesso deve avere il diritto «Lettura e gestione (accesso completo)» (Read and manage), nell’interfaccia di amministrazione di Exchange sotto «Destinatari», «Cassette postali», la casella, «Delega».',
      'Scelga di nuovo «Accedi con Microsoft», poi testi la casella di posta.',
    ],
  },
  'send-as-denied': {
    title: 'Questo indirizzo mittente non è consentito',
    meaning:
      'L’e-mail non è stata inviata. L’account con cui si è acceduto non può inviare con questo indirizzo.',
    steps: [
      'Invii con l’indirizzo proprio della casella di posta, oppure',
      'nell’interfaccia di amministrazione di Exchange apra «Destinatari» (Recipients), «Cassette postali» (Mailboxes), la casella, «Delega» (Delegation) e aggiunga la persona in «Invia come» (Send as). Richiede fino a un’ora.',
    ],
  },
  'sending-blocked': {
    title: 'Microsoft ha fermato l’invio da questo account',
    meaning:
      'Da questo account o da questa organizzazione non esce più posta, perché è stata presa per una fonte di posta indesiderata.',
    steps: [
      'Verifichi se qualcun altro usa l’account e cambi la password.',
      'Nel portale Microsoft Defender apra «Posta elettronica e collaborazione» (Email & collaboration), «Revisione» (Review), «Entità con restrizioni» (Restricted entities) e sblocchi l’account.',
    ],
  },
  'send-limit-exceeded': {
    title: 'Il limite di invio è raggiunto',
    meaning:
      'Per il momento da questa casella non esce più posta. Microsoft limita le e-mail al minuto e i destinatari al giorno.',
    steps: [
      'Attenda; l’invio viene ritentato più tardi.',
      'Per gli invii a molte persone usi un servizio fatto apposta.',
    ],
  },
  'too-many-connections': {
    title: 'Troppe connessioni insieme',
    meaning: 'Più programmi usano la casella nello stesso momento. Si riprova automaticamente.',
    steps: ['Se si ripete, chiuda gli altri programmi di posta che ritirano questa casella.'],
  },
  'message-too-large': {
    title: 'Il messaggio è troppo grande',
    meaning:
      'L’e-mail non è stata inviata, perché supera la dimensione accettata dalla casella o dal destinatario.',
    steps: ['Riduca gli allegati o li condivida con un link.', 'Invii di nuovo.'],
  },
  'recipient-rejected': {
    title: 'Il destinatario è stato rifiutato',
    meaning: 'L’e-mail non è stata consegnata a questo indirizzo: non esiste o non accetta la Sua posta.',
    steps: ['Verifichi come è scritto l’indirizzo, o lo chieda alla persona per un’altra via.'],
  },
  'starttls-missing': {
    title: 'Non è stata offerta una connessione cifrata',
    meaning:
      'Non si invia nulla, affinché niente viaggi senza cifratura. Microsoft offre sempre la cifratura: un apparecchio nella Sua rete la toglie.',
    steps: [
      'Faccia disattivare dal Suo responsabile di rete il controllo della posta per smtp.office365.com, porta 587, nel firewall o nell’antivirus.',
      'Testi di nuovo la casella di posta.',
    ],
  },
  'pop-disabled-or-no-licence': {
    title: 'POP è disattivato o manca la licenza',
    meaning: 'La posta di questa casella non può essere ritirata.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft 365 apra «Utenti» (Users), «Utenti attivi» (Active users), la persona, «Posta» (Mail), «Gestisci app di posta elettronica» (Manage email apps), selezioni «POP» e salvi.',
      'In «Licenze e app» (Licenses and apps) verifichi che Exchange Online sia selezionato.',
      'Attenda un quarto d’ora e testi di nuovo la casella di posta.',
    ],
  },
  'protocol-misuse': {
    title: 'Il server di posta non ci ha capito',
    meaning:
      'Questo passo non è riuscito per il modo in cui LEGAL 365 Connect ha parlato al server, o perché porta e cifratura non vanno insieme.',
    steps: [
      'Verifichi il nome del server e la porta nella configurazione.',
      'Se sono giusti, invii la risposta di Microsoft qui sotto all’assistenza di LEGAL 365.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
