import { domainToASCII } from 'node:url';

/** Octets: RFC 5321 section 4.5.3.1. */
const longestLocal = 64;
const longestDomain = 255;
/** A label of a name in the DNS (RFC 1035 section 2.3.4). */
const label = /^[A-Za-z0-9_-]{1,63}$/;
/** Quoted local parts and address literals are left out: nobody's mailbox has one, and they hide blanks and brackets. */
const notInLocal = /[\s<>()[\],;:\\"@\p{C}]/u;
// eslint-disable-next-line no-control-regex -- all of ASCII but letters, digits, dot and hyphen
const notInDomain = /[\u0000-,/:-@[-`{-\u007f]|\p{C}|\s/u;

/**
 * An address in the form in which it stands in MAIL and RCPT, its domain in ASCII (IDNA), so that only a local part of
 * other letters needs SMTPUTF8 (RFC 6531); null for what is none, or could end the command and begin another one.
 */
export function envelopeAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const typed = address.slice(at + 1);
  if (local === '' || notInLocal.test(local) || Buffer.byteLength(local) > longestLocal) return null;
  if (typed.length > longestDomain || notInDomain.test(typed)) return null;
  // Node reads a name of digits alone as an IPv4 address.
  const domain = /^[\w.-]*$/.test(typed) ? typed : domainToASCII(typed);
  const isName = domain.length <= longestDomain && domain.split('.').every((part) => label.test(part));
  return isName ? `${local}@${domain}` : null;
}
