import type { ProblemCode } from '../../../api/problem.ts';
import type { Confidence, WhoCanFix } from '../../../causes.ts';
import { plural } from '../../plural.ts';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const uiVerdict = {
  verdict: {
    whoLabel: 'Who can solve it',
    who: {
      admin: 'An administrator of your Microsoft 365',
      user: 'You yourself',
      developer: 'LEGAL 365 support: send the answer below',
      nobody: 'Nobody has to do anything for now; it often passes by itself',
    } satisfies Record<WhoCanFix, string>,
    /** Where the cause is not known. */
    whoUnknown: 'Not known, because the reason is not known. If it comes again: LEGAL 365 support',
    steps: 'What to do',
    alternatives: 'It may also be',
    confidence: {
      certain: '',
      likely: 'This is the most likely reason.',
      guess: 'Microsoft’s answer says little: this is a guess.',
    } satisfies Record<Confidence, string>,
    waitSeconds: (seconds: number) =>
      count(
        seconds,
        'Microsoft asks to wait 1 second before the next try.',
        `Microsoft asks to wait ${seconds} seconds before the next try.`,
      ),
    contradictions: {
      'right-in-token-but-refused': 'The right is granted, and yet Microsoft has refused the access.',
      'right-missing-but-answered':
        'The right is not in the token, and yet Microsoft has answered: access may be limited to certain mailboxes.',
    },
    longToken: (length: string) =>
      `The access token for this mailbox is unusually long: ${length} characters. Exchange’s POP3 server is reported to refuse tokens of more than 4,096 characters although they are valid. Then neither a new sign-in nor a changed setting helps: report it to LEGAL 365 support. Sending is not affected.`,
    grantConsent: 'Grant admin consent',
    grantConsentHint:
      'Opens Microsoft’s page. It takes a Global Administrator or a Privileged Role Administrator.',
    cannotConsent:
      'Your role cannot consent to these rights. Send the link to a Global Administrator or a Privileged Role Administrator.',
    copyConsentLink: 'Copy the link',
    prepareMessage: 'Prepare a message with the link',
    openPermissions: 'Open API permissions',
    openSecrets: 'Open Certificates & secrets',
    openRegistration: 'Open the registration',
    answer: 'Microsoft’s answer',
    received: 'What was received',
    facts: {
      code: 'Code',
      error: 'Error',
      message: 'Message',
      httpStatus: 'HTTP status',
      requestId: 'Request ID',
      traceId: 'Trace ID',
      correlationId: 'Correlation ID',
      time: 'Time',
      permission: 'Right',
      mailbox: 'Mailbox',
      host: 'Server',
    },
  },
  problems: {
    'validation-failed': { title: 'Something in the entry is not right', text: 'Correct the marked fields.' },
    'body-not-json': { title: 'The request was not understood', text: 'Load the page again.' },
    'body-too-large': { title: 'The entry is too long', text: 'Shorten it and try again.' },
    'media-type-unsupported': { title: 'The request was not understood', text: 'Load the page again.' },
    'token-missing': { title: 'You are not signed in', text: 'Sign in again.' },
    'token-refused': { title: 'Your sign-in is no longer valid', text: 'Sign in again.' },
    'tenant-not-allowed': {
      title: 'Your organisation may not use this installation',
      text: 'Ask the operator of LEGAL 365 Connect to admit your directory.',
    },
    'role-missing': { title: 'Your role does not allow this', text: 'Ask your administrator.' },
    'key-refused': {
      title: 'The service key is not accepted',
      text: 'It is unknown, expired or was revoked. Create a new one.',
    },
    'scope-missing': { title: 'The service key may not do this', text: 'Create a key with this scope.' },
    'not-found': {
      title: 'This does not exist (any more)',
      text: 'It may have been removed. Go to the overview.',
    },
    conflict: {
      title: 'Somebody else has changed this meanwhile',
      text: 'Load it again and repeat your change.',
    },
    'registration-missing': { title: 'No registration is stored', text: 'Enter the registration first.' },
    'registration-refused': { title: 'Microsoft has refused the values', text: 'Nothing was stored.' },
    'registration-unchecked': {
      title: 'The values could not be checked',
      text: 'Nothing was stored. Try again in a few minutes.',
    },
    'app-token-refused': {
      title: 'Microsoft issues no token',
      text: 'The registration is refused. The connection test says why.',
    },
    'sign-in-needed': {
      title: 'The mailbox needs a sign-in',
      text: 'Nobody has signed in to this mailbox yet, or the sign-in has to be made again. Open the account and choose “Sign in with Microsoft”.',
    },
    'retrieval-off': {
      title: 'Retrieval is switched off',
      text: 'Your administrator can switch it on for this entity, under Mailboxes.',
    },
    'too-many-requests': { title: 'Too many requests', text: 'Wait a minute and try again.' },
    unavailable: {
      title: 'LEGAL 365 Connect is not available at the moment',
      text: 'Try again in a few minutes.',
    },
    internal: {
      title: 'Something went wrong on our side',
      text: 'Try again. If it stays, send the number below to support.',
    },
  } satisfies Record<ProblemCode, { title: string; text: string }>,
  problem: {
    unreachable: {
      title: 'LEGAL 365 Connect cannot be reached',
      text: 'Check the connection to the internet and try again.',
    },
    unreadable: {
      title: 'The answer was not understood',
      text: 'This page and the server may have different versions. Load the page again.',
    },
    requestId: (id: string) => `Number for support: ${id}`,
  },
} as const;
