import type { MailRightCauseTexts } from '../../cause-text.ts';

export const mailRightCauses: MailRightCauseTexts = {
  'consent-missing': {
    title: 'Manca il consenso per le caselle',
    meaning:
      'LEGAL 365 non può ancora scaricare né inviare e-mail con questa casella. Nessuno ha acconsentito per il Suo studio all’autorizzazione delegata indicata sotto, oppure il consenso è stato ritirato.',
    steps: [
      'Nell’interfaccia di amministrazione di Microsoft Entra guardi in «Registrazioni app» (App registrations), la Sua app, «Autorizzazioni API» (API permissions): l’autorizzazione indicata sotto deve figurarvi con il tipo «Delegato». Altrimenti la aggiunga prima con «Aggiungi un’autorizzazione», «Microsoft Graph», «Autorizzazioni delegate» (Delegated permissions).',
      'Scelga «Concedi consenso amministratore» (Grant admin consent) e acceda come Amministratore globale o Amministratore dei ruoli con privilegi. Lo stato deve indicare che il consenso è concesso.',
      'Attenda un minuto. Poi la persona a cui appartiene la casella vi accede ancora una volta con Microsoft.',
    ],
  },
  'permission-missing': {
    title: 'Manca un’autorizzazione per le caselle',
    meaning:
      'LEGAL 365 non può scaricare né inviare e-mail con questa casella, oppure può fare solo una delle due cose. All’app manca l’autorizzazione delegata indicata sotto, oppure nessuno vi ha ancora acconsentito.',
    steps: [
      'Un amministratore apre nell’interfaccia di amministrazione di Microsoft Entra «Registrazioni app» (App registrations), poi la Sua app, poi «Autorizzazioni API» (API permissions), «Aggiungi un’autorizzazione», «Microsoft Graph», «Autorizzazioni delegate» (Delegated permissions).',
      'Selezioni l’autorizzazione indicata sotto e scelga «Aggiungi autorizzazioni». Una di tipo «Applicazione» qui non basta, nemmeno di Office 365 Exchange Online.',
      'Scelga «Concedi consenso amministratore» (Grant admin consent). Lo stato deve indicare che il consenso è concesso. Occorre un Amministratore globale o un Amministratore dei ruoli con privilegi.',
      'Attenda un minuto. Poi la persona a cui appartiene la casella vi accede ancora una volta con Microsoft.',
    ],
  },
};
