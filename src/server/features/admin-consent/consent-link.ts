import type { ConsentForm } from '../../../shared/api/consent.ts';

export interface ConsentLink {
  /** The page of the registration's directory, without a query. */
  page: string;
  applicationId: string;
  /** Where the answer goes, with the one-time state; null for a link without an answer. */
  answer: { redirectUri: string; state: string } | null;
}

/** The link to the page that asks for everything the registration lists (Microsoft: "Tenant-wide admin consent"). */
export function consentLink({ page, applicationId, answer }: ConsentLink): string {
  const link = new URL(page);
  link.searchParams.set('client_id', applicationId);
  if (answer !== null) {
    link.searchParams.set('redirect_uri', answer.redirectUri);
    link.searchParams.set('state', answer.state);
  }
  return link.href;
}

/**
 * An answer needs a redirect URI in the registration, or the link ends on an error page of Microsoft's (AADSTS50011):
 * so only where somebody said that it is entered, or an answer has come for this application before.
 */
export function chooseForm(
  wanted: ConsentForm | undefined,
  seen: { redirectUrisEntered: boolean; answeredBefore: boolean },
): ConsentForm {
  return wanted ?? (seen.redirectUrisEntered || seen.answeredBefore ? 'redirect' : 'plain');
}
