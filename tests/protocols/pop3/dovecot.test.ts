import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  connectPop3,
  Pop3Error,
  type Pop3Client,
  type Pop3Options,
} from '../../../src/server/protocols/pop3/index.ts';
import { startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { describeWithDovecot } from '../../support/dovecot-suite.ts';
import { readAll } from './read-all.ts';

const address = 'anna@muster.example';

describeWithDovecot('POP3 on Dovecot', () => {
  let dovecot: Dovecot;

  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.stop());

  const options = (more: Partial<Pop3Options> = {}): Pop3Options => {
    const { host, port, ca } = dovecot;
    return { host, port, ca, ...more };
  };

  async function signedIn(user: string, more?: Partial<Pop3Options>): Promise<Pop3Client> {
    const client = await connectPop3(options(more));
    await client.authXoauth2({ user, accessToken: await dovecot.token(user) });
    return client;
  }

  const message = (subject: string, body: string | Buffer) =>
    Buffer.concat([Buffer.from(`Subject: ${subject}\r\n\r\n`), Buffer.from(body as string, 'latin1')]);

  test('a session from the greeting to QUIT: every command does what it says', async () => {
    const first = message('one', '.\r\n..two dots\r\n.\r\nlast line\r\n');
    const second = message('two', 'Gr\xfcezi, Z\xfcrich\r\n\xff\xfe\x80\r\n');
    dovecot.deliver(address, [first, second]);
    const client = await connectPop3(options());
    expect(client.security.protocol).toBe('TLSv1.3');
    expect((await client.capa()).mechanisms).toContain('XOAUTH2');
    await client.authXoauth2({ user: address, accessToken: await dovecot.token(address) });
    expect(await client.capa()).toMatchObject({ pipelining: true, uidl: true, top: true });
    expect(await client.stat()).toEqual({ messages: 2, octets: first.length + second.length });
    expect(await client.list()).toEqual([
      { number: 1, octets: first.length },
      { number: 2, octets: second.length },
    ]);
    expect(await client.listOf(2)).toBe(second.length);
    const uids = await client.uidl();
    expect(uids.map(({ number }) => number)).toEqual([1, 2]);
    expect(await client.uidlOf(2)).toBe(uids[1]!.uid);
    expect(await readAll(await client.retr(1))).toEqual(first);
    expect(await readAll(await client.retr(2))).toEqual(second);
    expect((await readAll(await client.top(1, 1))).toString()).toBe('Subject: one\r\n\r\n.\r\n');
    await client.dele(1);
    await client.rset();
    await client.noop();
    await client.dele(2);
    await client.quit();
    const again = await signedIn(address);
    expect(await again.uidl()).toEqual([uids[0]]);
    await again.quit();
  });

  test('5,000 messages arrive in order and unchanged, and 500 without pipelining', async () => {
    const user = 'many@muster.example';
    const bodies = Array.from({ length: 5000 }, (_, index) =>
      message(`number ${index}`, `${'.'.repeat(index % 4)}\r\n${'x'.repeat(index % 977)}\r\n`),
    );
    dovecot.deliver(user, bodies);
    for (const pipelining of [true, false]) {
      const client = await signedIn(user);
      if (pipelining) await client.capa();
      // Without, Dovecot takes a turn of the processor for each: a part is enough.
      const wanted = (await client.list()).slice(0, pipelining ? bodies.length : 500);
      const retrieved: string[] = [];
      for await (const next of client.retrieve(wanted)) {
        if ('refusal' in next) throw next.refusal;
        retrieved.push(digest(await readAll(next.content)));
      }
      await client.quit();
      expect(retrieved).toEqual(bodies.slice(0, wanted.length).map(digest));
    }
  });

  test('a message of 20 MB arrives unchanged although its reader is slower than the server', async () => {
    const user = 'big@muster.example';
    const body = Buffer.from(`${'0123456789abcdef'.repeat(4)}\r\n`.repeat(320_000));
    dovecot.deliver(user, [message('big', body), message('small', 'x\r\n')]);
    const client = await signedIn(user, { limits: { bufferOctets: 64 * 1024 } });
    const hash = createHash('sha256');
    for await (const chunk of await client.retr(1)) {
      hash.update(chunk);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(hash.digest('hex')).toBe(digest(message('big', body)));
    expect((await client.stat()).messages).toBe(2);
    await client.quit();
  });

  test('a message that does not exist is refused, and the others come all the same', async () => {
    const user = 'gaps@muster.example';
    dovecot.deliver(user, [message('one', 'x\r\n'), message('two', 'y\r\n')]);
    const client = await signedIn(user);
    await client.capa();
    const answers: string[] = [];
    for await (const next of client.retrieve([{ number: 1 }, { number: 7 }, { number: 2 }])) {
      answers.push(
        'refusal' in next ? next.refusal.failure : (await readAll(next.content)).toString('latin1', 9, 12),
      );
    }
    expect(answers).toEqual(['one', 'refused', 'two']);
    await expect(client.uidlOf(9)).rejects.toMatchObject({
      stage: 'uidl',
      command: 'UIDL 9',
      failure: 'refused',
    });
    await client.quit();
  });

  test.each([
    ['expired', { expiresAt: 1_700_000_000 }],
    ['of another issuer', { issuer: 'https://somebody.else.example/' }],
  ])('a token that is %s is refused with the decoded reason', async (_, claims) => {
    const client = await connectPop3(options());
    const accessToken = await dovecot.token(address, claims);
    const error = await client.authXoauth2({ user: address, accessToken }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Pop3Error);
    expect(error).toMatchObject({
      stage: 'auth',
      failure: 'refused',
      code: 'AUTH',
      command: 'AUTH XOAUTH2',
      accessTokenLength: accessToken.length,
      xoauth2: { status: expect.stringMatching(/^40\d$|invalid/) as unknown },
    });
    // The session goes on: a right token is accepted after it.
    await client.authXoauth2({ user: address, accessToken: await dovecot.token(address) });
    await client.quit();
  });

  test('a token of somebody else does not open the mailbox', async () => {
    const client = await connectPop3(options());
    const accessToken = await dovecot.token('eve@muster.example');
    await expect(client.authXoauth2({ user: address, accessToken })).rejects.toMatchObject({ code: 'AUTH' });
    client.close();
  });

  test('a token of over 4,096 characters is sent as it is', async () => {
    const groups = Array.from({ length: 80 }, (_, index) =>
      `11111111-2222-3333-4444-${index}`.padEnd(36, '0'),
    );
    const accessToken = await dovecot.token(address, { groups });
    expect(accessToken.length).toBeGreaterThan(4096);
    const client = await connectPop3(options());
    await client.authXoauth2({ user: address, accessToken });
    await client.quit();
  });

  test('AUTH in one line works where it is asked for', async () => {
    const client = await connectPop3(options());
    await client.authXoauth2({ user: address, accessToken: await dovecot.token(address) }, { oneLine: true });
    await client.quit();
  });

  test('commands given at once are answered each in its turn', async () => {
    const user = 'gaps@muster.example';
    const client = await signedIn(user);
    const answers = await Promise.all([client.stat(), client.listOf(1), client.noop(), client.uidl()]);
    expect(answers[0].messages).toBe(answers[3].length);
    await client.quit();
  });
});

const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');
