import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** Mailboxes, retrieval and sending. */
export const mailCauses = {
  'mailbox-missing': {
    title: 'Il n’y a pas de boîte aux lettres à cette adresse',
    meaning:
      'Pour cette adresse, rien ne peut être lu ni écrit. Elle n’a pas de boîte dans Exchange Online : une faute de frappe, pas de licence, une boîte encore sur votre propre serveur, ou créée à l’instant.',
    steps: [
      'Vérifiez l’orthographe de l’adresse.',
      'Dans le centre d’administration Microsoft 365, ouvrez « Utilisateurs », « Utilisateurs actifs », la personne, « Licences et applications » (Licenses and apps). Une licence avec Exchange Online doit être cochée.',
      'Pour le test, choisissez l’adresse d’une personne qui a réellement une boîte aux lettres.',
      'Une nouvelle boîte demande jusqu’à un jour. Choisissez ensuite « Tester la connexion ».',
    ],
  },
  'mailbox-full': {
    title: 'La boîte aux lettres est pleine',
    meaning: 'Cette boîte n’accepte plus de nouvelles entrées ni de nouveaux e-mails.',
    steps: [
      'Dans Outlook, videz « Éléments supprimés » et supprimez ou archivez les grands e-mails.',
      'Ou demandez plus d’espace à votre administrateur.',
    ],
  },
  'smtp-auth-disabled-tenant': {
    title: 'Le SMTP authentifié est désactivé dans votre organisation',
    meaning:
      'Aucun e-mail ne peut être envoyé depuis LEGAL 365. Votre organisation a désactivé cette voie pour toutes les boîtes aux lettres.',
    steps: [
      'Activez-la seulement pour les boîtes concernées : centre d’administration Microsoft 365, « Utilisateurs » (Users), « Utilisateurs actifs » (Active users), la personne, « Courrier » (Mail), « Gérer les applications de messagerie » (Manage email apps), « SMTP authentifié » (Authenticated SMTP), puis enregistrez.',
      'Attendez un quart d’heure et choisissez « Envoyer un e-mail de test ».',
    ],
  },
  'smtp-auth-disabled-mailbox': {
    title: 'Le SMTP authentifié est désactivé pour cette boîte aux lettres',
    meaning: 'Aucun e-mail ne peut être envoyé depuis cette boîte.',
    steps: [
      'Dans le centre d’administration Microsoft 365, ouvrez « Utilisateurs » (Users), « Utilisateurs actifs » (Active users), la personne, « Courrier » (Mail), « Gérer les applications de messagerie » (Manage email apps), cochez « SMTP authentifié » (Authenticated SMTP) et enregistrez.',
      'Attendez un quart d’heure et choisissez « Envoyer un e-mail de test ».',
    ],
  },
  'basic-auth-disabled': {
    title: 'La connexion par mot de passe n’est plus possible',
    meaning:
      'Microsoft a désactivé, pour le courrier, la connexion avec nom d’utilisateur et mot de passe. Seul « Se connecter avec Microsoft » fonctionne.',
    steps: [
      'Choisissez « Se connecter avec Microsoft » pour cette boîte aux lettres.',
      'Si cela échoue de nouveau, envoyez la réponse de Microsoft ci-dessous à l’assistance LEGAL 365.',
    ],
  },
  'auth-policy-blocked': {
    title: 'Une règle de sécurité refuse cette manière de se connecter',
    meaning:
      'Les e-mails ne peuvent être ni relevés ni envoyés. Les paramètres de sécurité par défaut ou une stratégie d’authentification de votre organisation l’empêchent.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Vue d’ensemble » (Overview), « Propriétés » (Properties) et regardez si les paramètres de sécurité par défaut (Security defaults) sont activés.',
      'Un administrateur Exchange vérifie la stratégie d’authentification de la boîte et autorise POP et SMTP avec l’authentification moderne.',
      'Testez ensuite la boîte aux lettres encore une fois.',
    ],
  },
  'ambiguous-auth': {
    title: 'Le serveur de messagerie a refusé la connexion sans dire pourquoi',
    meaning:
      'Le courrier de cette boîte n’est pas accessible. Microsoft donne la même réponse pour plusieurs causes ; les plus probables figurent ci-dessous.',
    steps: [
      'Dans le centre d’administration Microsoft 365, ouvrez « Utilisateurs » (Users), « Utilisateurs actifs » (Active users), la personne, « Courrier » (Mail), « Gérer les applications de messagerie » (Manage email apps) et cochez « POP » et « SMTP authentifié » (Authenticated SMTP).',
      'Vérifiez que l’adresse est juste et que la boîte a une licence avec Exchange Online. Une boîte partagée n’en a pas besoin : là, la personne connectée doit avoir le droit « Lire et gérer (Accès total) » (Read and manage), dans le centre d’administration Exchange sous « Destinataires », « Boîtes aux lettres », la boîte, « Délégation ».',
      'Choisissez de nouveau « Se connecter avec Microsoft », puis testez la boîte aux lettres.',
    ],
  },
  'send-as-denied': {
    title: 'Cette adresse d’expéditeur n’est pas autorisée',
    meaning: 'L’e-mail n’a pas été envoyé. Le compte connecté n’a pas le droit d’envoyer sous cette adresse.',
    steps: [
      'Envoyez avec l’adresse propre de la boîte aux lettres, ou',
      'dans le centre d’administration Exchange, ouvrez « Destinataires » (Recipients), « Boîtes aux lettres », la boîte, « Délégation » (Delegation), et ajoutez la personne sous « Envoyer en tant que » (Send as). Cela prend jusqu’à une heure.',
    ],
  },
  'sending-blocked': {
    title: 'Microsoft a arrêté les envois de ce compte',
    meaning:
      'Aucun e-mail ne sort plus de ce compte ou de cette organisation, car ils passent pour une source de courrier indésirable.',
    steps: [
      'Vérifiez si quelqu’un d’autre utilise le compte et changez le mot de passe.',
      'Dans le portail Microsoft Defender, ouvrez « E-mail et collaboration » (Email & collaboration), « Révision » (Review), « Entités restreintes » (Restricted entities) et libérez le compte.',
    ],
  },
  'send-limit-exceeded': {
    title: 'La limite d’envoi est atteinte',
    meaning:
      'Pour le moment, aucun e-mail ne sort plus de cette boîte. Microsoft limite les e-mails par minute et les destinataires par jour.',
    steps: [
      'Attendez ; l’envoi est retenté plus tard.',
      'Pour des envois à de nombreuses personnes, utilisez un service prévu à cet effet.',
    ],
  },
  'too-many-connections': {
    title: 'Trop de connexions à la fois',
    meaning: 'Plusieurs programmes utilisent la boîte en même temps. Un nouvel essai a lieu automatiquement.',
    steps: ['Si cela se répète, fermez les autres programmes de messagerie qui relèvent cette boîte.'],
  },
  'message-too-large': {
    title: 'Le message est trop grand',
    meaning:
      'L’e-mail n’a pas été envoyé, car il dépasse la taille acceptée par la boîte ou par le destinataire.',
    steps: ['Réduisez les pièces jointes ou partagez-les par un lien.', 'Envoyez de nouveau.'],
  },
  'recipient-rejected': {
    title: 'Le destinataire a été refusé',
    meaning:
      'L’e-mail n’a pas été remis à cette adresse : elle n’existe pas ou n’accepte pas votre courrier.',
    steps: ['Vérifiez l’orthographe de l’adresse ou demandez-la à la personne par une autre voie.'],
  },
  'starttls-missing': {
    title: 'Aucune connexion chiffrée n’a été proposée',
    meaning:
      'Rien n’est envoyé, afin que rien ne circule sans chiffrement. Microsoft propose toujours le chiffrement : un appareil de votre réseau le supprime.',
    steps: [
      'Faites désactiver par votre responsable réseau le contrôle du courrier pour smtp.office365.com, port 587, dans le pare-feu ou l’antivirus.',
      'Testez la boîte aux lettres encore une fois.',
    ],
  },
  'pop-disabled-or-no-licence': {
    title: 'POP est désactivé ou la licence manque',
    meaning: 'Le courrier de cette boîte ne peut pas être relevé.',
    steps: [
      'Dans le centre d’administration Microsoft 365, ouvrez « Utilisateurs » (Users), « Utilisateurs actifs » (Active users), la personne, « Courrier » (Mail), « Gérer les applications de messagerie » (Manage email apps), cochez « POP » et enregistrez.',
      'Sous « Licences et applications » (Licenses and apps), vérifiez qu’Exchange Online est coché.',
      'Attendez un quart d’heure et testez la boîte aux lettres encore une fois.',
    ],
  },
  'protocol-misuse': {
    title: 'Le serveur de messagerie ne nous a pas compris',
    meaning:
      'Cette étape a échoué à cause de la manière dont LEGAL 365 Connect a parlé au serveur, ou parce que le port et le chiffrement ne vont pas ensemble.',
    steps: [
      'Vérifiez le nom du serveur et le port dans la configuration.',
      'S’ils sont justes, envoyez la réponse de Microsoft ci-dessous à l’assistance LEGAL 365.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
