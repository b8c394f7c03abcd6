import type { SetupMessages } from '../../messages.ts';
import { registrationStep, secretStep, valuesStep } from './setup-registration.ts';
import { permissionsStep, smtpStep, testStep } from './setup-rights.ts';
import { rolesStep } from './setup-roles.ts';

export const setup: SetupMessages = {
  title: 'Configuration',
  steps: {
    roles: 'Vous et vos rôles',
    registration: 'Inscription d’application',
    secret: 'Secret client',
    values: 'Valeurs',
    permissions: 'Autorisations',
    consent: 'Consentement administrateur',
    smtp: 'SMTP authentifié',
    test: 'Test de la connexion',
    'hand-over': 'Remise à LEGAL 365',
    summary: 'Récapitulatif',
  },
  states: {
    done: 'vérifié',
    ticked: 'saisi ou coché',
    running: 'en cours',
    unknown: 'inconnu',
    problem: 'demande votre attention',
    'to-do': 'à faire',
  },
  nav: {
    label: 'Étapes de la configuration',
    position: (step, total, title) => `Étape ${step} sur ${total} : ${title}`,
    numbered: (step, title) => `${step}. ${title}`,
    back: 'Retour',
    nextTo: (title) => `Suite : ${title}`,
    backTo: (title) => `Retour : ${title}`,
  },
  who: 'Qui peut le faire',
  roleOf: {
    roles: 'Tout le monde',
    registration:
      'Administrateur d’application, Administrateur d’application cloud, Développeur d’applications ou Administrateur général',
    secret:
      'Administrateur d’application, Administrateur d’application cloud, Administrateur général ou le propriétaire de l’inscription',
    values: 'Un administrateur de LEGAL 365 Connect',
    permissions:
      'Administrateur d’application, Administrateur d’application cloud, Administrateur général ou le propriétaire de l’inscription',
    consent: 'Administrateur général ou Administrateur de rôle privilégié, personne d’autre',
    smtp: 'Administrateur Exchange ou Administrateur général',
    test: 'Un administrateur de LEGAL 365 Connect',
    'hand-over': 'Un administrateur de LEGAL 365 Connect, avec un administrateur de LEGAL 365',
    summary: 'Tout le monde',
  },
  pasteTitle: 'À coller ici',
  seenTitle: 'À quoi vous voyez que cela a fonctionné',
  trapsTitle: 'Attention',
  portalNote:
    'Les boutons ouvrent les portails de Microsoft à côté de cette page ; rien ne se perd ici. État de novembre 2026 : les portails changent et suivent votre propre réglage de langue. Si une page se présente autrement, cherchez les mots anglais.',
  open: {
    registrations: 'Ouvrir les inscriptions d’applications',
    overview: 'Ouvrir la vue d’ensemble de l’inscription',
    authentication: 'Ouvrir Authentification',
    secrets: 'Ouvrir Certificats & secrets',
    permissions: 'Ouvrir Autorisations de l’API',
    users: 'Ouvrir les utilisateurs actifs',
    exchange: 'Ouvrir le centre d’administration Exchange',
  },
  tickedBy: (name, when) => `Coché par ${name}, ${when}`,
  ticked: (when) => `Coché ${when}`,
  tickFailed: 'La coche n’a pas pu être enregistrée',
  readOnly:
    'Vous pouvez regarder chaque étape. Seuls les administrateurs peuvent saisir des valeurs et cocher des étapes.',
  usersTitle: 'La configuration est faite par vos administrateurs',
  usersText:
    'Il leur faut le rôle Administrateur général ou Administrateur d’application dans Microsoft 365. Vous voyez ici où ils en sont.',
  askPeople: (names) => `Y ont travaillé jusqu’ici, et vous pouvez leur demander : ${names}.`,
  handOver: {
    button: 'Confier à une autre personne',
    message: (entity, step, link) =>
      `Merci de poursuivre la configuration de LEGAL 365 pour « ${entity} » à l’étape « ${step} » : ${link}`,
    done: 'Copié. Collez-le dans une conversation ou un e-mail ; le lien ouvre exactement cette étape.',
    failed: 'Le navigateur ne permet pas de copier. Sélectionnez le texte et copiez-le vous-même.',
    needs: (roles) => `Qui peut faire cette étape dans le portail de Microsoft : ${roles}.`,
    tab: 'Pour saisir des valeurs ici, il faut être administrateur de LEGAL 365 Connect ; un prestataire informatique externe ayant le rôle Lecteur voit toutes les étapes.',
  },
  rolesStep,
  registrationStep,
  secretStep,
  valuesStep,
  permissionsStep,
  smtpStep,
  testStep,
};
