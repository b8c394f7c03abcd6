import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { addressOf, MailTenant, xoauth2, type LineClient } from './exchange-client.ts';

let tenant: MailTenant;
beforeAll(async () => {
  tenant = await MailTenant.start({ idleMs: { beforeSignIn: 20_000, afterSignIn: 20_000 } });
});
afterEach(() => tenant.hangUp());
afterAll(() => tenant.close());
beforeEach(() => tenant.context.reset());

const lawyer = addressOf('lawyer');
const authenticated = '+OK User successfully authenticated.';
const refused = '-ERR Authentication failure: unknown user name or bad password.';
const closed = '-ERR Protocol error. Connection is closed. 10';

async function signedIn(): Promise<LineClient> {
  const { client, answer } = await tenant.popAs(lawyer, await tenant.token('lawyer'));
  expect(answer).toBe(authenticated);
  return client;
}

describe('before sign-in', () => {
  test('the host greets as Exchange, and lists what Exchange lists: no PIPELINING', async () => {
    const client = await tenant.pop();
    expect(await client.command('CAPA')).toBe('+OK');
    expect(await client.multiline()).toEqual(['TOP', 'UIDL', 'SASL PLAIN XOAUTH2', 'USER']);
    expect(await client.command('QUIT')).toBe('+OK Microsoft Exchange Server POP3 server signing off.');
    expect(await client.untilClosed()).toBe('');
  });

  test('nothing of a mailbox is shown', async () => {
    const client = await tenant.pop();
    for (const command of ['STAT', 'LIST', 'UIDL 1', 'RETR 1', 'DELE 1']) {
      expect(await client.command(command)).toBe('-ERR Command is not valid in this state.');
    }
  });

  test('a password is refused by USER and PASS and by AUTH PLAIN', async () => {
    const client = await tenant.pop();
    expect(await client.command(`USER ${lawyer}`)).toBe('+OK');
    const failure = '-ERR Logon failure: unknown user name or bad password.';
    expect(await client.command('PASS Demo-2026!')).toBe(failure);
    expect(await client.command('AUTH PLAIN')).toBe('+ ');
    expect(await client.command(Buffer.from('\0lawyer\0Demo-2026!').toString('base64'))).toBe(failure);
  });

  test('a token in the line of AUTH is a protocol error, and the connection is closed', async () => {
    const client = await tenant.pop();
    const short = xoauth2('a@b.example', 'token');
    expect(await client.command(`AUTH XOAUTH2 ${short}`)).toBe(closed);
    await client.untilClosed();
  });

  test('ten bad commands, or a line without end, close the connection', async () => {
    const client = await tenant.pop();
    for (let count = 1; count < 10; count++)
      expect(await client.command('HELO')).toBe('-ERR Protocol error. 14');
    expect(await client.command('HELO')).toBe(closed);
    await client.untilClosed();
    const other = await tenant.pop();
    other.send('x'.repeat(100_000));
    expect(await other.line()).toBe(closed);
    await other.untilClosed();
  });
});

describe('a token', () => {
  test('of the owner opens the mailbox, named in any case', async () => {
    for (const user of [lawyer, lawyer.toUpperCase()]) {
      const { answer } = await tenant.popAs(user, await tenant.token('lawyer'));
      expect(answer).toBe(authenticated);
    }
  });

  test('of a delegate with Full Access opens the shared mailbox, another person does not get in', async () => {
    const shared = addressOf('kanzlei');
    expect((await tenant.popAs(shared, await tenant.token('lawyer'))).answer).toBe(authenticated);
    expect((await tenant.popAs(shared, await tenant.token('assistant'))).answer).toBe(refused);
    expect((await tenant.popAs(lawyer, await tenant.token('assistant'))).answer).toBe(refused);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['for Graph', { aud: 'https://graph.microsoft.com' }, 3600],
    ['without the right for POP', { scp: 'SMTP.Send' }, 3600],
    ['that has expired', {}, -60],
    ['of another directory', { tid: '6e616368-6261-4721-8a01-000000000002' }, 3600],
    ['that is app-only', { scp: undefined, roles: ['POP.AccessAsApp'] }, 3600],
  ])('%s is refused with the one text that Exchange has', async (_name, claims, seconds) => {
    const { answer } = await tenant.popAs(lawyer, await tenant.token('lawyer', claims, seconds));
    expect(answer).toBe(refused);
  });

  test.each([
    ['signed by somebody else', (token: string) => `${token.slice(0, -8)}AAAAAAAA`],
    ['that is none', () => 'nonsense'],
  ])('%s is refused', async (_name, alter) => {
    const { answer } = await tenant.popAs(lawyer, alter(await tenant.token('lawyer')));
    expect(answer).toBe(refused);
  });

  test('above 4,096 characters is a protocol error, though it is good', async () => {
    const token = await tenant.token('lawyer', {
      groups: Array.from({ length: 90 }, () => tenant.tenant.url.repeat(2)),
    });
    expect(token.length).toBeGreaterThan(4096);
    const { client, answer } = await tenant.popAs(lawyer, token);
    expect(answer).toBe(closed);
    await client.untilClosed();
  });

  test.each(['!!!', '', Buffer.from('user=a').toString('base64')])(
    'a response %j is refused',
    async (response) => {
      const client = await tenant.pop();
      expect(await client.command('AUTH XOAUTH2')).toBe('+ ');
      expect(await client.command(response)).toBe(refused);
    },
  );
});

describe('switched off or missing', () => {
  test('POP off for the mailbox, a blocked account and a mailbox that is not there read the same', async () => {
    tenant.mailbox(lawyer).popEnabled = false;
    expect((await tenant.popAs(lawyer, await tenant.token('lawyer'))).answer).toBe(refused);
    expect((await tenant.popAs(addressOf('disabled'), await tenant.token('disabled'))).answer).toBe(refused);
    expect((await tenant.popAs(addressOf('unlicensed'), await tenant.token('unlicensed'))).answer).toBe(
      refused,
    );
  });
});

describe('the maildrop', () => {
  test('holds the inbox: STAT, LIST, UIDL, TOP and RETR agree, sizes are estimates', async () => {
    const client = await signedIn();
    const [, count, octets] = (await client.command('STAT')).split(' ');
    expect(count).toBe('1');
    expect(await client.command('LIST')).toBe('+OK');
    expect(await client.multiline()).toEqual([`1 ${octets}`]);
    expect(await client.command('LIST 1')).toBe(`+OK 1 ${octets}`);
    expect(await client.command('UIDL')).toBe('+OK');
    const [unique] = await client.multiline();
    expect(unique).toMatch(/^1 [!-~]{1,70}$/);
    expect(await client.command('UIDL 1')).toBe(`+OK ${unique}`);
    expect(await client.command('RETR 1')).toBe('+OK');
    const message = await client.multiline();
    expect(message).toContain('Subject: Willkommen');
    expect(message.join('\r\n').length).not.toBe(Number(octets));
    expect(Buffer.from(message.slice(message.indexOf('') + 1).join(''), 'base64').toString()).toContain(
      'Guten Tag Laura',
    );
    expect(await client.command('TOP 1 0')).toBe('+OK');
    expect(await client.multiline()).toEqual(message.slice(0, message.indexOf('') + 1));
  });

  test('is open to sixteen sessions of a mailbox at a time, and to the next when one has ended', async () => {
    const token = await tenant.token('assistant');
    const address = addressOf('assistant');
    const sessions = await Promise.all(Array.from({ length: 16 }, () => tenant.popAs(address, token)));
    expect(new Set(sessions.map(({ answer }) => answer))).toEqual(new Set([authenticated]));
    expect((await tenant.popAs(address, token)).answer).toMatch(/^-ERR .*MsgUserConnectionLimitReached/);
    await sessions[0]?.client.command('QUIT');
    await sessions[0]?.client.untilClosed();
    expect((await tenant.popAs(address, token)).answer).toBe(authenticated);
  });

  test('a message keeps its unique id from session to session', async () => {
    const [first, second] = [await signedIn(), await signedIn()];
    expect(await first.command('UIDL 1')).toBe(await second.command('UIDL 1'));
  });

  test('DELE counts at QUIT only; RSET takes it back; a lost connection deletes nothing', async () => {
    let client = await signedIn();
    expect(await client.command('DELE 1')).toBe('+OK');
    expect(await client.command('RETR 1')).toBe('-ERR The specified message is out of range.');
    expect(await client.command('STAT')).toBe('+OK 0 0');
    expect(await client.command('RSET')).toBe('+OK');
    expect(await client.command('STAT')).toMatch(/^\+OK 1 /);
    expect(await client.command('DELE 1')).toBe('+OK');
    client.close();
    client = await signedIn();
    expect(await client.command('STAT')).toMatch(/^\+OK 1 /);
    await client.command('DELE 1');
    await client.command('QUIT');
    await client.untilClosed();
    expect(await tenant.folder('lawyer', 'inbox')).toEqual([]);
  });

  test.each([
    'RETR',
    'RETR 2',
    'RETR x',
    'RETR -1',
    'RETR 1 2',
    'TOP 1',
    'TOP 1 x',
    'LIST 9',
    'DELE 0',
    'STAT 1',
  ])('%s is an error and nothing more', async (command) => {
    const client = await signedIn();
    expect(await client.command(command)).toMatch(
      /^-ERR (Invalid arguments|The specified message is out of range)/,
    );
    expect(await client.command('NOOP')).toBe('+OK');
  });

  test('commands sent together are answered in order', async () => {
    const client = await signedIn();
    client.send('NOOP\r\nSTAT\r\nUIDL 1\r\n');
    expect(await client.line()).toBe('+OK');
    expect(await client.line()).toMatch(/^\+OK 1 /);
    expect(await client.line()).toMatch(/^\+OK 1 \S+$/);
  });
});
