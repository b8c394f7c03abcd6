import { domainToASCII } from 'node:url';

/** An address in the one form in which two of the same mailbox are equal. */
export interface MailAddress {
  local: string;
  /** In ASCII (punycode), lower case, without the dot of the root. */
  domain: string;
}

const longestAddress = 320; // RFC 3696, erratum 1690: 64 + 1 + 255
/** Blanks and the invisible marks that come along when an address is copied from a page. */
const aroundAddress =
  /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/g;
// eslint-disable-next-line no-control-regex -- an address with a control character in it is none
const notInAddress = /[\s<>()[\],;:\\"\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
// eslint-disable-next-line no-control-regex -- all of ASCII but letters, digits, dot, hyphen and underscore
const notInDomain = /[\u0000-,/:-@[-^`{-\u00ad\u200b-\u200f]/;

/**
 * Reads an address for comparison; null when it is none. Exchange takes no notice of case; accents are the same however
 * they are composed (NFC). Letters that only look alike, such as wide or Cyrillic ones, stay different in the local part.
 */
export function readMailAddress(text: string | null): MailAddress | null {
  if (text === null || text.length > longestAddress) return null;
  const trimmed = text.replace(aroundAddress, '');
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, Math.max(at, 0)).toLowerCase().normalize('NFC');
  const domain = readDomain(trimmed.slice(at + 1));
  if (local === '' || local.includes('@') || notInAddress.test(local) || domain === null) return null;
  return { local, domain };
}

/**
 * Umlaut and punycode spellings of a domain become one (UTS 46). What Node reads goes through its URL parser, which cuts
 * at `/`, `?`, `#`, decodes `%2e` and turns `1.2` into an IPv4 address: so it gets nothing but letters of other scripts.
 */
function readDomain(text: string): string | null {
  const ascii = /^[\w.-]*$/.test(text) ? text.toLowerCase() : toAscii(text);
  const domain = ascii.replace(/\.$/, '');
  return domain.split('.').includes('') ? null : domain;
}

function toAscii(text: string): string {
  return notInDomain.test(text) ? '' : domainToASCII(text);
}

/** Whether both are the same mailbox's address; what is not an address is equal to nothing, itself included. */
export function isSameAddress(one: MailAddress | null, other: MailAddress | null): boolean {
  return one !== null && other !== null && one.local === other.local && one.domain === other.domain;
}

/**
 * The address without its tag (`anna+akten@` is delivered to `anna@`; Microsoft: "Plus Addressing in Exchange Online");
 * null without a tag. It hints at the mailbox and proves nothing: organisations can switch it off, and a plus may be part
 * of somebody's own name.
 */
export function withoutTag(address: MailAddress): MailAddress | null {
  const plus = address.local.indexOf('+');
  return plus < 1 ? null : { ...address, local: address.local.slice(0, plus) };
}

/** The one form as text, to find it by. */
export function addressKey({ local, domain }: MailAddress): string {
  return `${local}@${domain}`;
}
