import { createTransport } from 'nodemailer';
import type { MailboxAccessToken } from '../../src/shared/api/mailbox-tokens.ts';
import type { MessageList, MessageSummary, MessageView } from '../../src/shared/api/messages.ts';
import type { RetrievalResult } from '../../src/shared/api/retrievals.ts';
import { caller, type Caller, type Product } from './product.ts';
import { connectEntity } from './registration.ts';
import { createKey } from './service-keys.ts';
import { allowSmtp, signInToMailbox } from './signed-in-mailbox.ts';

/** The lawyer's mailbox, signed in to, of an entity whose retrieval is on. */
export interface RetrievedMailbox {
  id: string;
  entityId: string;
  owner: Caller;
  admin: Caller;
  /** LEGAL 365, by a key of the entity with scope `mail`. */
  legal365: Caller;
  /** Sends octets to the mailbox as they are, without retrieving them. */
  send(message: string | Buffer): Promise<void>;
  /** Retrieves what is there. */
  retrieve(): Promise<RetrievalResult>;
  /** Sends and retrieves; answers the message as the list shows it. */
  receive(message: string | Buffer): Promise<MessageSummary>;
  list(query?: string, by?: Caller): Promise<MessageList>;
  view(message: MessageSummary): Promise<MessageView>;
}

export const lawyerAddress = 'lawyer@muster.example';

export async function startRetrievedMailbox(product: Product): Promise<RetrievedMailbox> {
  const admin = await product.as('admin@muster.example');
  const owner = await product.as(lawyerAddress);
  const entityId = (await connectEntity(admin, product.tenant.seed.ready)).body.entity.id;
  allowSmtp(product);
  const { id } = await signInToMailbox(product, owner, entityId, lawyerAddress);
  const settings = { on: true, everyMinutes: 60, deleteFromServer: false };
  const switched = await admin.call('PUT', `entities/${entityId}/retrieval`, settings);
  if (switched.status !== 200) throw new Error(`retrieval stays off: ${switched.text}`);
  const { key } = await createKey(admin, entityId, { scopes: ['mail'] });
  const legal365 = caller(product.url, key);
  const mailbox = { id, entityId, owner, admin, legal365, send, retrieve, receive, list, view };
  await retrieve();
  return mailbox;

  async function send(message: string | Buffer): Promise<void> {
    const { body } = await legal365.call<MailboxAccessToken>('POST', `mailboxes/${id}/access-token`);
    const { host, port, ca } = product.tenant.clientCloudEndpoints().smtp ?? {};
    const auth = { type: 'OAuth2' as const, user: body.smtpUser ?? '', accessToken: body.accessToken };
    const transport = createTransport({ host, port, requireTLS: true, tls: { ca }, auth });
    const raw = typeof message === 'string' ? Buffer.from(message.replaceAll(/\r?\n/g, '\r\n')) : message;
    await transport.sendMail({ envelope: { from: lawyerAddress, to: [lawyerAddress] }, raw });
    transport.close();
  }
  async function retrieve(): Promise<RetrievalResult> {
    const { body, status, text } = await owner.call<RetrievalResult>('POST', `mailboxes/${id}/retrievals`);
    if (status !== 200 || body.outcome !== 'done') throw new Error(`not retrieved: ${text}`);
    return body;
  }
  async function receive(message: string | Buffer): Promise<MessageSummary> {
    await send(message);
    await retrieve();
    const [newest] = (await list('?order=newest&limit=1')).messages;
    if (newest === undefined) throw new Error('nothing came');
    return newest;
  }
  async function list(query = '', by = owner): Promise<MessageList> {
    const { body, status, text } = await by.call<MessageList>('GET', `mailboxes/${id}/messages${query}`);
    if (status !== 200) throw new Error(`no list: ${text}`);
    return body;
  }
  async function view(message: MessageSummary): Promise<MessageView> {
    const path = `mailboxes/${id}/messages/${message.id}`;
    const { body, status, text } = await owner.call<MessageView>('GET', path);
    if (status !== 200) throw new Error(`not opened: ${text}`);
    return body;
  }
}

/** A message of the lawyer's to himself. */
export function buildMessage(
  subject: string,
  rest = 'Content-Type: text/plain; charset=utf-8\n\nText\n',
): string {
  return `From: Lara Lawyer <${lawyerAddress}>\nTo: ${lawyerAddress}\nSubject: ${subject}\n${rest}`;
}
