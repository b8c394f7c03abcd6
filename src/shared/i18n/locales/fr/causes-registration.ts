import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** The app registration, its consent and its tokens. */
export const registrationCauses = {
  'secret-wrong': {
    title: 'Le secret client n’est pas accepté',
    meaning:
      'LEGAL 365 ne peut échanger aucune donnée avec Microsoft 365. Microsoft ne reconnaît pas le secret enregistré ici : souvent, l’ID de secret a été copié à la place de la valeur, la valeur a été tronquée, ou le secret a été supprimé.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Inscriptions d’applications » (App registrations), puis votre application, puis « Certificats & secrets » (Certificates & secrets).',
      'Choisissez « Nouveau secret client » (New client secret), 24 mois, « Ajouter ». Copiez aussitôt la colonne « Valeur » (Value) : elle n’est affichée que cette fois-ci. L’ID de secret (Secret ID) à côté ne sert à rien ici.',
      'Collez la valeur ici sous « Information d’identification du client (valeur) » et choisissez « Enregistrer et tester ».',
      'Utilisez la même valeur pour chaque entité qui partage cette application.',
    ],
  },
  'secret-expired': {
    title: 'Le secret client a expiré',
    meaning:
      'LEGAL 365 ne peut échanger aucune donnée avec Microsoft 365 tant qu’un nouveau secret n’est pas enregistré. La date de fin du secret actuel est passée. Le consentement et les connexions des boîtes aux lettres restent valables.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Inscriptions d’applications » (App registrations), puis votre application, puis « Certificats & secrets » (Certificates & secrets).',
      'Choisissez « Nouveau secret client » (New client secret), 24 mois, « Ajouter », et copiez aussitôt la colonne « Valeur » (Value).',
      'Collez ici la valeur et la date de fin et choisissez « Enregistrer et tester ».',
      'Quand le test est vert pour chaque entité qui partage cette application, supprimez le secret expiré dans le portail.',
    ],
  },
  'secret-missing': {
    title: 'Aucun secret client n’a été envoyé',
    meaning:
      'La connexion n’est pas possible. Microsoft attendait le secret de l’application et n’en a reçu aucun : soit aucun n’est enregistré ici, soit l’URI de redirection de l’application se trouve sous la mauvaise plateforme.',
    steps: [
      'Vérifiez qu’une information d’identification du client est enregistrée pour cette entité.',
      'Dans le centre d’administration Microsoft Entra, ouvrez « Inscriptions d’applications » (App registrations), puis votre application, puis « Authentification » (Authentication). L’URI de redirection de LEGAL 365 Connect doit figurer sous la plateforme « Web ».',
      'Si les deux sont corrects, envoyez la réponse de Microsoft ci-dessous à l’assistance LEGAL 365.',
    ],
  },
  'app-not-found': {
    title: 'L’application est inconnue dans cet annuaire',
    meaning:
      'LEGAL 365 n’atteint pas Microsoft 365. L’annuaire indiqué ne contient aucune application avec cet ID d’application : l’un des deux ID est faux, l’ID d’objet a été copié à la place de l’ID d’application, ou l’application a été supprimée.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Inscriptions d’applications » (App registrations), puis votre application, puis « Vue d’ensemble » (Overview).',
      'Copiez « ID d’application (client) » (Application (client) ID) et « ID de l’annuaire (locataire) » (Directory (tenant) ID) et comparez-les aux valeurs saisies ici. L’ID d’objet est un autre numéro.',
      'Si l’application vient d’être inscrite, attendez deux minutes.',
      'Choisissez « Enregistrer et tester ».',
    ],
  },
  'app-disabled': {
    title: 'L’application est désactivée',
    meaning:
      'LEGAL 365 n’a pas accès à Microsoft 365. Quelqu’un dans votre étude, ou Microsoft, a désactivé la connexion pour cette application.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Applications d’entreprise » (Enterprise apps), puis votre application, puis « Propriétés » (Properties).',
      'Mettez « Activé pour que les utilisateurs se connectent » (Enabled for users to sign in) sur « Oui » et enregistrez.',
      'Si ce n’est pas possible, Microsoft a bloqué l’application : inscrivez-en une nouvelle et saisissez ses valeurs ici.',
      'Choisissez « Tester la connexion ».',
    ],
  },
  'app-config-wrong': {
    title: 'Un réglage de l’inscription d’application ne convient pas',
    meaning:
      'Microsoft connaît l’application, mais refuse cette étape. La plateforme de l’URI de redirection, les types de comptes, la liste des autorisations ou une règle de votre organisation sur les secrets ne convient pas. La réponse de Microsoft ci-dessous dit laquelle.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Inscriptions d’applications » (App registrations), puis votre application, puis « Authentification » (Authentication). L’URI de redirection doit figurer sous « Web », le type de compte est « Comptes dans cet annuaire organisationnel uniquement ».',
      'Sous « Autorisations de l’API » (API permissions), comparez la liste à celle de la configuration ici et ajoutez ce qui manque.',
      'Si la réponse parle d’une stratégie pour les secrets, choisissez une durée plus courte ou faites exempter cette application.',
      'Répétez l’étape.',
    ],
  },
  'tenant-not-found': {
    title: 'L’annuaire est introuvable',
    meaning:
      'LEGAL 365 n’atteint pas votre Microsoft 365. Microsoft ne connaît aucun annuaire avec l’ID indiqué ; il contient peut-être une faute de frappe ou appartient à un autre cloud de Microsoft.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Inscriptions d’applications » (App registrations), puis votre application, puis « Vue d’ensemble » (Overview).',
      'Copiez « ID de l’annuaire (locataire) » (Directory (tenant) ID) avec le bouton de copie et collez-le ici.',
      'Choisissez « Enregistrer et tester ».',
    ],
  },
  'consent-missing': {
    title: 'Le consentement manque',
    meaning:
      'LEGAL 365 ne peut pas encore lire ni modifier ces données. Personne n’a consenti à ce que l’application peut faire, ou le consentement a été retiré.',
    steps: [
      'Pour toute l’étude : choisissez ici « Accorder le consentement administrateur » et connectez-vous comme Administrateur général ou Administrateur de rôle privilégié. Dans le portail : « Inscriptions d’applications », votre application, « Autorisations de l’API », « Accorder un consentement d’administrateur » (Grant admin consent).',
      'Attendez une minute, puis choisissez « Tester la connexion ». Microsoft a besoin d’un moment pour transmettre le consentement.',
    ],
  },
  'admin-approval-needed': {
    title: 'Un administrateur doit donner son accord',
    meaning:
      'Vous ne pouvez pas terminer cette étape vous-même. Dans votre organisation, seul un administrateur peut consentir à ce que l’application demande.',
    steps: [
      'Demandez à un Administrateur général ou à un Administrateur de rôle privilégié de choisir ici « Accorder le consentement administrateur ». Le rôle Administrateur d’application ne suffit pas pour ces autorisations.',
      'Si Microsoft propose d’envoyer une demande, envoyez-la. Les administrateurs la trouvent sous « Applications d’entreprise », « Demandes de consentement administrateur » (Admin consent requests).',
      'Répétez ensuite votre étape.',
    ],
  },
  'user-declined': {
    title: 'La page de consentement a été annulée',
    meaning:
      'Rien n’a changé. Sur la page de Microsoft, quelqu’un a choisi « Annuler » ou n’avait pas le droit de consentir.',
    steps: [
      'Recommencez l’étape et acceptez les autorisations sur la page de Microsoft. Elles ne servent qu’aux modules choisis ici.',
      'Pour le consentement de toute l’étude, connectez-vous comme Administrateur général ou Administrateur de rôle privilégié.',
    ],
  },
  'resource-not-in-tenant': {
    title: 'Le service manque dans votre annuaire',
    meaning:
      'Les données ne sont pas accessibles, car Exchange Online ou un autre service nécessaire ne fait pas partie de cet annuaire : il n’y a pas d’abonnement, il est échu, ou les boîtes aux lettres se trouvent dans un autre annuaire.',
    steps: [
      'Vérifiez que l’ID de l’annuaire (locataire) est bien celui de l’annuaire qui contient vos boîtes aux lettres.',
      'Dans le centre d’administration Microsoft 365, ouvrez « Facturation » (Billing), « Vos produits » (Your products), et regardez si un abonnement avec Exchange Online est actif.',
      'Si l’inscription d’application contient une autorisation d’un service qui n’existe plus, retirez-la et accordez de nouveau le consentement administrateur.',
      'Choisissez « Tester la connexion ».',
    ],
  },
  'redirect-mismatch': {
    title: 'L’URI de redirection n’est pas enregistrée',
    meaning:
      'La connexion et le consentement se terminent sur une page de Microsoft au lieu de revenir ici. L’adresse de retour n’est pas inscrite dans l’application, ou diffère d’un caractère.',
    steps: [
      'Copiez l’URI de redirection affichée dans la configuration ici.',
      'Dans le centre d’administration Microsoft Entra, ouvrez « Inscriptions d’applications » (App registrations), puis votre application, puis « Authentification » (Authentication), « Ajouter une plateforme » (Add a platform), « Web », et collez-la. Elle doit correspondre au caractère près.',
      'Enregistrez, attendez une minute et répétez l’étape.',
    ],
  },
  'request-malformed': {
    title: 'Microsoft n’a pas accepté notre demande',
    meaning:
      'Cette étape a échoué à cause de la manière dont LEGAL 365 Connect a posé la question. Vous n’avez rien fait de faux.',
    steps: [
      'Essayez encore une fois.',
      'Si cela échoue de nouveau, envoyez la réponse de Microsoft ci-dessous à l’assistance LEGAL 365.',
    ],
  },
  'permission-missing': {
    title: 'Une autorisation manque',
    meaning:
      'Ce module ne peut pas fonctionner. L’application n’a pas l’autorisation indiquée ci-dessous, celle-ci a été ajoutée comme autorisation déléguée et non comme autorisation de l’application, ou personne n’y a encore consenti.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, ouvrez « Inscriptions d’applications » (App registrations), puis votre application, puis « Autorisations de l’API » (API permissions), « Ajouter une autorisation », « Microsoft Graph », « Autorisations de l’application » (Application permissions).',
      'Cochez l’autorisation indiquée ci-dessous et choisissez « Ajouter des autorisations ».',
      'Choisissez « Accorder un consentement d’administrateur » (Grant admin consent). L’état doit indiquer que le consentement est accordé. Il faut pour cela un Administrateur général ou un Administrateur de rôle privilégié.',
      'Attendez une minute, puis choisissez « Tester la connexion ».',
    ],
  },
  'policy-restricts-mailbox': {
    title: 'Votre étude tient l’application à l’écart de cette boîte aux lettres',
    meaning:
      'L’autorisation est là, mais une règle dans Exchange limite l’application à certaines boîtes aux lettres, et celle-ci n’en fait pas partie. Si c’est voulu, tout est en ordre : il suffit de changer la boîte de test.',
    steps: [
      'Si la boîte doit rester fermée, choisissez ici une autre boîte de test, située dans le groupe autorisé.',
      'Sinon, un administrateur Exchange ajoute la boîte au groupe ou à l’étendue de la règle (RBAC for Applications ou Application Access Policy).',
      'Les modifications de telles règles prennent jusqu’à deux heures. Choisissez ensuite « Tester la connexion ».',
    ],
  },
  'token-wrong-audience': {
    title: 'L’accès était destiné à un autre service',
    meaning:
      'Cette étape a échoué parce que LEGAL 365 Connect a présenté un jeton d’accès destiné à un autre service de Microsoft.',
    steps: [
      'Testez la connexion encore une fois.',
      'Si cela échoue de nouveau, envoyez la réponse de Microsoft ci-dessous à l’assistance LEGAL 365.',
    ],
  },
  'token-invalid': {
    title: 'Le jeton d’accès n’a pas été accepté',
    meaning:
      'Microsoft a refusé le jeton d’accès de courte durée. En général, le suivant fonctionne ; il se peut aussi que l’horloge du serveur soit déréglée.',
    steps: [
      'Choisissez « Tester la connexion » : un nouveau jeton est demandé.',
      'Si cela échoue de nouveau, vérifiez l’heure du serveur et envoyez la réponse de Microsoft ci-dessous à l’assistance LEGAL 365.',
    ],
  },
  'cae-challenge': {
    title: 'Microsoft demande un nouveau jeton d’accès',
    meaning:
      'Rien n’est cassé. Une règle ou un compte a changé, et Microsoft n’accepte plus l’ancien jeton. Un nouveau est demandé automatiquement.',
    steps: [
      'Choisissez de nouveau « Tester la connexion ».',
      'Si cela se répète, un administrateur cherche dans les journaux de connexion (Sign-in logs) du centre d’administration Microsoft Entra la stratégie d’accès conditionnel qui concerne cette application.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
