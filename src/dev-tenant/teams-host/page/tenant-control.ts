/** The dev tenant's control API, which lets pages of this machine in (CORS). */
export class TenantControl {
  readonly #tenantUrl: string;

  constructor(tenantUrl: string) {
    this.#tenantUrl = tenantUrl;
  }

  async faults(): Promise<Record<string, Record<string, unknown>>> {
    const response = await this.#call('GET', 'faults');
    return (await response.json()) as Record<string, Record<string, unknown>>;
  }

  async setFault(name: string, settings: Record<string, unknown>): Promise<void> {
    await this.#call('PUT', `faults/${encodeURIComponent(name)}`, settings);
  }

  async reset(): Promise<void> {
    await this.#call('POST', 'reset', {});
  }

  async advanceClock(days: number): Promise<void> {
    await this.#call('POST', 'clock', { advanceDays: days });
  }

  async #call(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${this.#tenantUrl}/control/${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${response.status}: ${(await response.text()).slice(0, 300)}`);
    return response;
  }
}
