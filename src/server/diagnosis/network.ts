import type { NetworkError } from './evidence.ts';
import { certain, guess, likely, type Finding, type Judgement } from './finding.ts';
import { networkCodes, networkProse } from './network-codes.ts';

const messageRead = 2048;

const findingOf = (code: string): Finding | undefined =>
  Object.hasOwn(networkCodes, code) ? networkCodes[code] : undefined;

/**
 * A connection that failed before an answer came. A code in the message is finer than the error's own where that is a
 * wrapper: nodemailer reports refused connections and certificate faults alike as ESOCKET.
 */
export function judgeNetwork(error: NetworkError): Judgement {
  const text = error.message.slice(0, messageRead);
  const own = error.code === undefined ? undefined : findingOf(error.code);
  if (own && error.code !== 'EPROTO') return certain(own);
  const inMessage = text
    .split(/[^A-Za-z0-9_]+/)
    .map(findingOf)
    .find((finding) => finding !== undefined);
  if (inMessage) return certain(inMessage);
  const said = networkProse.find(([pattern]) => pattern.test(text))?.[1] ?? own;
  if (said) return likely(said);
  return guess({
    cause: 'unknown',
    alternatives: ['network-unreachable', 'connection-dropped'],
    retry: 'later',
  });
}

/** A web proxy never stands between a mail client and its server; a firewall drops, refuses or decrypts instead. */
export function judgeMailNetwork(error: NetworkError): Judgement {
  const judged = judgeNetwork(error);
  if (judged.alternatives === undefined) return judged;
  return { ...judged, alternatives: judged.alternatives.filter((cause) => cause !== 'proxy-blocked') };
}
