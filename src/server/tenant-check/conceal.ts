import { maskSecrets } from '../diagnosis/mask-secrets.ts';
import type { CheckResult } from './outcome.ts';

const longestText = 400;

/**
 * The result without credentials, whatever an answer repeated: known values first, then what looks like one. Without
 * control characters too, since an answer must not steer the terminal that shows it.
 */
export function conceal(result: CheckResult, secrets: ReadonlySet<string>): CheckResult {
  const clean = (text: string): string => {
    let shown = text;
    for (const secret of secrets) {
      for (const form of [secret, inForm(secret)]) shown = shown.replaceAll(form, '[hidden]');
    }
    return maskSecrets(shown)
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .slice(0, longestText);
  };
  const { said, ...rest } = result;
  return { ...rest, seen: clean(result.seen), ...(said === undefined ? {} : { said: clean(said) }) };
}

/** As it stood in a request: an answer that repeats the form has it in this spelling. */
function inForm(secret: string): string {
  return new URLSearchParams([['', secret]]).toString().slice(1);
}
