import type { Conversation } from '../conversation.ts';
import type { CommandOptions } from '../exchange.ts';
import { Listing } from './listing.ts';

/** What the server can do now; another list may come after the sign-in (RFC 2449 section 3). */
export interface Capabilities {
  /** Names in upper case with their arguments as sent, e.g. `SASL` with `['PLAIN', 'XOAUTH2']`. */
  all: ReadonlyMap<string, readonly string[]>;
  /** SASL mechanisms in upper case (RFC 5034 section 3). */
  mechanisms: readonly string[];
  pipelining: boolean;
  uidl: boolean;
  top: boolean;
}

/** CAPA (RFC 2449 section 5). From then on the conversation pipelines if the server offers it, else not. */
export async function capa(conversation: Conversation, options: CommandOptions = {}): Promise<Capabilities> {
  const { capabilityLines: lines, listingLineOctets: lineOctets, windowCommands } = conversation.limits;
  const body = new Listing(readCapability, { lines, lineOctets });
  await conversation.send({ stage: 'capa', command: 'CAPA', body, ...options });
  const all = new Map(body.entries);
  const pipelining = all.has('PIPELINING');
  conversation.turns.window = pipelining ? windowCommands : 1;
  const mechanisms = (all.get('SASL') ?? []).map((name) => name.toUpperCase());
  return { all, mechanisms, pipelining, uidl: all.has('UIDL'), top: all.has('TOP') };
}

function readCapability(line: string): [string, string[]] | undefined {
  const [name = '', ...parameters] = line.trim().split(/ +/);
  return [name.toUpperCase(), parameters];
}
