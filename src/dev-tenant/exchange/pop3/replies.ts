/** Everything the POP3 host says, with its source; what rests on less stands in docs/assumptions.md. */

const line = (text: string): string => `${text}\r\n`;

/** Name of the server in the brackets of its greeting: base64 of UTF-16, as in jstedfast/MailKit#1948. */
const serverName = Buffer.from('DEVTENANT.EXCHANGE.EXAMPLE', 'utf16le').toString('base64');

/** Wording of 2025 (jstedfast/MailKit#1948); up to 2024 it was "The Microsoft Exchange POP3 service is ready.". */
export const greeting = line(
  `+OK Microsoft Exchange POP3 server ready (tcpproxy/15.20.0000.000). [${serverName}]`,
);

/** "Authenticate an IMAP, POP or SMTP connection using OAuth", POP3 protocol exchange. */
export const continuation = line('+ ');
export const authenticated = line('+OK User successfully authenticated.');
export const authenticationFailure = line('-ERR Authentication failure: unknown user name or bad password.');

/** Passwords: jakartaee/mail-api#614. */
export const logonFailure = line('-ERR Logon failure: unknown user name or bad password.');

/** An initial response in the line of AUTH (getmail6/getmail6#256), a token above 4,096 characters (MailKit#1948). */
export const protocolErrorClosed = line('-ERR Protocol error. Connection is closed. 10');
export const protocolError = line('-ERR Protocol error. 14');

/** jstedfast/MailKit#391. */
export const wrongState = line('-ERR Command is not valid in this state.');

/** simonrob/email-oauth2-proxy#379: an outage and throttling read the same. */
export const serverUnavailable = line('-ERR Server Unavailable. 21');

/** Word of the server's log on Exchange 2013; the default on premises is 16 connections of one user. */
export const tooManyConnections = line(
  '-ERR Maximum connection limit of the user is reached: MsgUserConnectionLimitReached.',
);

export const idle = line('-ERR Connection is closed. 12');
export const noSuchMessage = line('-ERR The specified message is out of range.');
export const invalidArguments = line('-ERR Invalid arguments.');
export const signingOff = line('+OK Microsoft Exchange Server POP3 server signing off.');

export const ok = (text = ''): string => line(text === '' ? '+OK' : `+OK ${text}`);

/** kisli/vmime#267; PIPELINING (RFC 2449 section 6.6) is in no transcript. */
export const capabilities = (offersPipelining: boolean): string =>
  ['+OK', 'TOP', 'UIDL', 'SASL PLAIN XOAUTH2', 'USER', ...(offersPipelining ? ['PIPELINING'] : []), '.']
    .map(line)
    .join('');

export const listing = (lines: readonly string[]): string => ['+OK', ...lines, '.'].map(line).join('');
