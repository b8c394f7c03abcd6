export interface TraceLine {
  from: 'client' | 'server';
  /** One line without its end, credentials masked. Bodies are not traced. */
  text: string;
}

export type Trace = (line: TraceLine) => void;

/** Replaces credentials in whatever leaves this client as text: servers do echo what they did not understand. */
export class Mask {
  readonly #secrets: string[] = [];

  add(...secrets: string[]): void {
    this.#secrets.push(...secrets.filter((secret) => secret !== ''));
  }

  apply(text: string): string {
    return this.#secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  }
}
