import type { MailboxMessages } from '../../messages.ts';

export const mailboxSignIn: Pick<MailboxMessages, 'signIn' | 'pending'> = {
  signIn: {
    title: (address) => `Connexion à ${address}`,
    opens: 'La page de Microsoft s’ouvre dans votre navigateur.',
    withAddress: (address) => `Connectez-vous là-bas comme ${address}.`,
    withOwn: (address) =>
      `Connectez-vous là-bas avec votre propre compte, celui qui a accès à ${address} ; pas avec l’adresse partagée.`,
    chooser: 'Si Microsoft propose plusieurs comptes, choisissez celui-ci ou « Utiliser un autre compte ».',
    back: 'Revenez ensuite ici. La page passe au vert automatiquement.',
    start: 'Se connecter avec Microsoft',
    preparing: 'La connexion est en préparation',
    failedToStart: 'La connexion n’a pas pu être préparée',
    waiting: 'En attente de votre connexion dans le navigateur',
    redeeming: 'Microsoft a répondu. Le compte est en cours de vérification.',
    until: (time) => `Le lien est valable jusqu’à ${time}.`,
    openAgain: 'Rouvrir',
    copyLink: 'Copier le lien',
    noWindow: 'Aucune fenêtre n’apparaît ?',
    noWindowPoints: [
      'Regardez derrière cette fenêtre : le navigateur est peut-être déjà ouvert.',
      'Choisissez « Rouvrir » et autorisez les fenêtres pop-up pour cette page si le navigateur le demande.',
      'Ou choisissez « Copier le lien » et collez-le dans la barre d’adresse de votre navigateur. Ne le transmettez pas : il vous est destiné.',
    ],
    pageError: 'La page de Microsoft affiche-t-elle une erreur ?',
    pageErrorText:
      'Vous seul voyez cette page. Si elle ne vous laisse pas continuer, ce qu’elle dit est expliqué ici. Rien n’en est conservé.',
    signedIn: (address) => `Vous êtes connecté. ${address} est maintenant testée.`,
    mismatchTitle: 'C’était un autre compte',
    mismatch: (as, address) =>
      `Vous vous êtes connecté comme ${as}, cette boîte aux lettres est ${address}. Rien n’a été modifié.`,
    unknownAccount: 'un autre compte',
    why: {
      'personal-account': 'C’est un compte Microsoft privé. Il faut celui de votre étude.',
      'other-tenant': 'Le compte appartient à une autre organisation que la boîte aux lettres.',
      guest: 'Le compte n’est qu’invité dans votre organisation ; sa boîte aux lettres se trouve ailleurs.',
      'other-person': 'Le compte appartient à quelqu’un d’autre.',
      'admin-for-user':
        'C’est votre propre compte. La personne à qui est la boîte aux lettres doit se connecter ; envoyez-lui le lien.',
      'address-reassigned':
        'L’adresse appartient maintenant à une autre personne. Supprimez ce compte et ajoutez l’adresse de nouveau : ainsi, personne n’hérite des e-mails de quelqu’un d’autre.',
      'not-an-address':
        'Ce qui est saisi comme adresse de cette boîte aux lettres n’en est pas une. Supprimez le compte et ajoutez-le de nouveau.',
    },
    another: 'Choisir un autre compte',
    pendingTitle: 'Quelqu’un doit encore donner son accord',
    pendingOther: (as) =>
      `${as} s’est connecté avec le lien. Rien ne peut être lu ou envoyé avant l’accord de cette personne : dans LEGAL 365 Connect, sous « Boîtes aux lettres », dans les 24 heures.`,
    outcomes: {
      refused: 'La connexion a été refusée',
      failed: 'La connexion n’a pas pu être terminée',
      cancelled: 'La connexion a été annulée',
      expired: 'Le lien a expiré',
    },
    nothingChanged: 'Rien n’a été modifié.',
    again: 'Réessayer',
    otherTitle: 'Message à cette personne',
    otherText: (name) =>
      `${name} doit se connecter. Vous pouvez envoyer le lien ; il est valable dix minutes. Ensuite, cette personne confirme ici que la boîte aux lettres peut être utilisée.`,
    otherOwner: (address) => `La personne de ${address}`,
    otherInvite: 'L’invitation, elle, ne presse pas : elle mène ici et n’expire pas.',
    openHere: 'Ouvrir ici',
    copyText: 'Copier le texte',
    sendMail: 'Écrire un e-mail',
    mailSubject: 'Connexion pour LEGAL 365',
    mailBody: (address, link) =>
      `Bonjour\n\nPour que LEGAL 365 puisse relever et envoyer avec ${address}, veuillez vous connecter avec Microsoft. Le lien est valable dix minutes :\n${link}\n\nOuvrez ensuite LEGAL 365 Connect dans Teams, choisissez « Boîtes aux lettres » et confirmez.\n`,
  },
  pending: {
    title: (address) => `Cette boîte aux lettres peut-elle être utilisée ? ${address}`,
    byOther: (who, address) =>
      `${who} souhaite utiliser ${address} dans LEGAL 365. Vous vous êtes connecté pour cela. Si vous l’autorisez, ${who} peut relever, lire et envoyer des e-mails avec cette boîte aux lettres.`,
    forYou: (who, address) =>
      `${who} vous a envoyé le lien avec lequel vous vous êtes connecté. Si vous l’autorisez, LEGAL 365 peut relever et envoyer avec ${address}. Ici, personne d’autre que vous ne lit ses e-mails.`,
    somebody: 'Quelqu’un',
    notVisible: (as, address) =>
      `Vous vous êtes connecté comme ${as}. Microsoft ne dit pas si ${address} est aussi votre adresse. Si oui, confirmez-le ; POP3 montre ensuite si c’est juste. S’il s’agit d’une boîte aux lettres partagée, répondez « Non », supprimez le compte et ajoutez-le de nouveau comme boîte partagée.`,
    plus: (as, address) =>
      `Vous vous êtes connecté comme ${as}. ${address} ressemble à votre adresse avec un ajout. Si elle mène dans votre boîte aux lettres, confirmez-le.`,
    until: (time) => `Sans réponse, la connexion est effacée le ${time}.`,
    allow: 'Autoriser',
    deny: 'Ne pas autoriser',
    itIsMine: 'Oui, c’est la mienne',
    itIsNot: 'Non',
    allowed: 'Autorisé. La boîte aux lettres est testée.',
    denied: 'Pas autorisé. La connexion a été effacée.',
    failed: 'La réponse n’a pas été enregistrée',
    waits: {
      'other-person': (as) =>
        `${as} s’est connecté avec le lien et doit donner son accord, dans LEGAL 365 Connect sous « Boîtes aux lettres ».`,
      'address-not-visible': (as) => `${as} doit confirmer que l’adresse est la sienne.`,
      'plus-address': (as) => `${as} doit confirmer que l’adresse est la sienne.`,
    },
  },
};
