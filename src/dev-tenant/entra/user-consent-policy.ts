import type { Application, Tenant } from '../directory/model.ts';
import { exchangeOnlineAppId, graphAppId } from '../seed/microsoft-applications.ts';

/**
 * Access to mail, calendars, contacts and tasks, which Microsoft's recommended policy leaves to administrators since
 * November 2025 (message center MC1163922). SMTP is not named there, so `SMTP.Send` stays with the person.
 */
const mailboxScopes = /^((POP|IMAP)\.AccessAsUser\.All$|(Mail|Calendars|Contacts|Tasks)\.)/;

const holdsMailboxes = (resource: Application): boolean =>
  resource.appId === graphAppId || resource.appId === exchangeOnlineAppId;

/** Whether a tenant's policy keeps one of these delegated permissions from being granted by the person who signs in. */
export function policyNeedsAdmin(
  policy: Tenant['userConsent'],
  resource: Application,
  scopes: readonly string[],
): boolean {
  if (policy === 'none') return scopes.length > 0;
  const flagged = resource.scopes.filter(({ adminConsentRequired }) => adminConsentRequired);
  if (flagged.some(({ value }) => scopes.includes(value))) return true;
  return (
    policy === 'recommended' && holdsMailboxes(resource) && scopes.some((scope) => mailboxScopes.test(scope))
  );
}
