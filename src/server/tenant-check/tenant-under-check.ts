import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import { forTenant } from '../config/cloud.ts';
import { requestAppToken, type AppToken, type AppTokenRequest } from '../protocols/entra/index.ts';
import {
  createHttpExchange,
  NetworkError,
  type HttpExchange,
  type HttpReply,
  type Refusal,
} from '../protocols/http/index.ts';
import { NotChecked } from './outcome.ts';
import { describeRefusal } from './describe-refusal.ts';
import type { Subject } from './subject.ts';

/** Room for metadata and a batch of twenty answers. */
const longestAnswerBytes = 1024 * 1024;

/** What checks ask with. Everything is bounded, and only the hosts of the cloud definition are called. */
export class TenantUnderCheck {
  readonly subject: Subject;
  readonly answerWithinMs: number;
  readonly now: () => number;
  readonly exchange: HttpExchange;
  /** Credentials and tokens met so far: what the report must never show. */
  readonly secrets = new Set<string>();
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(subject: Subject, answerWithinMs: number, now: () => number) {
    this.subject = subject;
    this.answerWithinMs = answerWithinMs;
    this.now = now;
    this.secrets.add(subject.clientSecret.reveal());
    if (subject.tab?.secret) this.secrets.add(subject.tab.secret.reveal());
    const { issuer, token, authorize, adminConsent, jwks, graph } = subject.cloud;
    const addresses = [issuer, token, authorize, adminConsent, jwks, graph];
    const origins = addresses.map((address) => new URL(forTenant(address, 'common')).origin);
    this.exchange = createHttpExchange({
      origins,
      timeoutMs: answerWithinMs,
      maxBytes: longestAnswerBytes,
    });
  }

  /** An address of the cloud definition for the directory under check. */
  inDirectory(address: string): string {
    return forTenant(address, this.subject.directoryId);
  }

  /** The request the product makes for its app-only token. */
  tokenRequest(): AppTokenRequest {
    const { cloud, applicationId, clientSecret } = this.subject;
    return {
      tokenEndpoint: this.inDirectory(cloud.token),
      clientId: applicationId,
      clientSecret: clientSecret.reveal(),
      scope: `${cloud.graphResource}/.default`,
    };
  }

  /** A token by the product's own client, or the refusal. Throws NotChecked when nobody answered. */
  async askForToken(change: Partial<AppTokenRequest> = {}): Promise<AppToken | Refusal> {
    const answer = await requestAppToken(this.exchange, { ...this.tokenRequest(), ...change }, this.now);
    if ('refusal' in answer) return answered(answer.refusal);
    this.secrets.add(answer.token.accessToken);
    return answer.token;
  }

  /** The registration's token for Graph, asked for once. Throws NotChecked when there is none. */
  appToken(): Promise<AppToken> {
    return this.once('app-token', async () => {
      const answer = await this.askForToken();
      if ('accessToken' in answer) return answer;
      const { seen } = describeRefusal(answer, 'entra', 'app-token', this.now());
      throw new NotChecked(`the registration gets no token: ${seen}`);
    });
  }

  /** What several checks look at is asked for by the first of them. */
  once<T>(what: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#known.get(what) as Promise<T> | undefined;
    const answer = known ?? ask();
    this.#known.set(what, answer);
    return answer;
  }

  /**
   * The product's token request as a form, so that it can be one that its client never sends: values replaced, or left
   * out where null. Throws NotChecked when nobody answered.
   */
  async postForToken(change: Readonly<Record<string, string | null>> = {}): Promise<HttpReply> {
    const { tokenEndpoint, clientId, clientSecret, scope } = this.tokenRequest();
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope,
    };
    const body = new URLSearchParams();
    const changed: Record<string, string | null> = { ...form, ...change };
    for (const [name, value] of Object.entries(changed)) {
      if (value !== null) body.set(name, value);
    }
    return this.ask(tokenEndpoint, { method: 'POST', body });
  }

  /** Any other request. Throws NotChecked when nobody answered. */
  async ask(
    url: string,
    {
      method = 'GET',
      headers = {},
      body,
    }: { method?: string; headers?: Record<string, string>; body?: string | URLSearchParams } = {},
  ): Promise<HttpReply> {
    try {
      return await this.exchange(url, { method, headers, ...(body === undefined ? {} : { body }) });
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      throw noAnswer(error);
    }
  }
}

/** The refusal of somebody who answered. */
export function answered(refusal: Refusal): Refusal {
  const { networkError } = refusal;
  if (networkError === undefined) return refusal;
  throw noAnswer(networkError);
}

interface NoAnswer {
  host: string;
  code?: string | undefined;
  message: string;
}

/** `no answer of login.example: ENOTFOUND getaddrinfo ENOTFOUND login.example` */
function noAnswer({ host, code, message }: NoAnswer): NotChecked {
  return new NotChecked(`no answer of ${host}: ${[code, message].filter(Boolean).join(' ')}`);
}

export interface DecodedToken {
  header: Record<string, unknown>;
  claims: JWTPayload;
}

/** Header and claims without a check of the signature, which Graph alone can make. Throws NotChecked when opaque. */
export function decodeToken(accessToken: string): DecodedToken {
  try {
    return { header: { ...decodeProtectedHeader(accessToken) }, claims: decodeJwt(accessToken) };
  } catch {
    throw new NotChecked('the token cannot be decoded');
  }
}
