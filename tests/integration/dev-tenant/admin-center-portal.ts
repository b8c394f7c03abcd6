import { expect } from '@jest/globals';

import type {
  RegistrationAnswer,
  RegistrationDetails,
  RegistrationRequest,
} from '../../../src/dev-tenant/admin-center/portal-data.ts';
import type { DevTenant } from '../../../src/dev-tenant/dev-tenant.ts';
import { EntraBrowser, type Visit } from './entra-browser.ts';

type PortalName = 'entra' | 'microsoft365' | 'exchange';
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface PortalReply<Data> {
  status: number;
  /** The answer as JSON; with a refusal its sentence. */
  data: Data & { message?: string };
}

/** A person who works in one of the portals, as its page does: by its session and its JSON routes. */
export class PortalPerson {
  readonly browser = new EntraBrowser();
  readonly #tenant: DevTenant;
  readonly #portal: PortalName;

  private constructor(tenant: DevTenant, portal: PortalName) {
    this.#tenant = tenant;
    this.#portal = portal;
  }

  static async signIn(
    tenant: DevTenant,
    person: string,
    portal: PortalName = 'entra',
  ): Promise<PortalPerson> {
    const made = new PortalPerson(tenant, portal);
    await made.browser.visit(`${made.address}/sign-in`);
    const answer = await made.browser.logIn(tenant, person);
    expect(answer.location?.href).toBe(`${made.address}/#`);
    return made;
  }

  get address(): string {
    return this.#tenant.clientCloudEndpoints().portal[this.#portal];
  }

  /** Sends what is given as it stands, with the session's cookies. */
  async send(method: Method, path: string, body: string, headers: Record<string, string>): Promise<Visit> {
    return this.browser.visit(`${this.address}/api/${path}`, { method, body, headers });
  }

  async ask<Data>(method: Method, path: string, body: unknown = {}): Promise<PortalReply<Data>> {
    const { status, text } =
      method === 'GET'
        ? await this.browser.visit(`${this.address}/api/${path}`)
        : await this.send(method, path, JSON.stringify(body), {
            'content-type': 'application/json',
            'sec-fetch-site': 'same-origin',
          });
    return { status, data: JSON.parse(text) as PortalReply<Data>['data'] };
  }

  async register(fields: Partial<RegistrationRequest> = {}): Promise<RegistrationDetails> {
    const request = { displayName: 'timeSensor Zug', multiTenant: false, redirectUri: null, ...fields };
    const { status, data } = await this.ask<RegistrationAnswer>('POST', 'registrations', request);
    expect(status).toBe(201);
    return data.registration;
  }

  async registration(applicationId: string): Promise<RegistrationDetails> {
    return (await this.ask<RegistrationAnswer>('GET', `registrations/${applicationId}`)).data.registration;
  }
}
