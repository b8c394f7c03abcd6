import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request as httpRequest, type ClientRequest } from 'node:http';
import type { Problem } from '../../../src/shared/api/problem.ts';
import { startProduct, type Product } from '../../support/product.ts';
import {
  buildMessage,
  startRetrievedMailbox,
  type RetrievedMailbox,
} from '../../support/retrieved-mailbox.ts';

let product: Product;
let mailbox: RetrievedMailbox;

beforeAll(async () => {
  product = await startProduct();
  mailbox = await startRetrievedMailbox(product);
});
afterAll(() => product.close());

interface Upload {
  request: ClientRequest;
  /** Status, once there is an answer. */
  answered: Promise<number>;
}

/** Announces a large message and sends nothing of it. */
function beginUpload(): Upload {
  const request = httpRequest(`${product.url}/api/v1/mailboxes/${mailbox.id}/submissions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${mailbox.legal365.token}`,
      'content-type': 'application/json',
      'content-length': 34_000_000,
    },
  });
  const answered = new Promise<number>((resolve) => {
    request.on('response', (response) => resolve(response.resume().statusCode ?? 0));
    request.on('error', () => resolve(0));
  });
  request.flushHeaders();
  return { request, answered };
}

const submit = (message: string) =>
  mailbox.legal365.call<Problem>('POST', `mailboxes/${mailbox.id}/submissions`, {
    message,
    recipients: ['assistant@muster.example'],
  });

describe('LEGAL 365 hands over large messages', () => {
  test('two at a time: the third is refused before its octets are read, small ones are not', async () => {
    const uploads = [beginUpload(), beginUpload(), beginUpload()];
    expect(await Promise.race(uploads.map(({ answered }) => answered))).toBe(429);
    expect((await submit('')).status).toBe(422);
    for (const { request } of uploads) request.destroy();
    await Promise.all(uploads.map(({ answered }) => answered));
  });

  test('uploads that were given up make room again', async () => {
    let answer = await submit('!'.repeat(20_000_000));
    for (let more = 20; answer.status === 429 && more > 0; more--) {
      answer = await submit('!'.repeat(20_000_000));
    }
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
  });
});

describe('somebody opens messages without measure', () => {
  /** More than sockets and systems hold back for a reader who does not read. */
  const attachmentOctets = 14_000_000;
  const large = Buffer.alloc(attachmentOctets, 'Akten ').toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  const withAttachment = buildMessage(
    'Gross',
    `MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b

Text
--b
Content-Type: application/pdf; name=akte.pdf
Content-Disposition: attachment; filename=akte.pdf
Content-Transfer-Encoding: base64

${large}
--b--
`,
  );
  const open = (path: string, signal?: AbortSignal) =>
    fetch(`${product.url}/api/v1/mailboxes/${mailbox.id}/messages/${path}`, {
      headers: { authorization: `Bearer ${mailbox.owner.token}` },
      ...(signal && { signal }),
    });

  test('three attachments that nobody reads are open at most, and make room when they are left', async () => {
    const { id } = await mailbox.receive(withAttachment);
    const left = new AbortController();
    // A response that nobody holds is cancelled when it is collected.
    const held: Response[] = [];
    for (let count = 0; count < 3; count++) held.push(await open(`${id}/attachments/0`, left.signal));
    expect(held.map(({ status }) => status)).toEqual([200, 200, 200]);
    const refused = await open(`${id}/attachments/0`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    left.abort();
    let again = await open(`${id}/attachments/0`);
    for (let more = 200; again.status === 429 && more > 0; more--) again = await open(`${id}/attachments/0`);
    expect((await again.arrayBuffer()).byteLength).toBe(attachmentOctets);
  });

  test('one message opened a dozen times at once is taken apart four times, the rest is refused', async () => {
    const { id } = await mailbox.receive(buildMessage('Klein'));
    const answers = await Promise.all(Array.from({ length: 12 }, () => open(id)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(4);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});
