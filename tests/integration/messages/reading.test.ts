import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

const fetchAttachment = (messageId: string, index: number | string) =>
  fetch(`${product.url}/api/v1/mailboxes/${mailbox.id}/messages/${messageId}/attachments/${index}`, {
    headers: { authorization: `Bearer ${mailbox.owner.token}` },
  });

describe('the owner opens a message that was sent and retrieved', () => {
  test('with hostile HTML: its text and looks, nothing that acts', async () => {
    const message = await mailbox.receive(
      buildMessage(
        'Böse',
        `MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit

<html><head><meta http-equiv="refresh" content="0;url=https://x.example"><style>@import url(https://x.example)</style>
<script>alert(1)</script></head><body onload="alert(2)"><form action="https://x.example"><input name=p></form>
<svg onload="alert(3)"><script>alert(4)</script></svg><p style="color:red;background:url(https://x.example)">Grüezi</p>
<img src="https://x.example/pixel.png" onerror="alert(5)"><a href="javascript:alert(6)">Link</a></body></html>
`,
      ),
    );
    const view = await mailbox.view(message);
    expect(view).toMatchObject({ remoteImages: 1, attachments: [], incomplete: false });
    expect(view.text).toContain('Grüezi');
    expect(view.html?.replaceAll(/\s+/g, ' ').trim()).toBe(
      '<p style="color:red">Grüezi</p> <img><a>Link</a>',
    );
    expect(view.to).toEqual([{ name: null, address: 'lawyer@muster.example' }]);
  });

  test('with attachments: saved under a safe name, never shown', async () => {
    const { id } = await mailbox.receive(
      buildMessage(
        'Anhänge',
        `MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b

Text
--b
Content-Type: text/html; name="../../etc/rechnung\u202efdp.html"
Content-Disposition: attachment

<script>alert(1)</script>
--b--
`,
      ),
    );
    const { headers, status, text } = await fetchAttachment(id, 0).then(async (response) => ({
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    }));
    expect({ status, text }).toEqual({ status: 200, text: '<script>alert(1)</script>' });
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[^"/\\]+"; filename\*=UTF-8''[\w%.~-]+$/);
    expect(decodeURIComponent(disposition)).not.toMatch(/[\u202e/\\]/);
    for (const index of [1, 999]) expect((await fetchAttachment(id, index)).status).toBe(404);
    for (const index of ['x', '-1', '1.5']) expect((await fetchAttachment(id, index)).status).toBe(422);
  });

  test('that LEGAL 365 takes over meanwhile: gone, and why', async () => {
    const message = await mailbox.receive(buildMessage('Weg'));
    await mailbox.legal365.call('POST', `mailboxes/${mailbox.id}/acknowledgements`, {
      messageIds: [message.id],
    });
    const path = `mailboxes/${mailbox.id}/messages/${message.id}`;
    const answer = await mailbox.owner.call<Problem>('GET', path);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(answer.body.detail).toMatch(/acknowledged/);
    const unknown = await mailbox.owner.call<Problem>(
      'GET',
      `mailboxes/${mailbox.id}/messages/${crypto.randomUUID()}`,
    );
    expect(unknown).toMatchObject({ status: 404, body: { detail: 'There is no such message' } });
  });

  test('and goes away while a large one is being sent: the server goes on', async () => {
    const megabyte = `${'x'.repeat(74)}\r\n`.repeat(13_000);
    const { id } = await mailbox.receive(buildMessage('Gross', `\n${megabyte.repeat(5)}`));
    const leave = new AbortController();
    const response = await fetch(`${product.url}/api/v1/mailboxes/${mailbox.id}/messages/${id}/content`, {
      headers: { authorization: `Bearer ${mailbox.owner.token}` },
      signal: leave.signal,
    });
    const reader = response.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    leave.abort();
    await expect(reader.read()).rejects.toThrow();
    expect((await mailbox.list('?order=newest&limit=1')).messages[0]?.id).toBe(id);
    expect(product.logged()).not.toContain('request failed');
  });
});
