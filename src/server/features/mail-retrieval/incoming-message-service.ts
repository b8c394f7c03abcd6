import { createHash } from 'node:crypto';
import type { MailboxKey } from '../mailboxes/index.ts';
import type { ChunkRow, ContentStore } from './content-store.ts';
import { longestHeader } from './header-lines.ts';
import { shortHash } from './uidl-listing.ts';

/** A message that has arrived as a whole. */
export interface Incoming {
  contentId: string;
  octets: number;
  /** 16 bytes of the SHA-256 of the content. */
  contentHash: Buffer;
  /** Its first octets, with the header in them. */
  beginning: Buffer;
  /** The content of a small message, not stored yet; a large one's is stored. */
  chunks: ChunkRow[];
  isStored: boolean;
}

const chunkOctets = 256 * 1024;
/** Written at once, a statement of its own: a large message in a transaction would hold a connection across the network. */
const chunksWritten = 4;

/**
 * Reads a message from the wire into encrypted chunks. One that fits into a chunk stays in memory until its row is stored
 * with it; of a larger one no more than a few chunks are ever in memory.
 * @throws Pop3Error when the connection fails; else what the database refuses with. Nothing of the message stays then.
 */
export async function receiveMessage(
  content: AsyncIterable<Buffer>,
  mailbox: MailboxKey,
  { contents, at }: { contents: ContentStore; at: Date },
): Promise<Incoming> {
  const of = { ...mailbox, contentId: crypto.randomUUID() };
  const hash = createHash('sha256');
  let beginning = Buffer.alloc(0);
  let octets = 0;
  let position = 0;
  let chunks: ChunkRow[] = [];
  try {
    for await (const chunk of inChunks(content)) {
      if (position === 0) beginning = Buffer.from(chunk.subarray(0, longestHeader));
      hash.update(chunk);
      octets += chunk.length;
      chunks.push(await contents.seal(of, position++, chunk, at));
      if (chunks.length < chunksWritten) continue;
      await contents.add(chunks);
      chunks = [];
    }
    const isStored = position > 1;
    if (isStored) await contents.add(chunks.splice(0));
    const contentHash = shortHash(hash.digest());
    return { contentId: of.contentId, octets, contentHash, beginning, chunks, isStored };
  } catch (error) {
    // Else a message that never arrives whole would fill the disk, round by round. What is left is swept.
    if (position >= chunksWritten) await contents.remove(of).catch(() => undefined);
    throw error;
  }
}

/** The same octets in pieces of one size, the last one shorter. */
async function* inChunks(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let held = 0;
  for await (let piece of content) {
    while (held + piece.length >= chunkOctets) {
      const missing = chunkOctets - held;
      yield Buffer.concat([...pieces, piece.subarray(0, missing)]);
      piece = piece.subarray(missing);
      pieces = [];
      held = 0;
    }
    if (piece.length > 0) pieces.push(piece);
    held += piece.length;
  }
  if (held > 0) yield Buffer.concat(pieces);
}
