import type { DevTenantContext } from '../../context.ts';
import { concernsMailbox } from '../../directory/mailbox-addresses.ts';
import { signInToMailbox, type SignedIn } from '../sign-in.ts';
import { readXoauth2 } from '../xoauth2.ts';
import * as reply from './replies.ts';

/** The server's next word, or who has signed in. */
export type AuthenticationStep = { challenge: string } | { signedIn: SignedIn };

/** One AUTH exchange (RFC 4954), with the mechanism's responses in the line of AUTH or after it. */
export class Authentication {
  readonly #context: DevTenantContext;
  readonly #mechanism: string;
  readonly #clientAddress: string;
  #loginSteps = 0;

  constructor(context: DevTenantContext, mechanism: string, clientAddress: string) {
    this.#context = context;
    this.#mechanism = mechanism.toUpperCase();
    this.#clientAddress = clientAddress;
  }

  /** The challenge to AUTH without a response, or the refusal of the mechanism. */
  begin(): string {
    if (this.#mechanism === 'XOAUTH2') return reply.emptyChallenge;
    if (this.#mechanism === 'LOGIN') return reply.userNameChallenge;
    return reply.unrecognizedMechanism(this.#context.now());
  }

  async answer(response: string): Promise<AuthenticationStep> {
    if (response === '*') return { challenge: reply.cancelled };
    if (this.#mechanism === 'XOAUTH2') return this.#bearer(response);
    if (this.#mechanism !== 'LOGIN') return { challenge: this.begin() };
    this.#loginSteps += 1;
    const isPassword = this.#loginSteps > 1;
    return {
      challenge: isPassword ? reply.basicAuthDisabled(this.#context.now()) : reply.passwordChallenge,
    };
  }

  async #bearer(response: string): Promise<AuthenticationStep> {
    const { faults } = this.#context;
    const now = this.#context.now();
    if (faults.at('service-unavailable', 'smtp')) return { challenge: reply.serverError(now) };
    if (faults.at('throttled', 'smtp')) return { challenge: reply.serverBusy(this.#clientAddress, now) };
    const credentials = readXoauth2(response);
    const signedIn = credentials && (await signInToMailbox(this.#context, credentials, 'SMTP.Send'));
    if (!signedIn) return { challenge: reply.authenticationUnsuccessful(now) };
    const refusal = this.#refusalOf(signedIn);
    return refusal === undefined ? { signedIn } : { challenge: refusal };
  }

  /** What an administrator has switched off; the setting of the mailbox wins over the organisation's. */
  #refusalOf({ owner, mailbox, user }: SignedIn): string | undefined {
    const { directory, faults } = this.#context;
    const now = this.#context.now();
    if (concernsMailbox(faults.get('auth-policy-blocked'), owner, mailbox)) return reply.policyBlocked(now);
    const organisation = directory.tenants.find(({ id }) => id === mailbox.tenantId);
    const own = mailbox.smtpClientAuthenticationDisabled;
    if (concernsMailbox(faults.get('smtp-auth-disabled-mailbox'), owner, mailbox) || own === true) {
      return reply.smtpAuthDisabled('Mailbox', now);
    }
    const byOrganisation = own === null && organisation?.smtpClientAuthenticationDisabled === true;
    if (faults.get('smtp-auth-disabled-tenant') || byOrganisation)
      return reply.smtpAuthDisabled('Tenant', now);
    // nextcloud/mail#13668: a delegate signs in as himself and sends as the shared mailbox; Microsoft's page says otherwise.
    const isDelegate = mailbox.userId !== user.id;
    return isDelegate && !faults.get('shared-smtp-sign-in')
      ? reply.authenticationUnsuccessful(now)
      : undefined;
  }
}
