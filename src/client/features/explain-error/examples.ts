import type { ExplainMessages } from '../../../shared/i18n/messages.ts';

/** Texts as they are met, to try the page with. */
export const examples: Readonly<Record<keyof ExplainMessages['exampleNames'], string>> = {
  secret:
    '{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app \'11111111-2222-3333-4444-555555555555\' are expired.","error_codes":[7000222]}',
  smtp: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
  pop3: '-ERR Authentication failure: unknown user name or bad password.',
  bounce: [
    'Final-Recipient: rfc822;beat@extern.example',
    'Action: failed',
    'Status: 5.7.60',
    'Diagnostic-Code: smtp;550 5.7.60 SMTP; Client does not have permissions to send as this sender',
  ].join('\n'),
  network: 'Error: connect ECONNREFUSED 192.0.2.17:587 (smtp.office365.com)',
};
