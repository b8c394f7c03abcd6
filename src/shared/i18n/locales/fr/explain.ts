import type { ExplainMessages } from '../../messages.ts';

export const explain: ExplainMessages = {
  title: 'Expliquer une erreur',
  intro:
    'Collez ce que montre une page, un programme, un journal ou un e-mail revenu. Vous lisez ce que cela signifie, qui peut y remédier et où cliquer. Rien n’en est conservé.',
  text: 'Texte de l’erreur',
  textHint:
    'Une réponse, des lignes de journal, un e-mail revenu en entier ou l’adresse d’une page qui contient «\u00a0error\u00a0».',
  empty: 'Collez d’abord le texte de l’erreur.',
  tooLong: (most) =>
    `Le texte est trop long. Gardez la partie qui contient l’erreur\u00a0: ${most} caractères au plus.`,
  origin: 'D’où vient-il',
  originHint: 'Seulement si cela a été mal reconnu.',
  findOut: 'Reconnaître d’après le texte',
  protocols: {
    entra: 'Connexion auprès de Microsoft',
    graph: 'Calendrier, contacts, tâches, courrier',
    smtp: 'Envoi d’e-mails (SMTP)',
    pop3: 'Relève des e-mails (POP3)',
    network: 'Liaison',
    bot: 'Bot dans Teams',
  },
  stages: {
    'app-token': 'Connexion de l’inscription',
    'code-exchange': 'Fin de la connexion d’une personne',
    refresh: 'Renouvellement de la connexion d’une personne',
    'authorize-callback': 'Page de connexion de Microsoft',
    'admin-consent-callback': 'Page de Microsoft pour le consentement administrateur',
    'graph-probe': 'Accès à une boîte aux lettres',
    'graph-provision': 'Mise en place de l’inscription',
    'smtp-connect': 'Liaison pour l’envoi',
    'smtp-auth': 'Connexion pour l’envoi',
    'smtp-send': 'Envoi d’un e-mail',
    'pop3-connect': 'Liaison pour la relève',
    'pop3-auth': 'Connexion pour la relève',
    'pop3-retrieve': 'Relève des e-mails',
    'bot-inbound': 'Message au bot',
    'bot-send': 'Message du bot',
  },
  button: 'Expliquer une erreur',
  explaining: 'Explication en cours',
  failed: 'Le texte n’a pas pu être expliqué',
  clear: 'Vider le champ',
  examples: 'Exemples à essayer',
  exampleNames: {
    secret: 'Secret expiré',
    smtp: 'Envoi refusé',
    pop3: 'Relève refusée',
    bounce: 'E-mail revenu',
    network: 'Pas de liaison',
  },
  result: 'Ce que cela signifie',
  takenFor: (place) => `Reconnu comme\u00a0: ${place}.`,
  takenForHint:
    'Si ce n’est pas juste, choisissez ci-dessus d’où vient le texte et faites-le expliquer encore.',
  unknownHint:
    'Collez-en davantage\u00a0: la réponse entière, les lignes qui précèdent et qui suivent, ou l’e-mail revenu en entier. Ou choisissez ci-dessus d’où vient le texte.',
  passes: 'Est-ce que cela passera tout seul',
  passesAnswers: {
    no: 'Non. Réessayer ne sert à rien.',
    later: 'Probablement. Réessayez plus tard.',
    'after-fix': 'Non. Cela fonctionnera de nouveau une fois la cause éliminée.',
    'sign-in-again': 'Non. Cela fonctionnera de nouveau après une nouvelle connexion.',
  },
  signIn: 'Une nouvelle connexion est-elle nécessaire',
  signInAnswers: {
    lost: 'Oui. La connexion enregistrée n’est plus valable.',
    needed: 'Oui. La personne à qui appartient le compte doit se reconnecter.',
    no: 'Non.',
  },
  copyForSupporter: 'Copier un message pour mon support informatique',
  supporterIntro:
    'Bonjour,\n\nLa liaison de LEGAL 365 avec Microsoft 365 signale une erreur. Ce qu’elle signifie\u00a0:',
  secretsTitle: 'Le texte contient quelque chose de secret',
  secretsText:
    'Ce secret n’a pas été conservé et il est masqué dans tout ce qui est montré ici. Toute autre personne qui a le texte peut l’utiliser.',
  secretKinds: {
    'client-secret':
      'Secret client\u00a0: remplacez-le par un nouveau dans Microsoft Entra si d’autres ont pu le voir.',
    'access-token':
      'Jeton d’accès\u00a0: il expire de lui-même, en général en une heure environ. Ne le transmettez pas d’ici là.',
    'refresh-token':
      'Jeton d’actualisation\u00a0: un administrateur devrait révoquer les sessions de cette personne si d’autres ont pu le voir.',
    'authorization-code':
      'Code de connexion\u00a0: il expire après quelques minutes et ne sert qu’une fois. Ne le transmettez pas d’ici là.',
    password: 'Mot de passe\u00a0: changez-le si d’autres ont pu le voir.',
    'service-key':
      'Clé de service de LEGAL 365 Connect\u00a0: révoquez-la et créez-en une nouvelle si d’autres ont pu la voir.',
  },
  masked: 'Le texte sans le secret',
  useMasked: 'Remplacer mon texte par celui-ci',
};
