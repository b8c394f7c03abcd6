import type { CallbackMessages } from '../../messages.ts';

export const callback: CallbackMessages = {
  mayClose: 'Vous pouvez fermer cette fenêtre.',
  consent: {
    given: {
      title: 'La réponse de Microsoft est arrivée',
      text: 'Microsoft indique que le consentement a été accordé. LEGAL 365 Connect vérifie maintenant jusqu’à ce qu’il le voie lui-même ; cela peut prendre quelques minutes. La suite se fait d’elle-même.',
    },
    refused: {
      title: 'Le consentement n’a pas été accordé',
      reason: (cause) => `Motif : ${cause}.`,
      text: 'Rien n’a été modifié. Dans LEGAL 365 Connect, l’étape « Consentement administrateur » indique ce que vous pouvez faire.',
    },
    'wrong-directory': {
      title: 'Cette réponse vient d’un autre annuaire',
      text: 'Vous étiez connecté avec un compte d’une autre organisation que celle à laquelle appartient l’inscription d’application. Recommencez le consentement dans LEGAL 365 Connect et connectez-vous comme administrateur de la bonne organisation.',
    },
    unknown: {
      title: 'Cette réponse n’appartient à aucune demande ouverte',
      text: 'Rien n’a été modifié. Le lien a peut-être déjà été utilisé, ou il date de plus d’une heure. Si le consentement a été accordé chez Microsoft, il est valable quand même : revenez à LEGAL 365 Connect, il le voit de lui-même.',
    },
    malformed: {
      title: 'Cette réponse est incomplète',
      text: 'Rien n’a été modifié. Revenez à LEGAL 365 Connect : si le consentement a été accordé chez Microsoft, il le voit de lui-même. Sinon, choisissez-y encore une fois « Accorder le consentement administrateur ».',
    },
  },
  signIn: {
    anotherAccount: 'un autre compte',
    received: {
      title: 'Code de vérification reçu',
      text: (address, account) =>
        `Vous vous êtes connecté en tant que ${account}. La boîte aux lettres ${address} est maintenant testée ; LEGAL 365 Connect affiche le résultat de lui-même.`,
      missing: (rights) =>
        `Microsoft n’a pas accordé un droit : ${rights}. Un administrateur doit accorder le consentement administrateur dans LEGAL 365 Connect ; connectez-vous ensuite encore une fois.`,
    },
    waiting: {
      title: 'Code de vérification reçu',
      otherPerson: (address, account, holder) =>
        `Vous vous êtes connecté en tant que ${account}, mais cette connexion a été commencée par quelqu’un d’autre : rien n’est encore relié. Ouvrez LEGAL 365 Connect avec ce compte dans les 24 heures et dites-y si ${holder} peut ainsi relever et envoyer les e-mails de ${address}.`,
      forYourself: (address, account) =>
        `Vous vous êtes connecté en tant que ${account} ; un administrateur a préparé cette connexion pour vous. Ouvrez LEGAL 365 Connect avec ce compte dans les 24 heures et confirmez-y que la boîte aux lettres ${address} doit être utilisée.`,
      notVisible: (address, account) =>
        `Vous vous êtes connecté en tant que ${account}. Microsoft n’indique pas si la boîte aux lettres ${address} est la vôtre. Revenez à LEGAL 365 Connect et confirmez-le dans les 24 heures ; la boîte aux lettres est testée ensuite.`,
    },
    ask: {
      title: 'Cette boîte aux lettres peut-elle être utilisée ?',
      unknownPerson: 'Quelqu’un',
      who: (person, entity) => `${person}, ${entity}, a commencé cette connexion.`,
      purpose: (address, account) =>
        `Avec votre compte ${account}, LEGAL 365 relèverait les e-mails de la boîte aux lettres ${address} et en enverrait depuis elle.`,
      holder: (holder, address) =>
        holder === null
          ? `La boîte aux lettres serait utilisée par la personne qui y a l’adresse ${address} comme nom d’utilisateur.`
          : `La boîte aux lettres serait utilisée par ${holder}.`,
      advice:
        'Si vous ne connaissez pas cette personne ou ne vous y attendez pas, choisissez « Ne pas autoriser » : rien n’est alors conservé. Vous pouvez répondre à cette question pendant 10 minutes.',
      allow: 'Autoriser',
      decline: 'Ne pas autoriser',
    },
    answered: {
      allowed: {
        title: 'La boîte aux lettres peut être utilisée',
        text: 'LEGAL 365 Connect la teste maintenant. Vous pouvez revenir sur cette décision à tout moment dans la liste de vos applications chez Microsoft.',
      },
      declined: {
        title: 'La boîte aux lettres n’est pas utilisée',
        text: 'La connexion a été abandonnée ; rien n’a été conservé. La personne qui l’a commencée voit que vous ne l’avez pas autorisée.',
      },
      overtaken: {
        title: 'Cette connexion ne convient plus',
        text: 'La boîte aux lettres ou son inscription a été modifiée entre-temps ; la connexion a donc été abandonnée. Elle doit être recommencée dans LEGAL 365 Connect.',
      },
      unasked: {
        title: 'Il n’y a rien à répondre ici',
        text: 'Rien n’a été modifié. La question a déjà reçu une réponse, ou ses 10 minutes sont écoulées ; la connexion doit alors être recommencée dans LEGAL 365 Connect.',
      },
    },
    mismatch: {
      title: 'C’est un autre compte',
      who: (account, address) =>
        `Vous vous êtes connecté en tant que ${account} ; cette boîte aux lettres est ${address}. Rien n’a été modifié.`,
      what: {
        'personal-account':
          'C’est un compte Microsoft personnel. Connectez-vous avec le compte de votre étude.',
        'other-tenant':
          'Le compte appartient à une autre organisation que l’inscription d’application. Connectez-vous avec le compte de l’organisation dans laquelle se trouve la boîte aux lettres.',
        guest:
          'Le compte est un invité dans cette organisation ; sa boîte aux lettres est ailleurs. Connectez-vous avec un compte de l’organisation elle-même.',
        'other-person':
          'Le compte et la boîte aux lettres n’appartiennent pas à la même personne. Si la boîte est à vous, connectez-vous avec votre propre compte ; sinon, envoyez le lien à la personne à qui elle appartient.',
        'admin-for-user':
          'Vous avez commencé cette connexion pour quelqu’un d’autre et vous êtes connecté vous-même. Envoyez le lien à la personne à qui appartient la boîte aux lettres.',
        'address-reassigned':
          'L’adresse appartenait auparavant à une autre personne, dont la connexion est encore enregistrée. Supprimez le compte dans LEGAL 365 Connect, ajoutez-le de nouveau, puis connectez-vous.',
        'not-an-address':
          'Ce qui est saisi comme adresse de cette boîte aux lettres n’est pas une adresse e-mail. Supprimez le compte dans LEGAL 365 Connect et ajoutez-le avec son adresse.',
      },
      again:
        'Revenez à LEGAL 365 Connect et choisissez encore une fois « Se connecter avec Microsoft ». Si le bon compte ne figure pas dans la liste de Microsoft, choisissez-y « Utiliser un autre compte ».',
    },
    reason: (cause) => `Motif : ${cause}.`,
    refused: {
      title: 'La connexion n’a pas abouti',
      text: 'Rien n’a été modifié : ce qui était relié le reste. LEGAL 365 Connect indique, auprès de la boîte aux lettres, ce que vous pouvez faire.',
    },
    failed: {
      title: 'La connexion n’a pas pu être terminée',
      text: 'Rien n’a été modifié : ce qui était relié le reste. Revenez à LEGAL 365 Connect et choisissez encore une fois « Se connecter avec Microsoft ».',
    },
    replaced: {
      title: 'L’inscription a été modifiée entre-temps',
      text: 'Pendant votre connexion, un administrateur a enregistré une autre inscription. Rien n’a été modifié pour votre boîte aux lettres. Revenez à LEGAL 365 Connect et choisissez encore une fois « Se connecter avec Microsoft ».',
    },
    unknown: {
      title: 'Cette réponse n’appartient à aucune connexion en cours',
      text: 'Rien n’a été modifié. Le lien a peut-être déjà été utilisé, été remplacé par un plus récent, ou date de plus de 10 minutes. LEGAL 365 Connect indique si la boîte aux lettres est reliée ; sinon, choisissez-y encore une fois « Se connecter avec Microsoft ».',
    },
    malformed: {
      title: 'Cette réponse est incomplète',
      text: 'Rien n’a été modifié. Revenez à LEGAL 365 Connect ; si la boîte aux lettres n’y est pas reliée, choisissez encore une fois « Se connecter avec Microsoft ».',
    },
  },
};
