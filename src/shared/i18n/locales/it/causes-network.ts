import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** Between here and Microsoft, and what nobody can name. */
export const networkCauses = {
  throttled: {
    title: 'Microsoft chiede una pausa',
    meaning:
      'Non c’è nulla di guasto. Sono arrivate troppe richieste in poco tempo; l’ultimo stato conosciuto resta valido.',
    steps: [
      'Attenda alcuni minuti. Si riprova automaticamente entro un quarto d’ora.',
      'Se si ripete, guardi se un altro programma usa la stessa app.',
    ],
  },
  'service-unavailable': {
    title: 'Microsoft 365 non è disponibile al momento',
    meaning:
      'Ora non si può verificare se la connessione funziona. Il guasto è presso Microsoft o lungo il percorso; le Sue impostazioni restano e nessuno deve accedere di nuovo.',
    steps: [
      'Riprovi fra qualche minuto.',
      'Se dura, guardi nell’interfaccia di amministrazione di Microsoft 365 in «Integrità» (Health), «Integrità dei servizi» (Service health).',
    ],
  },
  'proxy-blocked': {
    title: 'Qualcosa nella Sua rete ha risposto al posto di Microsoft',
    meaning:
      'La connessione non raggiunge Microsoft. Un proxy, un firewall o un filtro web della rete in cui si trova il server ha risposto al suo posto.',
    steps: [
      'Faccia consentire dal Suo responsabile di rete l’host indicato sotto e login.microsoftonline.com, graph.microsoft.com e outlook.office365.com, senza accesso e senza ispezione.',
      'Se il server deve usare un proxy, lo inserisca nella configurazione del server.',
      'Scelga «Testa la connessione».',
    ],
  },
  dns: {
    title: 'Il nome del server non è stato trovato',
    meaning:
      'Microsoft non è raggiungibile da qui, perché il servizio dei nomi della rete non conosce l’indirizzo.',
    steps: [
      'Verifichi che il server di LEGAL 365 Connect sia collegato a Internet.',
      'Faccia verificare dal Suo responsabile di rete il servizio dei nomi (DNS) per l’host indicato sotto.',
      'Scelga «Testa la connessione».',
    ],
  },
  'network-unreachable': {
    title: 'Nessun collegamento con Microsoft',
    meaning:
      'Non si è potuto verificare nulla. La connessione è stata respinta, o nessuna via porta al server.',
    steps: [
      'Verifichi che il server di LEGAL 365 Connect sia collegato a Internet.',
      'Faccia consentire dal Suo responsabile di rete le connessioni in uscita verso l’host indicato sotto: porta 443, per la posta 995 e 587.',
      'Scelga «Testa la connessione».',
    ],
  },
  timeout: {
    title: 'Nessuna risposta in tempo',
    meaning: 'Non si può dire se la connessione funziona: Microsoft non ha risposto nel tempo concesso.',
    steps: [
      'Scelga di nuovo «Testa la connessione».',
      'Se non cambia nulla, il Suo responsabile di rete verifica se un firewall scarta in silenzio le connessioni verso l’host indicato sotto.',
    ],
  },
  'connection-dropped': {
    title: 'La connessione si è interrotta',
    meaning:
      'Non si può dire se la connessione funziona: è stata troncata a metà. Si riprova automaticamente entro un quarto d’ora.',
    steps: ['Scelga di nuovo «Testa la connessione».', 'Se si ripete, faccia controllare firewall e proxy.'],
  },
  'tls-untrusted': {
    title: 'Il certificato non è affidabile',
    meaning:
      'Per proteggere i Suoi dati la connessione non è stata usata. Il certificato mostrato non viene da Microsoft o è scaduto; per lo più un apparecchio nella Sua rete ispeziona le connessioni cifrate.',
    steps: [
      'Faccia escludere dall’ispezione, dal Suo responsabile di rete, l’host indicato sotto.',
      'Se l’ispezione è obbligatoria, l’autorità di certificazione del Suo studio va inserita sul server di LEGAL 365 Connect.',
      'Verifichi data e ora del server, poi scelga «Testa la connessione».',
    ],
  },
  unknown: {
    title: 'La causa non è nota',
    meaning:
      'Non è riuscito, e la risposta non dice perché. Preferiamo dirlo piuttosto che tirare a indovinare.',
    steps: [
      'Riprovi fra qualche minuto.',
      'Se non riesce di nuovo, invii la risposta di Microsoft qui sotto all’assistenza di LEGAL 365.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
