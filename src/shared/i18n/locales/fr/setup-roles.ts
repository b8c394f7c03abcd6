import type { SetupMessages } from '../../messages.ts';

export const rolesStep: SetupMessages['rolesStep'] = {
  intro:
    'En dix étapes, LEGAL 365 reçoit son propre accès, limité, à votre Microsoft 365. Vous travaillez dans les portails de Microsoft à côté de cette page ; ici, vous lisez où cliquer, quoi copier et si cela a fonctionné. Vous pouvez vous arrêter à tout moment et continuer plus tard, ou laisser quelqu’un d’autre continuer.',
  you: (name, username) => `Vous êtes connecté en tant que ${name} (${username}).`,
  canConsent:
    'Votre rôle dans l’annuaire vous permet chaque étape dans Entra, y compris le consentement administrateur.',
  cannotConsent:
    'Votre rôle dans l’annuaire ne permet pas le consentement administrateur (étape 6) : un Administrateur d’application ou un Administrateur d’application cloud ne peut pas consentir aux autorisations d’application de Microsoft Graph. SMTP authentifié (étape 7) demande un Administrateur Exchange ou un Administrateur général. Faites toutes les autres étapes ; à l’étape 6, vous recevez un lien pour une personne qui le peut.',
  consentUnknown:
    'D’ici, on ne voit pas si vous pouvez accorder le consentement administrateur (étape 6). Il faut un Administrateur général ou un Administrateur de rôle privilégié.',
  tableTitle: 'Le rôle qu’il faut pour chaque étape',
  step: 'Étape',
  role: 'Rôle dans Microsoft Entra',
  rows: {
    registration: {
      what: 'Inscription, secret et autorisations (2, 3, 5)',
      role: 'Administrateur d’application, Administrateur d’application cloud ou Administrateur général. Pour une inscription à soi, Développeur d’applications suffit.',
    },
    values: {
      what: 'Valeurs et test dans cette application (4, 8)',
      role: 'Administrateur de LEGAL 365 Connect : l’un des rôles ci-dessus ou le rôle d’application Admin.',
    },
    consent: {
      what: 'Consentement administrateur (6)',
      role: 'Administrateur général ou Administrateur de rôle privilégié. Administrateur d’application ne suffit pas.',
    },
    smtp: {
      what: 'SMTP authentifié (7)',
      role: 'Administrateur Exchange ou Administrateur général.',
    },
    legal365: {
      what: 'Remise (9)',
      role: 'Administrateur de LEGAL 365 (aucun rôle dans Entra).',
    },
  },
  lackTitle: 'S’il vous manque un rôle',
  lack: [
    'Faites les étapes qui vous sont permises et confiez les autres avec le bouton « Confier à une autre personne » : il copie un lien vers l’étape même.',
    'Si vous ne savez pas qui a un rôle : la personne ou l’entreprise informatique qui a mis en place Microsoft 365 chez vous est Administrateur général.',
    'Dans les petites études, le compte qui a servi à acheter Microsoft 365 est souvent un Administrateur général à part ; connectez-vous au portail avec lui.',
  ],
  choiceTitle: 'Comment souhaitez-vous commencer ?',
  fresh: 'Partir de zéro',
  freshText: 'Il n’y a pas encore d’inscription pour timeSensor ou LEGAL 365 dans Entra.',
  adopt: 'Nous avons déjà une inscription',
  adoptText:
    'Elle a été créée autrefois pour LEGAL 365, par exemple d’après l’ancien article d’aide. Vous saisissez ses valeurs ; puis vous voyez quelles autorisations manquent ou sont de trop. Vient aussi ce que cet article laissait de côté : les URI de redirection et les autorisations déléguées.',
};
