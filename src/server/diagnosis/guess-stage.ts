import type { Cause, Protocol, Stage } from '../../shared/causes.ts';
import type { Answer } from './answer.ts';
import { numberFinding } from './entra.ts';
import { isDeliveryReport } from './refusal-in-text.ts';

type Row = readonly [pattern: RegExp, stage: Stage];

const first = (rows: readonly Row[], text: string, otherwise: Stage): Stage =>
  rows.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;

/** At which step a text of this protocol is met; the step that is met most often where the text does not say. */
export function guessStage(protocol: Protocol, text: string, answer: Answer): Stage {
  switch (protocol) {
    case 'entra':
      return entraStage(text, answer);
    case 'graph':
      return first(graphStages, text, 'graph-probe');
    case 'smtp':
      return isDeliveryReport(text) ? 'smtp-send' : first(smtpStages, text, 'smtp-send');
    case 'pop3':
      return first(pop3Stages, text, 'pop3-auth');
    case 'network':
      return first(networkStages, text, 'app-token');
    case 'bot':
      return 'bot-send';
  }
}

/** What the number means tells where it comes: a dead refresh token is met at the refresh, a wrong secret at the token. */
const stageOfCause: Readonly<Partial<Record<Cause, Stage>>> = {
  'refresh-token-expired': 'refresh',
  'grant-revoked': 'refresh',
  'code-expired-or-used': 'code-exchange',
  'secret-wrong': 'app-token',
  'secret-expired': 'app-token',
  'secret-missing': 'app-token',
};

/** Parameters and addresses of the page on which administrators consent. */
const adminConsent = /\badmin_?consent\b|\berror_subcode=|\/auth\/consent\/callback/i;

function entraStage(text: string, answer: Answer): Stage {
  if (answer.error === 'permission_denied' || adminConsent.test(text)) return 'admin-consent-callback';
  if (answer.form === 'query') return 'authorize-callback';
  const cause = numberFinding(answer, 'authorize-callback')?.cause;
  const byCause = cause && stageOfCause[cause];
  if (byCause) return byCause;
  if (answer.error === 'invalid_grant')
    return cause !== undefined && inRequest.has(cause) ? 'code-exchange' : 'refresh';
  // A number in prose stands on a page that somebody is looking at; everything else was answered to a program.
  if (answer.form === 'text' && answer.numbers.length > 0 && answer.error === undefined)
    return 'authorize-callback';
  if (answer.error === 'interaction_required' && cause === undefined) return 'refresh';
  return 'app-token';
}

/** Refused for what the request said, which at a refresh is the same each time and was right before. */
const inRequest: ReadonlySet<Cause> = new Set<Cause>([
  'request-malformed',
  'redirect-mismatch',
  'token-invalid',
]);

const graphStages: readonly Row[] = [
  [
    /\b(?:Request_BadRequest|Request_ResourceNotFound|Directory_QuotaExceeded|Directory_ResourceSizeExceeded|NoBackingApplicationObject|Credential\w+AsPerAppPolicy|Authorization_RequestDenied)\b/,
    'graph-provision',
  ],
  [
    /\b(?:addPassword|servicePrincipals|appRoleAssignments?|appRoleAssignedTo|oauth2PermissionGrants)\b/,
    'graph-provision',
  ],
];

const smtpStages: readonly Row[] = [
  [/\bSTARTTLS\b|\bTLS 1\.[01]\b|\b4\.7\.66\b/i, 'smtp-connect'],
  [/(?:^|[^\w.])(?:535|534|538|334)[ -]|\b5\.7\.(?:139|30|[348])\b(?!\.)/, 'smtp-auth'],
  [/\b5\.7\.57\b|\bto send mail\b/i, 'smtp-send'],
  [/\bline too long\b|\bauthenticat|\bSmtpClientAuthentication\b|\bEAUTH\b|\bAUTH\b/i, 'smtp-auth'],
  [/\b(?:MAIL FROM|RCPT TO|sender|recipient|message|mailbox|quota)\b/i, 'smtp-send'],
  [/(?:^|[^\w.])(?:421|220|554)[ -]/, 'smtp-connect'],
];

const pop3Stages: readonly Row[] = [
  [/\b(?:RETR|UIDL|DELE|LIST|TOP|STAT)\b|\bno such message\b/i, 'pop3-retrieve'],
  // The sign-in had been accepted.
  [
    /\bauthenticated but not connected\b|\bnot valid in this state\b|-ERR connection is closed\b/i,
    'pop3-retrieve',
  ],
  [/\bauthenticat|\blog-?on\b|\blogin\b|\bpassword\b|\[AUTH\]/i, 'pop3-auth'],
  [/\bTLS 1\.[01]\b|\bgreeting\b|\bServer Unavailable\b/i, 'pop3-connect'],
];

const networkStages: readonly Row[] = [
  [/\bsmtp\b|:(?:587|465|25)\b|\bport:? ?(?:587|465|25)\b|\bSTARTTLS\b/i, 'smtp-connect'],
  [/\bpop3?s?\b|:(?:995|110)\b|\bport:? ?(?:995|110)\b|\boutlook\.office365\.com\b/i, 'pop3-connect'],
  [/\bgraph\b/i, 'graph-probe'],
  [/\bbotframework\b|\btrafficmanager\b/i, 'bot-send'],
];
