import type { UiMessages } from '../../messages.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('fr', n, { one, other });

export const uiVerdict: Pick<UiMessages, 'verdict' | 'problems' | 'problem'> = {
  verdict: {
    whoLabel: 'Qui peut résoudre le problème',
    who: {
      admin: 'Un administrateur de votre Microsoft 365',
      user: 'Vous-même',
      developer: 'Le support de LEGAL 365 : envoyez-lui la réponse ci-dessous',
      nobody: 'Personne n’a rien à faire pour l’instant ; souvent, cela passe tout seul',
    },
    whoUnknown:
      'On ne le sait pas, car la raison n’est pas connue. Si cela se répète : le support de LEGAL 365',
    steps: 'Que faire ?',
    alternatives: 'Cela peut aussi être',
    confidence: {
      certain: '',
      likely: 'C’est la raison la plus probable.',
      guess: 'La réponse de Microsoft dit peu de choses : c’est une supposition.',
    },
    waitSeconds: (seconds) =>
      count(
        seconds,
        'Microsoft demande d’attendre 1 seconde avant le prochain essai.',
        `Microsoft demande d’attendre ${seconds} secondes avant le prochain essai.`,
      ),
    contradictions: {
      'right-in-token-but-refused': 'Le droit est accordé, et pourtant Microsoft a refusé l’accès.',
      'right-missing-but-answered':
        'Le droit ne figure pas dans le jeton, et pourtant Microsoft a répondu : l’accès est peut-être limité à certaines boîtes aux lettres.',
    },
    longToken: (length) =>
      `Le jeton d’accès de cette boîte aux lettres est inhabituellement long : ${length} caractères. Selon des rapports, le serveur POP3 d’Exchange refuse les jetons de plus de 4096 caractères, même valables. Dans ce cas, ni une nouvelle connexion ni un autre réglage n’y change rien : signalez-le au support de LEGAL 365. L’envoi n’est pas touché.`,
    grantConsent: 'Accorder le consentement administrateur',
    grantConsentHint:
      'Ouvre la page de Microsoft. Il faut un Administrateur général ou un Administrateur de rôle privilégié.',
    cannotConsent:
      'Votre rôle ne peut pas consentir à ces droits. Envoyez le lien à un Administrateur général ou à un Administrateur de rôle privilégié.',
    copyConsentLink: 'Copier le lien',
    prepareMessage: 'Préparer un message avec le lien',
    openPermissions: 'Ouvrir les autorisations de l’API',
    openSecrets: 'Ouvrir Certificats & secrets',
    openRegistration: 'Ouvrir l’inscription',
    answer: 'Réponse de Microsoft',
    received: 'Ce qui a été reçu',
    facts: {
      code: 'Code',
      error: 'Erreur',
      message: 'Message',
      httpStatus: 'État HTTP',
      requestId: 'ID de requête',
      traceId: 'ID de trace',
      correlationId: 'ID de corrélation',
      time: 'Heure',
      permission: 'Droit',
      mailbox: 'Boîte aux lettres',
      host: 'Serveur',
    },
  },
  problems: {
    'validation-failed': {
      title: 'Quelque chose ne va pas dans la saisie',
      text: 'Corrigez les champs marqués.',
    },
    'body-not-json': { title: 'La demande n’a pas été comprise', text: 'Rechargez la page.' },
    'body-too-large': { title: 'La saisie est trop longue', text: 'Raccourcissez-la et réessayez.' },
    'media-type-unsupported': { title: 'La demande n’a pas été comprise', text: 'Rechargez la page.' },
    'token-missing': { title: 'Vous n’êtes pas connecté', text: 'Connectez-vous de nouveau.' },
    'token-refused': { title: 'Votre connexion n’est plus valable', text: 'Connectez-vous de nouveau.' },
    'tenant-not-allowed': {
      title: 'Votre organisation ne peut pas utiliser cette installation',
      text: 'Demandez à l’exploitant de LEGAL 365 Connect d’admettre votre annuaire.',
    },
    'role-missing': { title: 'Votre rôle ne le permet pas', text: 'Adressez-vous à votre administrateur.' },
    'key-refused': {
      title: 'La clé de service n’est pas acceptée',
      text: 'Elle est inconnue, expirée ou révoquée. Créez-en une nouvelle.',
    },
    'scope-missing': {
      title: 'La clé de service ne le permet pas',
      text: 'Créez une clé avec cette portée.',
    },
    'not-found': {
      title: 'Cela n’existe pas (ou plus)',
      text: 'Cela a peut-être été supprimé. Allez à la vue d’ensemble.',
    },
    conflict: {
      title: 'Quelqu’un d’autre a modifié cela entre-temps',
      text: 'Rechargez et répétez votre modification.',
    },
    'registration-missing': {
      title: 'Aucune inscription n’est enregistrée',
      text: 'Saisissez d’abord l’inscription.',
    },
    'registration-refused': { title: 'Microsoft a refusé les valeurs', text: 'Rien n’a été enregistré.' },
    'registration-unchecked': {
      title: 'Les valeurs n’ont pas pu être vérifiées',
      text: 'Rien n’a été enregistré. Réessayez dans quelques minutes.',
    },
    'app-token-refused': {
      title: 'Microsoft n’émet pas de jeton',
      text: 'L’inscription est refusée. Le test de connexion dit pourquoi.',
    },
    'sign-in-needed': {
      title: 'La boîte aux lettres a besoin d’une connexion',
      text: 'Personne ne s’est encore connecté à cette boîte aux lettres, ou la connexion doit être refaite. Ouvrez le compte et choisissez « Se connecter avec Microsoft ».',
    },
    'retrieval-off': {
      title: 'La relève est désactivée',
      text: 'Votre administrateur peut l’activer pour cette entité, sous « Boîtes aux lettres ».',
    },
    'too-many-requests': { title: 'Trop de demandes', text: 'Attendez une minute et réessayez.' },
    unavailable: {
      title: 'LEGAL 365 Connect n’est pas disponible en ce moment',
      text: 'Réessayez dans quelques minutes.',
    },
    internal: {
      title: 'Une erreur s’est produite de notre côté',
      text: 'Réessayez. Si cela persiste, indiquez le numéro ci-dessous au support.',
    },
  },
  problem: {
    unreachable: {
      title: 'LEGAL 365 Connect est inaccessible',
      text: 'Vérifiez la connexion à Internet et réessayez.',
    },
    unreadable: {
      title: 'La réponse n’a pas été comprise',
      text: 'Cette page et le serveur ont peut-être des versions différentes. Rechargez la page.',
    },
    requestId: (id) => `Numéro pour le support : ${id}`,
  },
};
