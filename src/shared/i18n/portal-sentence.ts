import { portalTerms, type PortalTerm } from './portal-wording.ts';

export type PortalSentencePart = string | { term: PortalTerm };

/** Cuts a text at its `{terms}`; what stands in braces and is no term stays as it is. */
export function portalSentence(text: string): PortalSentencePart[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = part.slice(1, -1);
      return part.startsWith('{') && name in portalTerms ? { term: name as PortalTerm } : part;
    });
}
