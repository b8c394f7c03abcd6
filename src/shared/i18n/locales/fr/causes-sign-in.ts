import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** The person who signs in to a mailbox. */
export const signInCauses = {
  'code-expired-or-used': {
    title: 'La connexion a duré trop longtemps ou a déjà servi',
    meaning:
      'La boîte aux lettres n’est pas encore connectée. La confirmation que Microsoft envoie après la connexion vaut quelques minutes et une seule fois ; recharger la page l’épuise.',
    steps: [
      'Choisissez de nouveau « Se connecter avec Microsoft » et allez jusqu’au bout sans recharger la page.',
    ],
  },
  'mfa-required': {
    title: 'Un second facteur est nécessaire',
    meaning:
      'Le courrier de cette boîte est en attente jusqu’à votre connexion. Votre organisation demande une seconde confirmation, par exemple dans l’application Authenticator.',
    steps: [
      'Choisissez « Se connecter avec Microsoft » et confirmez avec votre second facteur.',
      'Si Microsoft vous demande d’en configurer un, suivez la page jusqu’au bout.',
    ],
  },
  'conditional-access': {
    title: 'Une stratégie de votre organisation bloque l’accès',
    meaning:
      'La connexion est arrêtée volontairement : une stratégie d’accès conditionnel n’autorise pas ce lieu, cet appareil ou cette application. Se connecter de nouveau ne sert à rien.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Surveillance et intégrité » (Monitoring & health), « Journaux de connexion » (Sign-in logs) et cherchez l’entrée avec l’ID de corrélation ci-dessous. Sous « Accès conditionnel » (Conditional Access) figure la stratégie.',
      'Exemptez cette application de la stratégie ou autorisez l’adresse réseau du serveur de LEGAL 365 Connect. Les renouvellements viennent du serveur, non de l’ordinateur de la personne.',
      'Répétez ensuite la connexion ou choisissez « Tester la connexion ».',
    ],
  },
  'interaction-required': {
    title: 'Une nouvelle connexion est nécessaire',
    meaning:
      'Le courrier de cette boîte est en attente jusqu’à ce que quelqu’un se connecte. Microsoft veut voir la personne et ne dit pas pourquoi.',
    steps: ['Choisissez « Se connecter avec Microsoft » et suivez les pages jusqu’au bout.'],
  },
  'refresh-token-expired': {
    title: 'La connexion est arrivée à échéance',
    meaning:
      'Le courrier de cette boîte est en attente jusqu’à votre nouvelle connexion. L’ancienne n’a pas servi pendant trop longtemps, ou votre organisation en demande une nouvelle à intervalles réguliers.',
    steps: [
      'Choisissez « Se connecter avec Microsoft ».',
      'Si cela se répète en l’espace de quelques jours, un administrateur vérifie la fréquence de connexion dans l’accès conditionnel (Conditional Access) et que l’URI de redirection de l’application figure sous « Web ».',
    ],
  },
  'grant-revoked': {
    title: 'La connexion a été révoquée',
    meaning:
      'Le courrier de cette boîte est en attente jusqu’à votre nouvelle connexion. Après un changement de mot de passe, ou quand un administrateur met fin à toutes les sessions, Microsoft n’accepte plus l’ancienne connexion.',
    steps: [
      'Choisissez « Se connecter avec Microsoft ».',
      'Si vous n’avez rien changé, demandez à votre administrateur si des sessions ont été fermées.',
    ],
  },
  'user-disabled': {
    title: 'Le compte est bloqué',
    meaning:
      'Cette boîte aux lettres ne peut pas être utilisée : le compte n’a pas le droit de se connecter.',
    steps: [
      'Dans le centre d’administration Microsoft 365, ouvrez « Utilisateurs », « Utilisateurs actifs », la personne, et débloquez la connexion (Unblock sign-in). Un compte qui vient de votre propre serveur se débloque là-bas.',
      'Si la personne est partie, retirez la boîte aux lettres ici.',
    ],
  },
  'user-locked-or-password': {
    title: 'Le compte est verrouillé ou le mot de passe ne convient pas',
    meaning:
      'La connexion n’a pas abouti. Le mot de passe est faux ou expiré, ou le compte est verrouillé quelques minutes après trop d’essais.',
    steps: [
      'Attendez un quart d’heure, connectez-vous à Microsoft 365 dans le navigateur et changez le mot de passe si c’est demandé.',
      'Choisissez ensuite ici « Se connecter avec Microsoft ».',
    ],
  },
  'user-not-assigned': {
    title: 'La personne ne peut pas utiliser l’application',
    meaning:
      'La connexion a été refusée, car dans votre organisation seules des personnes désignées peuvent utiliser cette application, et cette personne n’en fait pas partie.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Applications d’entreprise » (Enterprise apps), puis votre application, puis « Utilisateurs et groupes » (Users and groups), et ajoutez la personne. Les groupes à l’intérieur de groupes ne comptent pas.',
      'Ou mettez « Affectation requise » (Assignment required) sur « Non » sous « Propriétés » (Properties).',
      'Répétez la connexion.',
    ],
  },
  'wrong-account': {
    title: 'Connexion avec un autre compte',
    meaning:
      'Le compte connecté ne convient pas : il appartient à un autre annuaire, c’est un compte privé, ou il n’a pas le droit d’ouvrir cette boîte aux lettres.',
    steps: [
      'Choisissez de nouveau « Se connecter avec Microsoft » et prenez le compte de votre étude ou « Utiliser un autre compte ».',
      'Si le navigateur choisit toujours le mauvais, ouvrez le lien dans une fenêtre privée.',
      'Pour une boîte aux lettres partagée, un administrateur ouvre dans le centre d’administration Exchange « Destinataires » (Recipients), « Boîtes aux lettres », la boîte, « Délégation » (Delegation), et ajoute la personne sous « Lire et gérer (Accès total) » (Read and manage). Cela prend jusqu’à une heure.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
