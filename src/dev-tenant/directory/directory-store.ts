import { completeDirectory, type StoredDirectory } from './complete-directory.ts';
import { readJson, writePrivateJson } from './json-file.ts';
import type { Directory } from './model.ts';

/** Keeps one directory in one file; saves follow each other, so the last change is what the file holds. */
export class DirectoryStore {
  readonly #path: string | undefined;
  #saving: Promise<void> = Promise.resolve();

  /** @param path absent: the directory lives in memory only */
  constructor(path: string | undefined) {
    this.#path = path;
  }

  async load(): Promise<Directory | undefined> {
    if (this.#path === undefined) return undefined;
    const stored = await readJson<StoredDirectory>(this.#path);
    return stored && completeDirectory(stored);
  }

  async save(directory: Directory): Promise<void> {
    const path = this.#path;
    if (path === undefined) return;
    const write = (): Promise<void> => writePrivateJson(path, directory);
    // A failed save must not keep the next one from being tried.
    this.#saving = this.#saving.then(write, write);
    await this.#saving;
  }
}
