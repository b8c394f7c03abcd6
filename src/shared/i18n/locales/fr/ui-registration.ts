import type { UiMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('fr', n, { one, other });

export const uiRegistration: Pick<UiMessages, 'registration' | 'fieldProblems' | 'modules' | 'renewal'> = {
  registration: {
    title: 'Inscription',
    none: 'Aucune inscription enregistrée',
    applicationShort: 'Application',
    directoryShort: 'Annuaire',
    secretShort: 'Secret client',
    testedShort: 'Testée',
    neverTested: 'Jamais',
    storedAt: 'Enregistrée',
    sharedWith: 'Utilisée aussi par',
    expiresIn: (date, days) => `expire le ${date} (${count(days, 'dans 1 jour', `dans ${days} jours`)})`,
    expiresToday: (date) => `expire aujourd’hui, ${date}`,
    expired: (date, days) => `expiré le ${date} (${count(days, 'il y a 1 jour', `il y a ${days} jours`)})`,
    levels: { soon: 'bientôt', urgent: 'urgent', expired: 'expiré' },
    change: 'Modifier l’inscription',
    formTitle: 'Valeurs de l’inscription d’application',
    formIntro: (menu) =>
      `Les valeurs se trouvent dans le centre d’administration Microsoft Entra sous Inscriptions d’applications. Dans LEGAL 365, les mêmes champs se trouvent sous ${menu}.`,
    legal365Menu: 'Einstellungen > Admin > Spezial > Entitäten > Microsoft 365',
    openEntra: 'Ouvrir Inscriptions d’applications',
    clientSecret: 'Information d’identification du client (valeur)',
    clientSecretHint:
      'Certificats & secrets : la colonne « Valeur », pas « ID de secret ». Entra ne la montre qu’une seule fois.',
    clientSecretKept: 'Conservée dans le brouillon ; laissez vide pour l’utiliser',
    clientSecretStored: 'Laisser vide pour garder le secret enregistré',
    show: 'Afficher la valeur',
    hide: 'Masquer la valeur',
    applicationId: 'ID d’application (client)',
    applicationIdHint: 'Vue d’ensemble de l’inscription ; pas l’ID d’objet, qui se trouve à côté.',
    directoryId: 'ID de l’annuaire (locataire)',
    directoryIdHint: 'Vue d’ensemble de l’inscription.',
    secretExpiresOn: 'Date d’expiration du secret',
    secretExpiresOnHint: 'Certificats & secrets : la colonne « Date d’expiration ».',
    expiresPreview: (days) => count(days, 'Dans 1 jour.', `Dans ${days} jours.`),
    probeMailbox: 'Boîte aux lettres de test',
    probeMailboxHint: 'Adresse d’une boîte dans laquelle le test peut lire, p. ex. la vôtre.',
    modules: 'Modules que LEGAL 365 utilise',
    modulesMissing: 'Choisissez au moins un module.',
    saveAndTest: 'Enregistrer et tester',
    saving: 'Les valeurs sont testées auprès de Microsoft',
    savingText: 'Elles ne sont enregistrées que si Microsoft les accepte. Cela prend quelques secondes.',
    stored: 'L’inscription est enregistrée',
    storedAllOk: 'Microsoft a accepté les valeurs et tous les modules répondent.',
    storedNotAllOk: 'Microsoft a accepté les valeurs, mais tous les modules ne fonctionnent pas encore.',
    toConnection: 'Voir la connexion',
    refused: 'Non enregistrée : Microsoft a refusé les valeurs',
    unchecked: 'Non enregistrée : les valeurs n’ont pas pu être vérifiées',
    draftKept: 'Votre saisie est conservée 24 heures comme brouillon chiffré. Vous pouvez la corriger ici.',
    draftSaved: 'Brouillon conservé',
    draftSaving: 'Le brouillon est en cours d’enregistrement',
    draftFailed: 'Le brouillon n’a pas pu être conservé. Ne fermez pas cette page avant d’enregistrer.',
    draftFound: (until) => `Vous reprenez un brouillon. Il est conservé jusqu’au ${until}.`,
    discardDraft: 'Abandonner le brouillon',
    fieldsToCorrect: (n) => count(n, 'Corrigez d’abord 1 champ.', `Corrigez d’abord ${n} champs.`),
    hints: {
      swapped:
        'C’est l’ID de votre propre annuaire. L’ID d’application et l’ID de l’annuaire semblent inversés.',
      'other-directory':
        'Ce n’est pas l’annuaire dans lequel vous êtes connecté. C’est permis si l’inscription s’y trouve.',
      'own-directory':
        'Suggestion : l’annuaire auquel vous êtes connecté. Comparez-le avec la vue d’ensemble de l’inscription.',
      'own-mailbox':
        'Suggestion : votre propre boîte aux lettres. Toute autre boîte de l’annuaire convient aussi.',
    },
    notes: {
      'picked-out': 'Extrait de ce que vous avez collé.',
      'moved-here': 'Déplacé ici.',
      'object-id': 'C’est l’ID d’objet. Il faut l’ID qui figure à côté dans la vue d’ensemble.',
      'several-ids':
        'Ce que vous avez collé contient plusieurs ID. Copiez celui-ci avec le bouton de copie situé à côté.',
    },
    misplaced: 'Cela ressemble à la valeur d’un autre champ.',
    moveTo: (field) => `Déplacer vers « ${field} »`,
    putElsewhere: (field) => `Conservé pour le champ « ${field} » d’une autre étape.`,
    readOnly: 'Seuls les administrateurs peuvent modifier l’inscription.',
  },
  fieldProblems: {
    missing: 'Cette valeur est nécessaire.',
    'too-long': 'C’est trop long : plus que la valeur a été copié.',
    'not-a-guid': 'Ce n’est pas un ID. Il compte 32 chiffres et lettres en cinq groupes, p. ex. 1a2b3c4d-….',
    'same-as-directory-id':
      'C’est encore une fois l’ID de l’annuaire. L’ID d’application se trouve au-dessus dans la vue d’ensemble.',
    'same-as-application-id': 'C’est encore une fois l’ID d’application.',
    'is-a-guid':
      'C’est l’ID de secret. Copiez plutôt la colonne « Valeur » ; si elle n’est plus affichée, ajoutez un nouveau secret client.',
    'has-blanks': 'Il contient des espaces ou des sauts de ligne : plus que la valeur a été copié.',
    'too-short': 'C’est trop court pour la valeur d’un secret. Copiez-la dans Entra avec le bouton de copie.',
    'control-characters':
      'Il contient des caractères qu’aucun secret ne possède. Copiez-le dans Entra avec le bouton de copie.',
    'not-an-address': 'Ce n’est pas une adresse e-mail.',
    'not-a-date': 'Ce n’est pas une date.',
    'in-the-past': 'Cette date est passée : le secret n’est plus valable.',
    'too-far-ahead': 'Cette date est trop éloignée. Entra propose 24 mois au maximum.',
  },
  modules: {
    title: 'Modules',
    intro: 'Seuls les droits des modules choisis sont nécessaires et testés.',
    right: (right) => `Droit ${right}`,
    save: 'Enregistrer les modules',
    saved: 'Les modules sont enregistrés. Testez la connexion pour voir si leurs droits sont accordés.',
    reasons: {
      calendar:
        'Les délais et rendez-vous d’un dossier apparaissent dans Outlook, et les changements reviennent.',
      contacts: 'Les adresses des clients et des parties adverses restent identiques des deux côtés.',
      'to-do':
        'Les tâches d’un dossier apparaissent dans Microsoft To Do ; ce qui est fait est coché dans LEGAL 365.',
      mail: 'Les e-mails sont classés dans le dossier sans quitter Outlook.',
      'mail-sending': 'LEGAL 365 envoie factures et lettres depuis votre propre adresse.',
      directory:
        'LEGAL 365 trouve les boîtes aux lettres par nom, et les connexions sont comparées à toutes les adresses d’une personne.',
    },
    optional: 'facultatif',
  },
  renewal: {
    button: 'Remplacer le secret',
    title: 'Remplacer le secret client',
    intro:
      'Dans Microsoft Entra, ajoutez un nouveau secret client à la même inscription et collez sa valeur ici. Il est testé à côté de l’ancien et ne le remplace que s’il fonctionne.',
    shared: (names) => `La même inscription sert à ${names} : le nouveau secret est enregistré pour toutes.`,
    newSecret: 'Nouvelle information d’identification du client (valeur)',
    expires: 'Date d’expiration du nouveau secret',
    submit: 'Tester et remplacer',
    testing: 'Le nouveau secret est testé à côté de l’ancien',
    done: (names) =>
      `Le nouveau secret est utilisé ici pour ${names}. Si LEGAL 365 utilise aussi l’ancien, saisissez-y d’abord la nouvelle valeur. Supprimez ensuite l’ancien secret dans Entra.`,
    sameSecret: (names) =>
      `Ce secret était déjà utilisé : seule sa date d’expiration a changé pour ${names}. Ne le supprimez pas dans Entra.`,
    kept: 'L’ancien secret reste utilisé.',
  },
};
