import type { MailboxMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('it', n, { one, other });

export const mailboxFirm: Pick<MailboxMessages, 'firm' | 'import' | 'invite'> = {
  firm: {
    summary: (n, total) =>
      count(
        total,
        `Accesso effettuato in ${n} casella su 1.`,
        `Accesso effettuato in ${n} caselle su ${total}.`,
      ),
    filter: 'Solo chi non ha ancora effettuato l’accesso',
    none: 'Tutti hanno effettuato l’accesso.',
    reader: 'Lei vede gli stati. Aggiungere e rimuovere spetta agli amministratori.',
    columns: { address: 'Indirizzo', entity: 'Entità', person: 'Persona', state: 'Stato', action: 'Azione' },
    unclaimed: 'Ancora nessuno',
    removeOf: (address) => `Rimuovi: ${address}`,
    list: 'Caselle di posta dello studio',
    noContent: 'Le e-mail stesse sono mostrate solo a chi appartiene la casella.',
    showMore: 'Mostra altro',
  },
  import: {
    title: 'Aggiungi account per molti utenti',
    text: 'Un indirizzo per riga, oppure un elenco da Excel o dall’interfaccia di amministrazione di Microsoft 365 in formato CSV. Gli account vengono preparati; ogni persona deve solo effettuare l’accesso.',
    label: 'Indirizzi',
    file: 'Scegli un file CSV',
    fileTooLarge: 'Il file supera 1 MB. Dovrebbe contenere solo l’elenco.',
    kind: 'Genere, se l’elenco non lo dice',
    found: (n) => count(n, '1 account verrà preparato', `${n} account verranno preparati`),
    sharedAmong: (n) => count(n, 'di cui 1 condiviso', `di cui ${n} condivisi`),
    wrong: (n) => count(n, '1 riga viene omessa', `${n} righe vengono omesse`),
    line: (line, text) => `Riga ${line}: ${text}`,
    problems: { 'not-an-address': 'nessun indirizzo', twice: 'compare due volte' },
    tooMany: (most) => `Al massimo ${most} alla volta. Gli altri si possono aggiungere dopo.`,
    preview: 'Che cosa verrà preparato',
    submit: (n) => count(n, 'Prepara 1 account', `Prepara ${n} account`),
    nothing: 'Inserisca almeno un indirizzo.',
    failed: 'Gli account non sono stati preparati',
    results: (n) => count(n, '1 account è stato preparato', `${n} account sono stati preparati`),
    outcomes: {
      created: 'preparato',
      exists: 'c’era già',
      'not-an-address': 'non è un indirizzo',
      twice: 'compariva due volte',
    },
    result: 'Risultato',
    invite: 'Scrivi l’invito',
  },
  invite: {
    title: 'Invita ad accedere',
    text: 'Lo invii a chi non ha ancora effettuato l’accesso. A nessuno serve una password per questo.',
    language: 'Lingua dell’invito',
    message: 'Invito',
    copy: 'Copia testo',
    copyAddresses: (n) => count(n, 'Copia 1 indirizzo', `Copia ${n} indirizzi`),
    mail: 'Scrivi un’e-mail',
    subject: 'La Sua casella di posta in LEGAL 365: acceda una volta',
    body: (link) =>
      `Buongiorno\n\nAffinché LEGAL 365 possa scaricare e inviare e-mail con la Sua casella, acceda per favore una volta con Microsoft. Ci vuole un minuto.\n\n1. Apra LEGAL 365 Connect in Teams e scelga «Caselle di posta», oppure apra questo indirizzo nel browser:\n${link}\n2. Accanto al Suo indirizzo prema «Accedi con Microsoft».\n3. Acceda con il Suo account abituale dello studio. Poi la pagina mostra un segno di spunta verde.\n\nLEGAL 365 stesso non Le chiede la password.\n`,
  },
};
