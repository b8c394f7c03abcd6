import type { Stage } from '../../shared/causes.ts';
import type { Finding } from './finding.ts';

/** What an AADSTS number means. Some mean another thing elsewhere, or say in prose which of several they mean. */
export interface EntraNumber extends Finding {
  /** Says nothing beside another known number. */
  readonly generic?: boolean;
  readonly at?: Readonly<Partial<Record<Stage, Finding>>>;
  /** Tried in order on the English description; a translated one falls through to the entry itself. */
  readonly says?: readonly (readonly [pattern: RegExp, finding: Finding])[];
}
