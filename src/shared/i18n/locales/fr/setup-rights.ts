import type { SetupMessages } from '../../messages.ts';

export const permissionsStep: SetupMessages['permissionsStep'] = {
  intro:
    'L’inscription doit nommer ce que LEGAL 365 peut faire. Ici, vous ajoutez seulement les autorisations ; elles prennent effet avec le consentement administrateur de l’étape suivante.',
  modulesNote: 'Ces autorisations correspondent aux modules choisis pour cette entité.',
  toModules: 'Choisir d’autres modules',
  application: {
    title: 'Autorisations d’application : ce que LEGAL 365 fait lui-même',
    steps: [
      'Dans le menu de l’inscription, ouvrez {apiPermissions} et cliquez sur {addPermission}.',
      'Choisissez {microsoftGraph}, puis {applicationPermissions}.',
      'Collez le nom de chaque autorisation ci-dessous dans le champ de recherche, ouvrez le groupe qui apparaît et cochez l’autorisation.',
      'Cliquez sur {addPermissions} quand toutes sont cochées.',
    ],
  },
  delegated: {
    title: 'Autorisations déléguées : les boîtes aux lettres du communicateur',
    why: 'Elles permettent à une personne de se connecter à sa boîte aux lettres pour que le communicateur, la partie e-mail de LEGAL 365, en relève et en envoie les e-mails.',
    steps: [
      'Cliquez encore une fois sur {addPermission} et choisissez {microsoftGraph}, puis cette fois {delegatedPermissions}.',
      'Cochez ces trois de la même manière et cliquez sur {addPermissions}.',
    ],
  },
  reasons: {
    'POP.AccessAsUser.All':
      'LEGAL 365 relève les e-mails d’une boîte aux lettres dont le titulaire s’est connecté.',
    'SMTP.Send': 'LEGAL 365 envoie des e-mails depuis cette boîte aux lettres.',
    offline_access: 'Le titulaire n’a pas à se reconnecter toutes les heures.',
  },
  allApplication:
    'Toutes les autorisations d’application, pour vos notes (la recherche du portail n’en trouve qu’une à la fois)',
  allDelegated:
    'Toutes les autorisations déléguées, pour vos notes (la recherche du portail n’en trouve qu’une à la fois)',
  traps: [
    'Calendars.ReadWrite, Contacts.ReadWrite, Mail.ReadWrite et Mail.Send existent dans les deux listes. Sous {delegatedPermissions}, elles ne servent à rien pour LEGAL 365 : prenez-les sous {applicationPermissions}.',
    'Ajouté n’est pas encore accordé : jusqu’au consentement, la colonne « État » (Status) reste vide ou montre un avertissement. C’est normal.',
    'User.Read, qu’Entra ajoute de lui-même, peut rester.',
  ],
  tick: 'Toutes les autorisations sont ajoutées',
  seen: 'Après le consentement, les autorisations d’application figurent dans le jeton de l’application, et ce qui manque s’affiche ici. Les autorisations déléguées n’y figurent pas ; c’est donc votre coche qui compte.',
  allGranted: 'Toutes les autorisations d’application nécessaires aux modules sont accordées.',
  missing: (rights) => `Il manque : ${rights}`,
  surplus: (rights) =>
    `Plus que ce dont les modules ont besoin : ${rights}. Retirez-les sous Autorisations de l’API (API permissions), sauf si autre chose les utilise.`,
  redirectMissing:
    'Personne n’a encore coché que les URI de redirection sont saisis. Sans eux, la réponse au consentement et la connexion des boîtes aux lettres ne fonctionnent pas.',
  toRedirect: 'Vers les URI de redirection',
};

export const smtpStep: SetupMessages['smtpStep'] = {
  intro:
    'Pour que le communicateur, la partie e-mail de LEGAL 365, puisse envoyer depuis une boîte aux lettres, « SMTP authentifié » doit y être activé ; pour relever les e-mails, POP aussi, ce qui est généralement le cas. Dans les organisations créées après janvier 2020, SMTP authentifié est d’abord désactivé. Si vous n’utilisez pas le communicateur, vous pouvez sauter cette étape.',
  center: {
    title: 'Pour quelques boîtes aux lettres : dans le centre d’administration Microsoft 365',
    steps: [
      'Ouvrez {activeUsers} et choisissez la personne.',
      'Ouvrez l’onglet {mail} et là {manageEmailApps}.',
      'Cochez {authenticatedSmtp} et {pop}, puis cliquez sur {saveChanges}.',
      'Répétez cela pour chaque boîte aux lettres du communicateur, partagées comprises.',
    ],
  },
  shell: {
    title: 'Pour de nombreuses boîtes aux lettres : avec PowerShell',
    mailbox: 'Boîte aux lettres dans les commandes',
    connect: 'Une fois : installer le module et se connecter',
    mailboxOn: 'Activer pour cette boîte aux lettres',
    look: 'Voir où cela en est',
    organisationLook: 'Voir le réglage de l’organisation',
  },
  organisation: {
    title: 'Pour toute l’organisation : mieux vaut éviter',
    text: 'Le réglage d’une boîte aux lettres l’emporte sur celui de l’organisation ; là, cela peut donc rester désactivé. Si vous voulez tout de même l’activer pour tous :',
    steps: ['Ouvrez {settings} et {mailFlow}.', 'Décochez {turnOffSmtp} et cliquez sur {save}.'],
    command: 'La même chose avec PowerShell',
  },
  traps: [
    'Paramètres de sécurité par défaut (security defaults) : Microsoft écrit que SMTP authentifié est désactivé tant qu’ils sont en vigueur. Si l’envoi échoue bien que la boîte aux lettres soit activée, demandez à la personne responsable de votre sécurité de les remplacer par l’accès conditionnel ; ne les désactivez pas sans remplacement.',
    'Une stratégie d’authentification qui bloque l’authentification de base pour SMTP peut aussi l’empêcher.',
    'LEGAL 365 se connecte avec OAuth et non avec un mot de passe : la fin de l’authentification de base chez Microsoft ne le concerne pas.',
    'Un changement prend quelques minutes, environ un quart d’heure.',
  ],
  tick: 'SMTP authentifié est activé pour les boîtes aux lettres du communicateur',
  seen: 'D’ici, cela ne se voit pas encore. Le test SMTP d’une boîte aux lettres viendra avec une version ultérieure de LEGAL 365 Connect ; jusque-là, votre coche compte.',
};

export const testStep: SetupMessages['testStep'] = {
  intro:
    'Le test demande à Microsoft un jeton tout neuf et essaie de lire avec chaque module. N’est vert que ce qui vient de recevoir une réponse ; l’envoi d’e-mails se fonde sur le droit inscrit dans le jeton tant qu’aucun e-mail de test n’a été envoyé.',
  needsValues: 'Il n’y a encore rien à tester : les valeurs ne sont pas enregistrées.',
  toValues: 'Vers les valeurs',
  seen: 'Chaque module a une coche verte. Ce qui est rouge dit ce qui manque, qui peut le résoudre et où cliquer.',
};
