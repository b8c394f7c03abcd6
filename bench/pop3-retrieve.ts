/** Retrieves a mailbox into a folder, one file a message: the program that bench/pop3.ts measures. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { connectPop3 } from '../src/server/protocols/pop3/index.ts';

interface Options {
  host: string;
  port: number;
  ca: string;
  user: string;
  accessToken: string;
  folder: string;
  mode: 'pipelining' | 'serial';
}

const options = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Options;
const client = await connectPop3(options);
await client.authXoauth2(options);
if (options.mode === 'pipelining') await client.capa();
const [, listing] = await Promise.all([client.uidl(), client.list()]);
for await (const message of client.retrieve(listing)) {
  if ('refusal' in message) throw message.refusal;
  const file = openSync(join(options.folder, String(message.number)), 'w');
  for await (const chunk of message.content) writeSync(file, chunk);
  closeSync(file);
}
await client.quit();
