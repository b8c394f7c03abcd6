import type { MailRightCauseTexts } from '../../cause-text.ts';

export const mailRightCauses: MailRightCauseTexts = {
  'consent-missing': {
    title: 'Die Zustimmung für Postfächer fehlt',
    meaning:
      'LEGAL 365 darf mit diesem Postfach noch nicht abholen und senden. Der unten genannten delegierten Berechtigung hat niemand für Ihre Kanzlei zugestimmt, oder die Zustimmung wurde zurückgezogen.',
    steps: [
      'Sehen Sie im Microsoft Entra Admin Center unter «App-Registrierungen» (App registrations), Ihre App, «API-Berechtigungen» (API permissions) nach: Die unten genannte Berechtigung muss dort mit dem Typ «Delegiert» stehen. Sonst fügen Sie sie zuerst mit «Berechtigung hinzufügen», «Microsoft Graph», «Delegierte Berechtigungen» (Delegated permissions) hinzu.',
      'Wählen Sie «Administratorzustimmung erteilen» (Grant admin consent) und melden Sie sich als Globaler Administrator oder Administrator für privilegierte Rollen an. Der Status muss auf erteilt stehen.',
      'Warten Sie eine Minute. Dann meldet sich die Person, deren Postfach es ist, dafür noch einmal mit Microsoft an.',
    ],
  },
  'permission-missing': {
    title: 'Eine Berechtigung für Postfächer fehlt',
    meaning:
      'LEGAL 365 kann mit diesem Postfach nicht abholen und senden, oder nur eines von beiden. Der App fehlt die unten genannte delegierte Berechtigung, oder es hat ihr noch niemand zugestimmt.',
    steps: [
      'Ein Administrator öffnet im Microsoft Entra Admin Center «App-Registrierungen» (App registrations), dann Ihre App, dann «API-Berechtigungen» (API permissions), «Berechtigung hinzufügen», «Microsoft Graph», «Delegierte Berechtigungen» (Delegated permissions).',
      'Kreuzen Sie die unten genannte Berechtigung an und wählen Sie «Berechtigungen hinzufügen». Eine des Typs «Anwendung» genügt hier nicht, auch keine von Office 365 Exchange Online.',
      'Wählen Sie «Administratorzustimmung erteilen» (Grant admin consent). Der Status muss auf erteilt stehen. Dazu braucht es einen Globalen Administrator oder Administrator für privilegierte Rollen.',
      'Warten Sie eine Minute. Dann meldet sich die Person, deren Postfach es ist, dafür noch einmal mit Microsoft an.',
    ],
  },
};
