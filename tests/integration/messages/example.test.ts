import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startProduct, type Product } from '../../support/product.ts';
import {
  buildMessage,
  startRetrievedMailbox,
  type RetrievedMailbox,
} from '../../support/retrieved-mailbox.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/service-keys.md'), 'utf8');
const script = /## Taking retrieved mail over[^]*?```sh\n([^]*?)```/.exec(page)?.[1] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'taking-over-'));

let product: Product;
let mailbox: RetrievedMailbox;

beforeAll(async () => {
  product = await startProduct();
  mailbox = await startRetrievedMailbox(product);
});
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true });
});

const takeOver = (serviceKey = mailbox.legal365.token) =>
  promisify(execFile)('sh', ['-ec', script], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      CONNECT_URL: product.url,
      SERVICE_KEY: serviceKey,
      MAILBOX_ID: mailbox.id,
    },
  });
const files = () => readdirSync(folder).filter((name) => name.endsWith('.eml'));

test('the example for curl takes each message over once', async () => {
  await mailbox.receive(buildMessage('Erste'));
  const waiting = (await mailbox.list()).messages;
  await takeOver();
  expect(files().sort()).toEqual(waiting.map(({ id }) => `${id}.eml`).sort());
  expect((await mailbox.list()).messages).toEqual([]);

  const later = await mailbox.receive(buildMessage('Zweite'));
  await takeOver();
  expect(readFileSync(join(folder, `${later.id}.eml`), 'utf8')).toContain('Subject: Zweite\r\n');
  expect(files()).toHaveLength(waiting.length + 1);
  expect(readFileSync(join(folder, 'number'), 'utf8')).toBe(`${later.number}\n`);
});

test('the example for curl stops when the key is refused', async () => {
  await expect(takeOver(mailbox.legal365.token.slice(1))).rejects.toThrow('401');
});
