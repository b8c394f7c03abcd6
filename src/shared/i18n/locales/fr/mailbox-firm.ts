import type { MailboxMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('fr', n, { one, other });

export const mailboxFirm: Pick<MailboxMessages, 'firm' | 'import' | 'invite'> = {
  firm: {
    summary: (n, total) =>
      count(
        total,
        `${n} boîte aux lettres sur ${total} est connectée.`,
        `${n} boîtes aux lettres sur ${total} sont connectées.`,
      ),
    filter: 'Seulement celles sans connexion',
    none: 'Tout le monde s’est connecté.',
    reader: 'Vous voyez les états. Ajouter et supprimer revient aux administrateurs.',
    columns: { address: 'Adresse', entity: 'Entité', person: 'Personne', state: 'État', action: 'Action' },
    unclaimed: 'Encore personne',
    removeOf: (address) => `Supprimer : ${address}`,
    list: 'Boîtes aux lettres de l’étude',
    noContent: 'Les e-mails eux-mêmes ne sont montrés qu’à la personne à qui est la boîte.',
    showMore: 'Afficher plus',
  },
  import: {
    title: 'Ajouter des comptes pour plusieurs utilisateurs',
    text: 'Une adresse par ligne, ou une liste d’Excel ou du centre d’administration Microsoft 365 au format CSV. Les comptes sont préparés ; chaque personne n’a plus qu’à se connecter.',
    label: 'Adresses',
    file: 'Choisir un fichier CSV',
    fileTooLarge: 'Le fichier dépasse 1 Mo. Il ne devrait contenir que la liste.',
    kind: 'Genre, si la liste ne le dit pas',
    found: (n) => count(n, `${n} compte sera préparé`, `${n} comptes seront préparés`),
    sharedAmong: (n) => count(n, `dont ${n} partagé`, `dont ${n} partagés`),
    wrong: (n) => count(n, `${n} ligne est omise`, `${n} lignes sont omises`),
    line: (line, text) => `Ligne ${line} : ${text}`,
    problems: { 'not-an-address': 'pas d’adresse', twice: 'figure deux fois' },
    tooMany: (most) => `Au plus ${most} à la fois. Les autres peuvent être ajoutés ensuite.`,
    preview: 'Ce qui sera préparé',
    submit: (n) => count(n, `Préparer ${n} compte`, `Préparer ${n} comptes`),
    nothing: 'Saisissez au moins une adresse.',
    failed: 'Les comptes n’ont pas été préparés',
    results: (n) => count(n, `${n} compte a été préparé`, `${n} comptes ont été préparés`),
    outcomes: {
      created: 'préparé',
      exists: 'existait déjà',
      'not-an-address': 'pas une adresse',
      twice: 'figurait deux fois',
    },
    result: 'Résultat',
    invite: 'Écrire l’invitation',
  },
  invite: {
    title: 'Inviter à se connecter',
    text: 'Envoyez ceci aux personnes qui ne se sont pas encore connectées. Aucun mot de passe n’est nécessaire pour cela.',
    language: 'Langue de l’invitation',
    message: 'Invitation',
    copy: 'Copier le texte',
    copyAddresses: (n) => count(n, `Copier ${n} adresse`, `Copier ${n} adresses`),
    mail: 'Écrire un e-mail',
    subject: 'Votre boîte aux lettres dans LEGAL 365 : connectez-vous une fois',
    body: (link) =>
      `Bonjour\n\nPour que LEGAL 365 puisse relever et envoyer avec votre boîte aux lettres, veuillez vous connecter une fois avec Microsoft. Cela prend une minute.\n\n1. Ouvrez LEGAL 365 Connect dans Teams et choisissez « Boîtes aux lettres », ou ouvrez cette adresse dans le navigateur :\n${link}\n2. À côté de votre adresse, choisissez « Se connecter avec Microsoft ».\n3. Connectez-vous avec votre compte habituel de l’étude. La page montre ensuite une coche verte.\n\nLEGAL 365 lui-même ne vous demande pas votre mot de passe.\n`,
  },
};
