import type { ConnectionTestStep } from '../../../shared/api/connection-tests.ts';
import { moduleRights } from '../../../shared/domain/modules.ts';
import type { ShownStatus } from '../../../shared/domain/status.ts';
import type { Locale } from '../../i18n/load-locale.ts';
import { verdictTitle } from '../../components/verdict-report.ts';
import { durationText } from './duration-text.ts';

/** What a step's state rests on, in one line. */
export function stepDetail(
  step: ConnectionTestStep,
  shown: ShownStatus,
  now: number,
  locale: Locale,
): string {
  const { test, status } = locale.messages;
  const detail = freshDetail(step, now, locale);
  return shown === 'stale' ? `${test.details.lastState(status.words[step.status])} · ${detail}` : detail;
}

function freshDetail(step: ConnectionTestStep, now: number, locale: Locale): string {
  const { details } = locale.messages.test;
  if (step.status === 'running') return details.waiting;
  if (step.status === 'not-used') return details.notUsed;
  if (step.verdict !== null) return verdictTitle(step.verdict, locale, step.name);
  if (step.status === 'skipped') return details.skipped;
  return evidenceText(step, now, locale);
}

function evidenceText(
  { name, evidence, durationMs }: ConnectionTestStep,
  now: number,
  locale: Locale,
): string {
  const { details } = locale.messages.test;
  if (evidence === null) return '';
  const parts: string[] = [];
  if (name === 'app-token') parts.push(details.token(evidence.rights?.length ?? 0));
  else if (evidence.probeStatus !== null) {
    parts.push(details.probe(evidence.probeStatus, durationText(durationMs ?? 0, locale)));
  } else if (evidence.rightInToken === true) parts.push(details.rightGranted(moduleRights[name].right));
  if (evidence.writeProvenAt !== null)
    parts.push(details.writeProven(locale.format.relative(evidence.writeProvenAt, now)));
  return parts.join(' · ');
}
