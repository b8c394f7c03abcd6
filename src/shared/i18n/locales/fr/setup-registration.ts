import type { SetupMessages } from '../../messages.ts';

export const registrationStep: SetupMessages['registrationStep'] = {
  intro:
    'LEGAL 365 se connecte à Microsoft 365 en tant qu’application. Pour cela, votre annuaire a besoin d’une inscription d’application : elle dit qui est LEGAL 365. Vous la créez une seule fois.',
  register: {
    title: 'Créer l’inscription',
    steps: [
      'Ouvrez {appRegistrations}. Si timeSensor figure déjà dans la liste, revenez à l’étape 1 et choisissez « Nous avons déjà une inscription » ; sinon, cliquez sur {newRegistration}.',
      '{name} : saisissez timeSensor.',
      '{accountTypes} : choisissez {singleTenant}.',
      '{redirectUri} : choisissez la plateforme {web} dans la liste et collez à côté le premier URI de redirection.',
      'Cliquez sur {register}. La vue d’ensemble de la nouvelle inscription s’ouvre.',
    ],
  },
  name: 'Nom de l’inscription',
  redirect: {
    title: 'Ajouter les URI de redirection',
    why: 'C’est à ces adresses que Microsoft renvoie les personnes après leur consentement ou leur connexion. L’ancien article d’aide n’en avait pas besoin, car il ne traite que de ce que LEGAL 365 fait sans personne. La réponse au consentement administrateur et la connexion des boîtes aux lettres en ont besoin.',
    steps: [
      'Dans le menu de l’inscription, ouvrez {authentication}.',
      'Si la plateforme {web} existe, cliquez dessous sur {addUri} et collez les URI de redirection qui manquent.',
      'Sinon, cliquez sur {addPlatform}, choisissez {web}, collez le premier URI de redirection et cliquez sur {configure} ; ajoutez ensuite les autres avec {addUri}.',
      'Cliquez sur {save}.',
    ],
    uris: {
      consent: 'URI de redirection 1 : réponse au consentement administrateur',
      mailbox: 'URI de redirection 2 : connexion des boîtes aux lettres',
      desktop: 'URI de redirection 3 : connexion depuis LEGAL 365 sur le poste de travail',
    },
    platform:
      'Plateforme pour les trois : Web. Sous « Application monopage » (Single-page application), une boîte aux lettres devrait se reconnecter chaque jour.',
    tick: 'Les trois URI de redirection sont saisis sous la plateforme Web',
    tickHint:
      'D’ici, cela ne se voit qu’au moment où Microsoft renvoie quelqu’un ; veuillez donc le cocher vous-même.',
  },
  ids: {
    title: 'Apporter les deux ID ici',
    steps: [
      'Dans le menu de l’inscription, ouvrez {overview}.',
      'Copiez {applicationId} et {directoryId} et collez-les ci-dessous. Vous pouvez aussi sélectionner la page entière, la copier et la coller dans l’un des champs : les ID en sont extraits.',
    ],
    traps: ['Entre les deux se trouve {objectId} : il leur ressemble et n’est pas nécessaire.'],
  },
  seen: 'La forme des ID est vérifiée aussitôt et ce que vous saisissez est conservé chiffré pendant 24 heures. L’étape 4 montre si Microsoft les connaît.',
  stored: 'Cette inscription est enregistrée et a été acceptée par Microsoft.',
  change: 'Modifier les valeurs',
  moreTitle: 'Si un seul annuaire ne suffit pas',
  more: [
    'L’inscription se trouve dans un autre annuaire que le vôtre, par exemple celui d’une société mère : collez l’ID de cet annuaire. Les boîtes aux lettres doivent s’y trouver aussi, car une inscription à locataire unique n’atteint que son propre annuaire.',
    'Plusieurs études, chacune avec son annuaire : créez une inscription dans chaque annuaire et ici une entité pour chacune. C’est la voie la plus propre : chaque étude peut retirer son consentement elle-même.',
    'Une inscription pour plusieurs annuaires : choisissez alors les comptes dans un annuaire organisationnel quelconque. L’administrateur de chaque étude doit consentir dans son propre annuaire, et ici chaque entité reçoit l’ID de l’annuaire où se trouvent ses boîtes aux lettres.',
  ],
};

export const secretStep: SetupMessages['secretStep'] = {
  intro:
    'Le secret client est le mot de passe de l’inscription. Microsoft n’en montre la valeur qu’une seule fois, juste après l’ajout : copiez-la aussitôt et collez-la ici.',
  task: {
    title: 'Ajouter un secret client',
    steps: [
      'Dans le menu de l’inscription, ouvrez {certificatesAndSecrets}, puis {clientSecrets}, et cliquez sur {newClientSecret}.',
      '{description} : saisissez LEGAL 365.',
      '{expires} : choisissez {months24}, la plus longue durée.',
      'Cliquez sur {add}.',
      'Dans la nouvelle ligne, copiez la colonne {value} avec le bouton de copie situé à côté et collez-la ci-dessous.',
    ],
  },
  description: 'Description du secret',
  traps: [
    'À côté se trouve la colonne {secretId} : ce n’est pas le secret. Elle a la forme 1a2b3c4d-…, la valeur non.',
    'Dès que vous quittez la page, la valeur est masquée pour toujours. Ajoutez alors simplement un autre secret ; le précédent peut être supprimé.',
    'Si {months24} n’est pas proposé ou si {newClientSecret} est grisé, une stratégie de votre organisation limite les secrets. Choisissez la plus longue durée proposée ; si aucun n’est permis, demandez à un Administrateur général une exception pour cette inscription.',
  ],
  needsIds: 'Les ID de l’inscription ne sont pas encore ici.',
  toRegistration: 'Vers l’inscription',
  seen: 'La forme de la valeur est vérifiée aussitôt ; un ID de secret est reconnu. Elle est conservée chiffrée pendant 24 heures. L’étape 4 montre si Microsoft l’accepte.',
  stored: 'Un secret est enregistré et a été accepté par Microsoft.',
  problem:
    'Une inscription est enregistrée, mais Microsoft l’a refusée lors du dernier test. Si le secret a expiré ou a été supprimé, ajoutez-en un nouveau et saisissez-le à l’étape 4.',
  change: 'Remplacer le secret',
};

export const valuesStep: SetupMessages['valuesStep'] = {
  intro:
    'Ici, tout se rejoint. « Enregistrer et tester » demande à Microsoft si les valeurs sont justes ; elles ne sont enregistrées qu’ensuite.',
  adoptTitle: 'Où se trouvent les valeurs d’une inscription existante',
  adoptSteps: [
    'Ouvrez {appRegistrations} et cherchez timeSensor, aussi sous toutes les applications.',
    '{overview} : {applicationId} et {directoryId}.',
    '{certificatesAndSecrets} : la valeur d’un secret existant ne peut plus y être lue. Si vous ne l’avez pas notée, par exemple dans LEGAL 365, ajoutez un autre secret (étape 3) ; les deux sont valables côte à côte.',
  ],
  seen: 'La réponse de Microsoft arrive en quelques secondes : accepté, ou refusé avec la raison et ce qu’il faut faire. Si des modules sont rouges ensuite, ne vous inquiétez pas : leurs autorisations viennent aux deux étapes suivantes.',
  next: 'Suite : autorisations',
  afterAdopt:
    'Veuillez vérifier aussi les URI de redirection (étape 2) : l’ancien article d’aide les laissait de côté.',
};
