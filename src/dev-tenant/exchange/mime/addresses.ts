import { decodeHeader } from './decode.ts';
import { splitOutsideQuotes } from './header.ts';

export interface NamedAddress {
  name: string;
  address: string;
}

/** The mailboxes of an address header such as From or To; groups and what cannot be read are left out. */
export function readAddresses(value: string): NamedAddress[] {
  return splitOutsideQuotes(value, ',').flatMap((item) => {
    const [, phrase = '', angle] = /^([^<]*)<([^<>\s]*)>\s*$/.exec(item.trim()) ?? [];
    const address = angle ?? item.trim();
    if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(address)) return [];
    const name = decodeHeader(phrase.trim().replace(/^"(.*)"$/, '$1'));
    return [{ name: name || address, address: address.toLowerCase() }];
  });
}
