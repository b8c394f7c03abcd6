import type { Origin } from '../../shared/api/diagnoses.ts';
import type { Protocol, Stage } from '../../shared/causes.ts';
import { isMicrosofts, readAnswer, type Answer } from './answer.ts';
import type { Evidence } from './evidence.ts';
import { guessStage } from './guess-stage.ts';
import { header } from './headers.ts';
import { networkCodes, networkProse } from './network-codes.ts';
import { isOAuthError } from './oauth-errors.ts';
import { isDeliveryReport } from './refusal-in-text.ts';

/** A refusal as it was pasted: what is not told is guessed. */
export interface Pasted extends Pick<Evidence, 'httpStatus' | 'headers' | 'raw'> {
  protocol?: Protocol | undefined;
  stage?: Stage | undefined;
}

/** What the guess looks at. */
interface Seen {
  text: string;
  answer: Answer;
  headers: Evidence['headers'];
}

const textRead = 64 * 1024;
const proseRead = 2048;

/**
 * Where a pasted text comes from: exact marks first (a callback's fields, a reply code, Entra's number), then names and
 * hosts, prose last. A stage that was told names its protocol; only what is in neither is called guessed.
 */
export function guessOrigin(pasted: Pasted): Origin {
  const text = (pasted.raw ?? '').slice(0, textRead);
  const { headers, httpStatus } = pasted;
  const answer = readAnswer({ protocol: 'entra', stage: 'app-token', headers, httpStatus, raw: text });
  const told = pasted.protocol ?? (pasted.stage && protocolOf[pasted.stage]);
  const protocol = told ?? guessProtocol({ text, answer, headers });
  return {
    protocol,
    stage: pasted.stage ?? guessStage(protocol, text, answer),
    guessed: [
      ...(told === undefined ? (['protocol'] as const) : []),
      ...(pasted.stage === undefined ? (['stage'] as const) : []),
    ],
  };
}

/** Whether a text is of its protocol by form alone: nothing but SMTP writes a reply code and an enhanced status. */
export const isUnmistakable = (protocol: Protocol, text: string): boolean =>
  protocol === 'smtp' && smtpReplyWithStatus.test(text.slice(0, textRead));

const protocolOf: Readonly<Record<Stage, Protocol>> = {
  'app-token': 'entra',
  'code-exchange': 'entra',
  refresh: 'entra',
  'authorize-callback': 'entra',
  'admin-consent-callback': 'entra',
  'graph-probe': 'graph',
  'graph-provision': 'graph',
  'smtp-connect': 'smtp',
  'smtp-auth': 'smtp',
  'smtp-send': 'smtp',
  'pop3-connect': 'pop3',
  'pop3-auth': 'pop3',
  'pop3-retrieve': 'pop3',
  'bot-inbound': 'bot',
  'bot-send': 'bot',
};

function guessProtocol(seen: Seen): Protocol {
  return marks.find(([, shows]) => shows(seen))?.[0] ?? 'entra';
}

/** The Bot Connector's own codes and hosts (Teams: responses to errors of conversational bots). */
const botMarks =
  /\b(?:BotDisabledByAdmin|BotNotInConversationRoster|ConversationNotFound|ConversationBlockedByUser|MessageWritesBlocked|ForbiddenOperationException|BotMessageSizeTooBig|MessageSizeTooBig|ActivityNotFoundInConversation)\b|smba\.trafficmanager\.net|api\.botframework\.com/;
/** Exchange says so in words where a reply code is missing. */
const smtpWords =
  /\bSmtpClientAuthentication\b|\bSTARTTLS\b|\bRCPT TO\b|\bESMTP\b|\bsmtp[.-][a-z0-9.-]{2,80}\b|\bEAUTH\b|\bEENVELOPE\b|\bSubmissionQuota|\bSendAsDenied\b/i;
const pop3Words = /\bPOP3?S?\b|\bUIDL\b|outlook\.office365\.com:(?:995|110)/;
const pop3Error = /(?:^|[\s>:\]"'`,])-ERR\b/;
/** Code and enhanced status (RFC 3463) anywhere; a code alone only where a line of a reply begins (RFC 5321 section 4.2). */
const smtpReply =
  /(?:^|[^\w.])[245]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)|^(?:[^\s]{1,30}[ \t]{1,3}){0,3}(?:[45]\d\d[ -](?=\S)|334 [A-Za-z0-9+/]{8})/m;
const smtpReplyWithStatus = /(?:^|[^\w.])[245]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/m;
const enhancedStatus = /(?<![\w.])[45]\.\d{1,2}\.\d{1,3}(?!\.?\d)/;
const httpLine = /\bHTTP(?:\/[\d.]{1,3})?[ :]{1,2}[1-5]\d\d\b/;

/** First one that shows decides; those that could also stand in another's text come later. */
const marks: readonly (readonly [Protocol, (seen: Seen) => boolean])[] = [
  ['smtp', ({ text }) => isDeliveryReport(text)],
  ['bot', ({ text, answer }) => botMarks.test(text) && answer.numbers.length === 0],
  ['entra', ({ answer }) => answer.form === 'query'],
  ['graph', ({ answer }) => answer.form === 'json' && answer.codes.length > 0],
  ['entra', ({ answer }) => answer.numbers.length > 0 || isOAuthError(answer.error ?? '')],
  ['pop3', ({ text }) => pop3Error.test(text)],
  ['smtp', ({ text }) => smtpReply.test(text) && !httpLine.test(text)],
  ['network', ({ text }) => hasNetworkCode(text)],
  ['graph', ({ text, answer }) => answer.codes.length > 0 || /\bgraph\.microsoft\.com\b/.test(text)],
  ['entra', ({ text }) => /\blogin\.(?:microsoftonline|windows)\b|\badmin_consent=/i.test(text)],
  [
    'smtp',
    ({ text, answer }) => answer.form !== 'html' && (smtpWords.test(text) || enhancedStatus.test(text)),
  ],
  ['pop3', ({ text, answer }) => answer.form !== 'html' && pop3Words.test(text)],
  ['graph', isOfGraph],
  ['network', ({ text, answer }) => answer.form === 'text' && saysNetwork(text)],
];

/** Headers that Entra does not send. */
function isOfGraph({ headers, answer }: Seen): boolean {
  if (isMicrosofts(answer)) return false;
  const has = (name: string) => header(headers, name) !== undefined;
  return (
    has('request-id') ||
    has('x-ms-ags-diagnostic') ||
    /\bclaims=/.test(header(headers, 'www-authenticate') ?? '')
  );
}

const hasNetworkCode = (text: string): boolean =>
  text.split(/[^A-Za-z0-9_]+/, 5000).some((word) => Object.hasOwn(networkCodes, word));

function saysNetwork(text: string): boolean {
  const start = text.slice(0, proseRead);
  return networkProse.some(([pattern]) => pattern.test(start));
}
