import type { ConsentMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('fr', n, { one, other });

export const consent: ConsentMessages = {
  title: 'Consentement administrateur',
  intro:
    'Un administrateur consent une fois, pour toute l’étude, à ce que l’inscription peut faire. Ce n’est qu’alors que Microsoft délivre des jetons avec ces droits.',
  needsRegistration:
    'On consent à une inscription. Aucune n’est encore enregistrée : saisissez d’abord ses valeurs, puis revenez.',
  toValues: 'Saisir les valeurs',
  onlyAdmins:
    'Seuls vos administrateurs peuvent lancer ici le consentement. Vous voyez ce qui est accordé et ce qui manque.',
  table: {
    title: 'Droits nécessaires et accordés',
    right: 'Droit',
    kind: 'Type',
    forWhat: 'Pour quoi',
    state: 'État',
    kinds: { application: 'Application', delegated: 'Délégué' },
    states: {
      granted: 'accordé',
      'read-only': 'lecture seule',
      missing: 'manquant',
      unknown: 'inconnu',
    },
    untilSignIn: 'inconnu jusqu’à la première connexion d’une boîte',
    mailboxes: {
      'POP.AccessAsUser.All': 'Boîtes du communicateur : relever les e-mails',
      'SMTP.Send': 'Boîtes du communicateur : envoyer des e-mails',
      offline_access: 'Boîtes du communicateur : rester connecté',
    },
    delegatedWhy:
      'Les droits délégués ne figurent dans aucun jeton de l’application : on ne peut pas voir d’ici s’ils sont accordés. La première connexion d’une boîte le montre. Le consentement ne les couvre que s’ils figurent dans l’inscription sous « Autorisations de l’API » (API permissions).',
    notKnown:
      'Ce qui est accordé n’est pas connu pour le moment : aucun jeton des dernières 24 heures ne le montre. Testez la connexion ou accordez le consentement.',
    asOf: (when) => `D’après le jeton de l’application du ${when}.`,
  },
  surplus: {
    title: 'Plus que nécessaire',
    text: (rights) =>
      `L’inscription a aussi ${rights}. Les modules choisis n’en ont pas besoin, et les données y sont ouvertes.`,
    steps: [
      'Dans le centre d’administration Entra, ouvrez « Inscriptions d’applications », votre application, « Autorisations de l’API » (API permissions), et choisissez « Supprimer l’autorisation » (Remove permission) dans le menu du droit.',
      'Ouvrez ensuite « Applications d’entreprise » (Enterprise applications), la même application, « Autorisations » (Permissions), et choisissez « Révoquer » (Revoke) dans le menu du droit : l’enlever de la liste ne le retire pas.',
      'Testez ici la connexion. Le droit n’y figure alors plus.',
    ],
  },
  openPermissions: 'Ouvrir les autorisations de l’API',
  start: {
    title: 'Accorder le consentement',
    text: 'La page de Microsoft s’ouvre et indique ce que l’application peut faire. Connectez-vous-y avec un compte qui peut consentir ; cette page voit le résultat d’elle-même.',
    unknownRole:
      'Votre rôle dans Entra n’est pas visible d’ici. Si la page de Microsoft demande l’approbation d’un administrateur, envoyez plutôt le lien.',
    listedOnly:
      'Le consentement couvre ce que l’inscription indique sous « Autorisations de l’API » (API permissions), y compris les droits délégués pour les boîtes s’ils y figurent. Ajoutez d’abord ce qui y manque.',
    again: (rights) =>
      `Un consentement existe, mais pas pour ${rights}. Un module a été ajouté, une nouvelle version demande davantage, ou le consentement a été retiré. Ajoutez le droit sous « Autorisations de l’API » s’il n’y figure pas, puis accordez à nouveau le consentement.`,
    readOnly: (rights) =>
      `Seule la lecture est accordée, mais LEGAL 365 doit aussi écrire : il manque ${rights}. Ajoutez ce droit sous « Autorisations de l’API », puis accordez à nouveau le consentement.`,
    failed: 'Le consentement n’a pas pu être lancé',
  },
  send: {
    title: 'Une autre personne consent',
    text: 'Votre rôle ne peut pas consentir à ces droits : il faut un Administrateur général ou un Administrateur de rôle privilégié. Envoyez ce message à cette personne.',
    textUnknown:
      'Envoyez le lien à un Administrateur général ou à un Administrateur de rôle privilégié de votre étude.',
    prepare: 'Préparer un message avec le lien',
    message: 'Message',
    copy: 'Copier le message',
    copyLink: 'Copier seulement le lien',
    mail: 'Écrire un e-mail',
    watching:
      'Vous pouvez fermer cette page. Pendant quelques jours, LEGAL 365 Connect regarde de lui-même si l’autre personne a consenti ; vous trouvez le résultat ici.',
    subject: (entity) => `Merci d’accorder le consentement administrateur pour LEGAL 365 (${entity})`,
    body: ({ entity, app, directory, sender, application, delegated, link }) =>
      [
        'Bonjour,',
        '',
        `${entity} relie LEGAL 365 de timeSensor à Microsoft 365. Pour cela, un Administrateur général ou un Administrateur de rôle privilégié doit accorder une fois, pour toute l’étude, le consentement administrateur. Il s’agit de l’inscription d’application pour timeSensor LEGAL 365 (ID d’application ${app}) dans votre propre annuaire.`,
        '',
        `1. Ouvrez ce lien vers Microsoft : ${link}`,
        `2. Connectez-vous avec un compte de l’annuaire ${directory}.`,
        '3. Vérifiez la liste et cliquez sur « Accepter » (Accept).',
        '',
        `Droits d’application dont LEGAL 365 a besoin : ${application}.`,
        `Droits délégués pour les boîtes du communicateur : ${delegated}.`,
        'La page de Microsoft demande ce qui figure dans l’inscription. Vous pouvez le révoquer à tout moment sous « Applications d’entreprise » (Enterprise applications).',
        '',
        'Le lien n’est pas indispensable : dans le centre d’administration Entra, ouvrez « Inscriptions d’applications », cherchez l’ID d’application ci-dessus, ouvrez « Autorisations de l’API » (API permissions) et cliquez sur « Accorder le consentement administrateur » (Grant admin consent).',
        '',
        'Une fois que vous avez accepté, Microsoft affiche peut-être une page vide ou une remarque qui n’indique pas de succès : le consentement est valable quand même, et vous pouvez fermer la page.',
        '',
        `Demande de ${sender}. En cas de doute, renseignez-vous avant de consentir. Merci beaucoup.`,
      ].join('\n'),
  },
  progress: {
    waiting: 'La page de Microsoft est ouverte',
    waitingText:
      'Consentez-y. Cette page voit la réponse d’elle-même ; vous pouvez la laisser ouverte et faire autre chose.',
    waitingSent: 'En attente du consentement d’une autre personne',
    asked: (who) => `${who} demande votre consentement`,
    askedBy: (who, when) => `En attente du consentement demandé par ${who}, ${when}`,
    looking: 'Microsoft indique que le consentement a été donné',
    lookingText:
      'Il peut s’écouler quelques minutes jusqu’à ce que les droits arrivent dans le jeton de l’application. Il n’y a pas d’erreur ; cette page continue de regarder.',
    label: 'En attente du consentement',
    startedBy: (when, who) => (who === '' ? `Commencé ${when}` : `Commencé ${when} par ${who}`),
    looks: (n, when) => count(n, `${n} vérification, ${when}`, `${n} vérifications, la dernière ${when}`),
    notLooked: 'pas encore vérifié',
    missing: (rights) => `Pas encore dans le jeton : ${rights}.`,
    late: (n, rights) =>
      count(
        n,
        `${rights} n’est pas arrivé. Ce droit ne figure probablement pas sous « Autorisations de l’API » (API permissions) avec le type « Application » (« Accordé » dans une ligne de type « Délégué » ne compte pas). Ajoutez-le à cet endroit, puis accordez à nouveau le consentement.`,
        `${rights} ne sont pas arrivés. Ces droits ne figurent probablement pas sous « Autorisations de l’API » (API permissions) avec le type « Application » (« Accordé » dans une ligne de type « Délégué » ne compte pas). Ajoutez-les à cet endroit, puis accordez à nouveau le consentement.`,
      ),
    goesOn: 'LEGAL 365 Connect continue de vérifier.',
    cancelSent:
      'Même si vous annulez, le lien continue de fonctionner chez Microsoft. Un consentement donné plus tard est vu par le prochain test de la connexion.',
    lookNow: 'Vérifier maintenant',
    openAgain: 'Ouvrir à nouveau',
    noWindow:
      'Si aucune page ne s’est ouverte, le navigateur l’a peut-être bloquée : choisissez « Ouvrir à nouveau ».',
    lookFailed: 'La vérification n’a pas pu avoir lieu',
    cancelFailed: 'L’annulation n’a pas pu avoir lieu',
  },
  question: {
    title: 'Que dit la page de Microsoft ?',
    text: 'Aucune réponse n’est revenue depuis deux minutes. Regardez la fenêtre qui s’est ouverte et choisissez ce qu’elle montre.',
    given: 'Le consentement a été donné, ou la page est vide',
    givenText: 'Les droits sont donc en route. LEGAL 365 Connect vérifie maintenant.',
    redirect: 'AADSTS50011 : URI de redirection (redirect URI)',
    redirectText:
      'L’inscription n’indique pas l’adresse à laquelle Microsoft doit répondre. Vous pouvez continuer tout de suite avec le lien simple, qui ne demande pas de réponse. Pour plus tard, ajoutez l’adresse :',
    redirectSteps: [
      'Dans le centre d’administration Entra, ouvrez « Inscriptions d’applications », votre application, « Authentification » (Authentication).',
      'Choisissez « Ajouter une plateforme » (Add a platform), puis « Web ». Si « Web » existe déjà, choisissez-y « Ajouter un URI » (Add URI).',
      'Collez cette adresse et enregistrez. Elle doit appartenir à la plateforme « Web », pas à « Application monopage » (Single-page application).',
    ],
    redirectUri: 'URI de redirection pour le consentement',
    simpleLink: 'Continuer avec le lien simple',
    approval: 'Approbation de l’administrateur requise, ou pas autorisé',
    approvalText:
      'Le compte connecté dans cette page ne peut pas consentir à ces droits. Un Administrateur général ou un Administrateur de rôle privilégié le peut.',
    other: 'Une autre erreur',
    otherText: 'Copiez le texte de la page de Microsoft avec son numéro (AADSTS…) et collez-le ici.',
    otherLabel: 'Texte de la page de Microsoft',
    explain: 'Expliquer',
    explaining: 'Le texte est en cours de lecture',
    explainFailed: 'Le texte n’a pas pu être expliqué',
    closed: 'La fenêtre est fermée',
    closedText: 'Si vous avez consenti, vérifiez maintenant. Sinon, ouvrez à nouveau la page.',
  },
  outcome: {
    granted: 'Le consentement est accordé',
    grantedText: 'Le jeton de l’application indique tous les droits dont les modules choisis ont besoin.',
    again: 'Accorder à nouveau',
    againText:
      'Avez-vous ajouté à l’inscription des droits délégués (pour les boîtes du communicateur) depuis le dernier consentement ? Accordez alors le consentement encore une fois, pour que chaque personne ne soit pas interrogée séparément.',
    refused: 'La page de Microsoft a répondu : pas accordé',
    wrongDirectory: 'Le consentement a été donné dans un autre annuaire',
    wrongDirectoryText: (directory) =>
      `Quelqu’un a consenti avec un compte d’un autre annuaire. L’inscription de cette entité se trouve dans l’annuaire ${directory}. Accordez à nouveau le consentement et choisissez sur la page de Microsoft un compte de cet annuaire.`,
    notSeen: 'Le consentement n’est pas arrivé',
    notSeenText: (rights) =>
      rights === ''
        ? 'Les vérifications sont terminées. Aucun jeton montrant les droits n’a pu être lu.'
        : `Les vérifications sont terminées. Pas dans le jeton : ${rights}.`,
    checks: [
      'Sous « Autorisations de l’API » (API permissions), chacun de ces droits figure comme autorisation d’application de Microsoft Graph.',
      'La colonne « État » (Status) y indique « Accordé pour … » (Granted for …). Sinon, accordez le consentement administrateur là-bas ou ici.',
      'Le consentement a été donné à cet ID d’application et dans cet annuaire.',
    ],
    checksTitle: 'Ce que vous pouvez vérifier',
    lookAgain: 'Vérifier à nouveau',
    cancelled: 'Le dernier essai a été annulé.',
    answeredAt: (when) => `Réponse du ${when}`,
  },
};
