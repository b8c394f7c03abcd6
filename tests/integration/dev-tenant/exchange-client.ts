import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

import { startDevTenant, type DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import type { ExchangeOptions, MailHost, MailHosts } from '../../../src/dev-tenant/exchange/exchange.ts';
import { signToken } from '../../../src/dev-tenant/entra/access-token.ts';
import { clientIds, tenantIds, userIds } from '../../../src/dev-tenant/seed/identifiers.ts';

export type Person = keyof typeof userIds;

export const addressOf = (person: Person): string => `${person}@muster.example`;

/** A mail protocol spoken by hand: lines out, lines in, nothing hidden. */
export class LineClient {
  #socket: Socket;
  #text = '';
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#listen(socket);
  }

  send(text: string): void {
    this.#socket.write(Buffer.from(text, 'utf8'));
  }

  async line(): Promise<string> {
    await this.#until(() => this.#text.includes('\r\n'));
    const end = this.#text.indexOf('\r\n');
    const line = this.#text.slice(0, end);
    this.#text = this.#text.slice(end + 2);
    return line;
  }

  /** Sends a line and gives the first line of the answer. */
  async command(line: string): Promise<string> {
    this.send(`${line}\r\n`);
    return this.line();
  }

  /** The lines of a POP3 answer after the first, up to the dot, as they came. */
  async multiline(): Promise<string[]> {
    const lines: string[] = [];
    for (let line = await this.line(); line !== '.'; line = await this.line()) lines.push(line);
    return lines;
  }

  /** An SMTP answer of one or more lines. */
  async reply(): Promise<string[]> {
    const lines = [await this.line()];
    while (lines.at(-1)?.[3] === '-') lines.push(await this.line());
    return lines;
  }

  /** What has come when the server has closed the connection. */
  async untilClosed(): Promise<string> {
    await this.#until(() => this.#ended);
    return this.#text;
  }

  async secure(ca: string): Promise<void> {
    this.#socket.removeAllListeners('data');
    const socket = connectTls({ socket: this.#socket, ca, servername: 'localhost' });
    await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
    this.#socket = socket;
    this.#listen(socket);
  }

  close(): void {
    this.#socket.destroy();
  }

  #listen(socket: Socket): void {
    socket.on('data', (chunk: Buffer) => {
      this.#text += chunk.toString('latin1');
      this.#wake?.();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#ended = true;
      this.#wake?.();
    });
  }

  async #until(isThere: () => boolean): Promise<void> {
    while (!isThere()) {
      if (this.#ended)
        throw new Error(`The server closed the connection after ${JSON.stringify(this.#text)}`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** @throws the error of the TLS handshake */
export async function dialTls({ host, port, ca }: MailHost, options: { maxVersion?: 'TLSv1.1' } = {}) {
  const socket = connectTls({ host, port, ca, servername: 'localhost', ...options });
  await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
  return new LineClient(socket);
}

export async function dialTcp({ host, port }: MailHost): Promise<LineClient> {
  const socket = connectTcp({ host, port });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return new LineClient(socket);
}

export const xoauth2 = (user: string, token: string): string =>
  Buffer.from(`user=${user}\x01auth=Bearer ${token}\x01\x01`).toString('base64');

/** A dev tenant with its mail hosts, as a mail client meets it. */
export class MailTenant {
  readonly tenant: DevTenant;
  readonly hosts: MailHosts;
  readonly #clients: LineClient[] = [];

  private constructor(tenant: DevTenant, hosts: MailHosts) {
    this.tenant = tenant;
    this.hosts = hosts;
  }

  static async start(exchange: ExchangeOptions = {}): Promise<MailTenant> {
    const tenant = await startDevTenant({ exchange });
    if (!tenant.mailHosts) throw new Error('The tenant has no mail hosts.');
    return new MailTenant(tenant, tenant.mailHosts);
  }

  get context(): DevTenant['context'] {
    return this.tenant.context;
  }

  close(): Promise<void> {
    return this.tenant.close();
  }

  /** Ends every connection of a test. */
  hangUp(): void {
    for (const client of this.#clients.splice(0)) client.close();
  }

  #keep(client: LineClient): LineClient {
    this.#clients.push(client);
    return client;
  }

  mailbox(address: string) {
    const mailbox = this.context.directory.mailboxes.find((candidate) => candidate.address === address);
    if (!mailbox) throw new Error(`${address} has no mailbox`);
    return mailbox;
  }

  /** Authenticated SMTP, which organisations of today have switched off. */
  allowSmtp(): void {
    for (const tenant of this.context.directory.tenants) tenant.smtpClientAuthenticationDisabled = false;
  }

  /** A delegated token for the mail protocols, as Entra issues it; claims and life can be made wrong. */
  token(person: Person, claims: Record<string, unknown> = {}, lifetimeSeconds = 3600): Promise<string> {
    const common = {
      aud: 'https://outlook.office.com',
      tid: tenantIds.muster,
      appid: clientIds.timeSensor,
      oid: userIds[person],
      scp: 'POP.AccessAsUser.All SMTP.Send',
    };
    return signToken(this.context, { ...common, ...claims }, lifetimeSeconds);
  }

  /** What the person's folder holds, by Graph, newest first. */
  async folder(person: Person, name: 'inbox' | 'sentitems'): Promise<Record<string, unknown>[]> {
    const token = await signToken(
      this.context,
      {
        aud: 'https://graph.microsoft.com',
        tid: tenantIds.muster,
        appid: clientIds.timeSensor,
        roles: ['Mail.ReadWrite'],
      },
      3600,
    );
    const response = await fetch(
      `${this.tenant.url}/graph/v1.0/users/${addressOf(person)}/mailFolders/${name}/messages?$top=100`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    return ((await response.json()) as { value: Record<string, unknown>[] }).value;
  }

  /** A POP3 session up to the greeting. */
  async pop(): Promise<LineClient> {
    const client = this.#keep(await dialTls(this.hosts.pop));
    await client.line();
    return client;
  }

  /** A POP3 session after AUTH, and what AUTH was answered with. */
  async popAs(user: string, token: string): Promise<{ client: LineClient; answer: string }> {
    const client = await this.pop();
    await client.command('AUTH XOAUTH2');
    return { client, answer: await client.command(xoauth2(user, token)) };
  }

  /** An SMTP session after EHLO over TLS. */
  async smtp(): Promise<LineClient> {
    const client = this.#keep(await dialTcp(this.hosts.smtp));
    await client.line();
    client.send('EHLO client.example\r\n');
    await client.reply();
    await client.command('STARTTLS');
    await client.secure(this.hosts.smtp.ca);
    client.send('EHLO client.example\r\n');
    await client.reply();
    return client;
  }

  /** An SMTP session after AUTH in two lines, and what AUTH was answered with. */
  async smtpAs(user: string, token: string): Promise<{ client: LineClient; answer: string }> {
    const client = await this.smtp();
    await client.command('AUTH XOAUTH2');
    return { client, answer: await client.command(xoauth2(user, token)) };
  }
}
