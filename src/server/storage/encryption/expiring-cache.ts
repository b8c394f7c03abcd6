/**
 * Remembers what is costly to load for a while, in bounded number. Callers that ask together share one load;
 * a load that fails is not remembered.
 */
export class ExpiringCache<T> {
  readonly #entries = new Map<string, { value: Promise<T>; expiresAt: number }>();
  readonly #lifetimeMs: number;
  readonly #capacity: number;
  readonly #now: () => number;

  constructor(options: { lifetimeMs: number; capacity: number; now?: () => number }) {
    this.#lifetimeMs = options.lifetimeMs;
    this.#capacity = options.capacity;
    this.#now = options.now ?? Date.now;
  }

  get(name: string, load: () => Promise<T>): Promise<T> {
    const found = this.#entries.get(name);
    if (found && found.expiresAt > this.#now()) return found.value;
    const entry = { value: load(), expiresAt: this.#now() + this.#lifetimeMs };
    entry.value.catch(() => {
      if (this.#entries.get(name) === entry) this.#entries.delete(name);
    });
    // A Map keeps the order of insertion: the entry loaded longest ago goes first.
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    if (this.#entries.size > this.#capacity) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    return entry.value;
  }
}
