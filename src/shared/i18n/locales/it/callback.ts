import type { CallbackMessages } from '../../messages.ts';

export const callback: CallbackMessages = {
  mayClose: 'Può chiudere questa finestra.',
  consent: {
    given: {
      title: 'La risposta di Microsoft è arrivata',
      text: 'Microsoft comunica che il consenso è stato concesso. LEGAL 365 Connect ora verifica finché non lo vede da sé; può richiedere alcuni minuti. Poi prosegue da solo.',
    },
    refused: {
      title: 'Il consenso non è stato concesso',
      reason: (cause) => `Motivo: ${cause}.`,
      text: 'Non è stato modificato nulla. In LEGAL 365 Connect, il passaggio «Consenso amministratore» dice che cosa può fare.',
    },
    'wrong-directory': {
      title: 'Questa risposta viene da un’altra directory',
      text: 'Aveva eseguito l’accesso con un account di un’organizzazione diversa da quella a cui appartiene la registrazione dell’app. Ricominci il consenso in LEGAL 365 Connect e acceda come amministratore dell’organizzazione giusta.',
    },
    unknown: {
      title: 'Questa risposta non appartiene a nessuna richiesta aperta',
      text: 'Non è stato modificato nulla. Il link è forse già stato usato, o ha più di un’ora. Se il consenso è stato concesso presso Microsoft, vale comunque: torni a LEGAL 365 Connect, che lo vede da solo.',
    },
    malformed: {
      title: 'Questa risposta è incompleta',
      text: 'Non è stato modificato nulla. Torni a LEGAL 365 Connect: se il consenso è stato concesso presso Microsoft, lo vede da solo. Altrimenti scelga lì ancora una volta «Concedi consenso amministratore».',
    },
  },
};
