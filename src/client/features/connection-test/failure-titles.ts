import type { ConnectionTest } from '../../../shared/api/connection-tests.ts';
import type { Cause } from '../../../shared/causes.ts';
import { moduleRights } from '../../../shared/domain/modules.ts';
import type { Locale } from '../../i18n/load-locale.ts';

/** Causes whose title gains by the right that is missing. */
const aboutRights: readonly Cause[] = ['consent-missing', 'permission-missing'];

/** Why modules are red, each cause once: "Consent is missing: Calendars.ReadWrite, Contacts.ReadWrite". */
export function failureTitles(test: ConnectionTest | null, { messages, causes, format }: Locale): string[] {
  const rights = new Map<Cause, string[]>();
  for (const { name, status, verdict } of test?.steps ?? []) {
    if (status !== 'failed' || verdict === null) continue;
    const named = rights.get(verdict.cause) ?? [];
    rights.set(verdict.cause, named);
    if (aboutRights.includes(verdict.cause) && name !== 'app-token') named.push(moduleRights[name].right);
  }
  return [...rights].map(([cause, named]) =>
    named.length === 0 ? causes[cause].title : messages.app.labelled(causes[cause].title, format.list(named)),
  );
}
