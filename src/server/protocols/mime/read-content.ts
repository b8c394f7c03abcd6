import { simpleParser, type AddressObject, type AttachmentStream, type Headers } from 'mailparser';
import { harmlessHtml } from './harmless-html.ts';
import type { MessageAttachment, MessageContent, MessagePerson } from './message-content.ts';
import { parseMessage } from './message-parser.ts';
import { readingLimits } from './reading-limits.ts';

/** Takes a message apart for reading. What cannot be read is left out and `incomplete` says so; it never throws for content. */
export async function readContent(content: AsyncIterable<Buffer>): Promise<MessageContent> {
  const pictures = new Pictures();
  const attachments: MessageAttachment[] = [];
  const people: Record<'to' | 'cc', MessagePerson[]> = { to: [], cc: [] };
  const written = { text: '', html: null as string | null };
  const isWhole = await parseMessage(content, {
    headers(headers) {
      people.to = peopleIn(headers, 'to');
      people.cc = peopleIn(headers, 'cc');
    },
    text({ text, html }) {
      written.text = text ?? '';
      written.html = typeof html === 'string' ? html : null;
    },
    async attachment(part, octets) {
      attachments.push(await describe(part, octets, pictures));
      return true;
    },
  });
  if (!isWhole) written.text = written.text.replace(notConverted, '');
  const html = written.html?.slice(0, readingLimits.html) ?? null;
  const text = written.text.trim() === '' && html !== null ? await textOfHtml(html) : written.text;
  const shown = html === null ? null : harmlessHtml(html, pictures.byContentId);
  return {
    to: people.to.slice(0, readingLimits.people),
    cc: people.cc.slice(0, readingLimits.people),
    text: text.slice(0, readingLimits.text).replaceAll('\0', ''),
    html: shown?.html ?? null,
    remoteImages: shown?.remoteImages ?? 0,
    attachments: attachments.slice(0, readingLimits.attachments),
    incomplete:
      !isWhole ||
      attachments.length > readingLimits.attachments ||
      people.to.length > readingLimits.people ||
      people.cc.length > readingLimits.people ||
      text.length > readingLimits.text ||
      (written.html?.length ?? 0) > readingLimits.html ||
      // What the named character set does not contain, or none was named.
      text.includes('\uFFFD'),
  };
}

/** mailparser's own words for HTML that was too deep to make a text of. */
const notConverted = 'Invalid HTML content';

async function describe(
  part: AttachmentStream,
  content: AsyncIterable<Buffer>,
  pictures: Pictures,
): Promise<MessageAttachment> {
  const picture = pictures.begin(part);
  let octets = 0;
  for await (const chunk of content) {
    octets += chunk.length;
    picture.add(chunk);
  }
  return {
    name: part.filename?.slice(0, 255) ?? null,
    type: part.contentType.toLowerCase().slice(0, 127),
    octets,
    embedded: picture.end(),
  };
}

/** Pictures that stand in the text, as data URLs; those that are too large are left out. */
class Pictures {
  readonly byContentId = new Map<string, string>();
  #octets = 0;

  begin({ cid, contentType, related }: AttachmentStream) {
    const type = /^image\/(png|jpe?g|gif|webp)$/i.exec(contentType)?.[0].toLowerCase();
    const chunks: Buffer[] = [];
    let length = 0;
    const isWanted = () =>
      related && cid !== undefined && type !== undefined && length <= readingLimits.pictureOctets;
    return {
      add: (chunk: Buffer) => {
        length += chunk.length;
        if (isWanted()) chunks.push(chunk);
      },
      end: (): boolean => {
        if (!isWanted() || this.#octets + length > readingLimits.allPicturesOctets) return false;
        this.#octets += length;
        this.byContentId.set(cid ?? '', `data:${type};base64,${Buffer.concat(chunks).toString('base64')}`);
        return true;
      },
    };
  }
}

function peopleIn(headers: Headers, name: string): MessagePerson[] {
  const value = headers.get(name) as AddressObject | AddressObject[] | undefined;
  const entries = [value ?? []].flat().flatMap((list) => list.value);
  // RFC 5322, section 3.4: a group has a name and people.
  return entries
    .flatMap((entry) => entry.group ?? [entry])
    .map((entry) => ({ name: entry.name || null, address: entry.address || null }));
}

const htmlAlone = Buffer.from('Content-Type: text/html; charset=utf-8\r\n\r\n');

/** By mailparser's own rules, which it uses where HTML is the whole of a message. */
async function textOfHtml(html: string): Promise<string> {
  const message = Buffer.concat([htmlAlone, Buffer.from(html)]);
  const { text } = await simpleParser(message, { skipTextToHtml: true }).catch(() => ({ text: '' }));
  return text ?? '';
}
