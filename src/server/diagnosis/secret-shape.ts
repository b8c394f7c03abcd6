import type { SecretKind } from '../../shared/api/diagnoses.ts';

/** One shape of a credential. A first group of the pattern is kept: the name or word before the secret. */
export interface SecretShape {
  /** Null: hidden to be on the safe side, but no reason for a warning. */
  readonly kind: SecretKind | null;
  readonly pattern: RegExp;
  /** Decides where the pattern alone would take in too much. */
  readonly isSecret?: (found: string) => boolean;
}
