import type { DevTenantContext } from '../context.ts';
import type { User } from '../directory/model.ts';
import { signInName } from './access-token.ts';
import { findPerson, type AuthorizeRequest } from './authorize-request.ts';
import { needsSecondFactor } from './person-checks.ts';
import { passwordWrong, notSignedIn, severalAccounts, userDisabled, userUnknown } from './grant-refusals.ts';
import { Refusal } from './refusal.ts';
import { seedPassword } from '../seed/identifiers.ts';
import type { SignedInAccount } from './sign-in-state.ts';

/** What the choice of an account depends on. */
export type AccountQuestion = Pick<AuthorizeRequest, 'authority' | 'client' | 'prompt' | 'loginHint'>;

/** The person has been chosen, or a page has to ask for more. */
export type AccountChoice =
  | { kind: 'account'; user: User; account: SignedInAccount }
  | { kind: 'ask-login'; problem?: string }
  | { kind: 'ask-account'; users: User[] };

const sentenceOf = (refusal: Refusal): string => refusal.message.replace(/^AADSTS\d+: /, '');

/** Checks user name and password. Microsoft's page names the problem; the application hears nothing of it. */
export function logIn(
  context: DevTenantContext,
  request: AccountQuestion,
  form: URLSearchParams,
): Exclude<AccountChoice, { kind: 'ask-account' }> {
  const userName = form.get('loginfmt') ?? '';
  const tenant = request.authority.kind === 'tenant' ? request.authority.tenant : undefined;
  const user = findPerson(context, userName, tenant);
  const refusal = (cause: Refusal): AccountChoice & { kind: 'ask-login' } => ({
    kind: 'ask-login',
    problem: sentenceOf(cause),
  });
  if (!user) return refusal(userUnknown(tenant?.displayName ?? userName.split('@')[1] ?? ''));
  if (form.get('passwd') !== seedPassword) return refusal(passwordWrong());
  if (!user.accountEnabled) return refusal(userDisabled());
  const mfa = needsSecondFactor(context, user, request.client);
  return { kind: 'account', user, account: { userId: user.id, mfa, signedInAt: context.now() } };
}

function usersOf({ directory }: DevTenantContext, accounts: SignedInAccount[]): Map<User, SignedInAccount> {
  const found = accounts.flatMap((account): [User, SignedInAccount][] => {
    const user = directory.users.find(({ id }) => id === account.userId);
    return user ? [[user, account]] : [];
  });
  return new Map(found);
}

/**
 * Chooses among the accounts signed in to the browser by `prompt` and `login_hint`.
 * @throws Refusal 50058 or 16000 when `prompt=none` forbids asking
 */
export function chooseAccount(
  context: DevTenantContext,
  request: AccountQuestion,
  accounts: SignedInAccount[],
): AccountChoice {
  const { prompt, loginHint } = request;
  const signedIn = usersOf(context, accounts);
  const hinted = [...signedIn].filter(
    ([user]) => loginHint === undefined || signInName(user).toLowerCase() === loginHint.toLowerCase(),
  );
  const [first, second] = hinted;
  if (prompt === 'none') {
    if (!first) throw notSignedIn();
    if (second) throw severalAccounts();
    return { kind: 'account', user: first[0], account: first[1] };
  }
  if (prompt === 'login' || signedIn.size === 0) return { kind: 'ask-login' };
  if (prompt === 'select_account' || second) return { kind: 'ask-account', users: [...signedIn.keys()] };
  if (!first) return { kind: 'ask-login' };
  return withSecondFactor(context, request, ...first);
}

/** The account that a picker or consent page named, if this browser is really signed in to it. */
export function namedAccount(
  context: DevTenantContext,
  request: AccountQuestion,
  accounts: SignedInAccount[],
  userId: string | null,
): AccountChoice {
  const named = [...usersOf(context, accounts)].find(([user]) => user.id === userId);
  return named ? withSecondFactor(context, request, ...named) : { kind: 'ask-login' };
}

/** Assumption: signing in again stands for the second factor. */
function withSecondFactor(
  context: DevTenantContext,
  { client }: AccountQuestion,
  user: User,
  account: SignedInAccount,
): AccountChoice {
  const again = !account.mfa && needsSecondFactor(context, user, client);
  return again ? { kind: 'ask-login' } : { kind: 'account', user, account };
}
