import type { CallbackMessages } from '../../messages.ts';

export const callback: CallbackMessages = {
  mayClose: 'Vous pouvez fermer cette fenêtre.',
  consent: {
    given: {
      title: 'La réponse de Microsoft est arrivée',
      text: 'Microsoft indique que le consentement a été accordé. LEGAL 365 Connect vérifie maintenant jusqu’à ce qu’il le voie lui-même ; cela peut prendre quelques minutes. La suite se fait d’elle-même.',
    },
    refused: {
      title: 'Le consentement n’a pas été accordé',
      reason: (cause) => `Motif : ${cause}.`,
      text: 'Rien n’a été modifié. Dans LEGAL 365 Connect, l’étape « Consentement administrateur » indique ce que vous pouvez faire.',
    },
    'wrong-directory': {
      title: 'Cette réponse vient d’un autre annuaire',
      text: 'Vous étiez connecté avec un compte d’une autre organisation que celle à laquelle appartient l’inscription d’application. Recommencez le consentement dans LEGAL 365 Connect et connectez-vous comme administrateur de la bonne organisation.',
    },
    unknown: {
      title: 'Cette réponse n’appartient à aucune demande ouverte',
      text: 'Rien n’a été modifié. Le lien a peut-être déjà été utilisé, ou il date de plus d’une heure. Si le consentement a été accordé chez Microsoft, il est valable quand même : revenez à LEGAL 365 Connect, il le voit de lui-même.',
    },
    malformed: {
      title: 'Cette réponse est incomplète',
      text: 'Rien n’a été modifié. Revenez à LEGAL 365 Connect : si le consentement a été accordé chez Microsoft, il le voit de lui-même. Sinon, choisissez-y encore une fois « Accorder le consentement administrateur ».',
    },
  },
};
