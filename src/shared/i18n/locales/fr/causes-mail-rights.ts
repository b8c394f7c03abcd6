import type { MailRightCauseTexts } from '../../cause-text.ts';

export const mailRightCauses: MailRightCauseTexts = {
  'consent-missing': {
    title: 'Le consentement pour les boîtes aux lettres manque',
    meaning:
      'LEGAL 365 ne peut pas encore relever ni envoyer d’e-mails avec cette boîte. Personne n’a consenti pour votre étude à l’autorisation déléguée indiquée ci-dessous, ou le consentement a été retiré.',
    steps: [
      'Dans le centre d’administration Microsoft Entra, regardez sous « Inscriptions d’applications » (App registrations), votre application, « Autorisations de l’API » (API permissions) : l’autorisation indiquée ci-dessous doit y figurer avec le type « Délégué ». Sinon, ajoutez-la d’abord avec « Ajouter une autorisation », « Microsoft Graph », « Autorisations déléguées » (Delegated permissions).',
      'Choisissez « Accorder un consentement d’administrateur » (Grant admin consent) et connectez-vous comme Administrateur général ou Administrateur de rôle privilégié. L’état doit indiquer que le consentement est accordé.',
      'Attendez une minute. Ensuite, la personne à qui appartient la boîte s’y connecte encore une fois avec Microsoft.',
    ],
  },
  'permission-missing': {
    title: 'Une autorisation pour les boîtes aux lettres manque',
    meaning:
      'LEGAL 365 ne peut pas relever ni envoyer d’e-mails avec cette boîte, ou seulement l’un des deux. L’application n’a pas l’autorisation déléguée indiquée ci-dessous, ou personne n’y a encore consenti.',
    steps: [
      'Un administrateur ouvre dans le centre d’administration Microsoft Entra « Inscriptions d’applications » (App registrations), puis votre application, puis « Autorisations de l’API » (API permissions), « Ajouter une autorisation », « Microsoft Graph », « Autorisations déléguées » (Delegated permissions).',
      'Cochez l’autorisation indiquée ci-dessous et choisissez « Ajouter des autorisations ». Une autorisation de type « Application » ne suffit pas ici, même de Office 365 Exchange Online.',
      'Choisissez « Accorder un consentement d’administrateur » (Grant admin consent). L’état doit indiquer que le consentement est accordé. Il faut pour cela un Administrateur général ou un Administrateur de rôle privilégié.',
      'Attendez une minute. Ensuite, la personne à qui appartient la boîte s’y connecte encore une fois avec Microsoft.',
    ],
  },
};
