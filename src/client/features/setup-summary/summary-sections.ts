import type { ClientConfig } from '../../../shared/api/client-config.ts';
import type { Entity } from '../../../shared/api/entities.ts';
import type { ServiceKey } from '../../../shared/api/service-keys.ts';
import { compareConsent, missingRights } from '../../../shared/domain/consent.ts';
import { daysUntil } from '../../../shared/domain/secret-expiry.ts';
import { grantedRights, setupStates, setupSteps, type SetupMark } from '../../../shared/domain/setup.ts';
import { shownStatus } from '../../../shared/domain/status.ts';
import type { SetupTexts } from '../../../shared/i18n/messages.ts';
import { isoDay } from '../../hooks/use-now.ts';
import type { Locale } from '../../i18n/load-locale.ts';
import { stepTrace } from './step-trace.ts';

export interface SummarySection {
  title: string;
  lines: readonly (readonly [term: string, value: string])[];
}

export interface SummaryInput {
  entity: Entity;
  /** null when they could not be read. */
  serviceKeys: readonly ServiceKey[] | null;
  redirectUris: ClientConfig['redirectUris'];
  locale: Locale;
  texts: SetupTexts;
  now: number;
}

/** All that was set up, as pairs of name and value; no secret is part of it. */
export function summarySections(input: SummaryInput): SummarySection[] {
  const { sections } = input.texts.summary;
  return [
    { title: sections.entity, lines: entityLines(input) },
    { title: sections.registration, lines: registrationLines(input) },
    { title: sections.modules, lines: moduleLines(input) },
    { title: sections.rights, lines: rightLines(input) },
    { title: sections.redirectUris, lines: redirectLines(input) },
    { title: sections.consent, lines: consentLines(input) },
    { title: sections.smtp, lines: [[input.texts.summary.smtp, tickText(input, 'smtp')]] },
    { title: sections.keys, lines: keyLines(input) },
    { title: sections.steps, lines: stepLines(input) },
  ];
}

/** The same as plain text, under its heading. */
export function summaryText(
  heading: readonly string[],
  sections: readonly SummarySection[],
  labelled: (term: string, value: string) => string,
): string {
  const blocks = sections.map(({ title, lines }) =>
    [title, ...lines.map(([term, value]) => `  ${labelled(term, value)}`)].join('\n'),
  );
  return [heading.join('\n'), ...blocks].join('\n\n');
}

type Lines = [string, string][];

function entityLines({ entity, texts: { summary } }: SummaryInput): Lines {
  return [
    [summary.name, entity.name],
    [summary.probeMailbox, entity.probeMailbox ?? '–'],
  ];
}

function registrationLines({ entity, texts: { summary }, locale, now }: SummaryInput): Lines {
  const { registration } = entity;
  const { registration: words } = locale.messages;
  if (registration === null) return [[words.title, summary.noRegistration]];
  const { applicationId, directoryId, secretExpiresOn, storedAt, storedBy, sharedWith } = registration;
  const days = daysUntil(secretExpiresOn, isoDay(now));
  const date = locale.format.date(secretExpiresOn);
  const expiry = days < 0 ? words.expired(date, -days) : words.expiresIn(date, days);
  return [
    [words.applicationId, applicationId],
    [words.directoryId, directoryId],
    [summary.secret, days === 0 ? words.expiresToday(date) : expiry],
    [summary.stored, summary.byOn(locale.format.dateTime(storedAt), storedBy ?? '')],
    ...(sharedWith.length > 0
      ? [[summary.sharedWith, locale.format.list(sharedWith)] as [string, string]]
      : []),
  ];
}

function moduleLines({ entity, texts: { summary }, locale, now }: SummaryInput): Lines {
  const { steps, status } = locale.messages;
  const test = entity.latestTest;
  const lines = entity.modules.map((module): [string, string] => {
    const step = test?.steps.find(({ name }) => name === module);
    if (test === null || step === undefined) return [steps[module], summary.noTest];
    const shown = shownStatus(step.status, Date.parse(step.finishedAt ?? test.startedAt), now);
    return [steps[module], status.words[shown]];
  });
  const finished = test?.finishedAt ?? null;
  return [...lines, [summary.tested, finished === null ? summary.noTest : locale.format.dateTime(finished)]];
}

function rightLines({ entity, texts: { summary, consent }, locale, now }: SummaryInput): Lines {
  const { rows, surplus } = compareConsent(entity.modules, grantedRights(entity.latestTest, now));
  const { kinds, states, untilSignIn } = consent.table;
  return [
    ...rows.map(({ right, kind, state }): [string, string] => [
      summary.right(right, kinds[kind]),
      kind === 'delegated' ? untilSignIn : states[state],
    ]),
    ...(surplus.length > 0 ? [[summary.surplus, locale.format.list(surplus)] as [string, string]] : []),
  ];
}

function redirectLines(input: SummaryInput): Lines {
  const { summary } = input.texts;
  const { consent, mailbox, desktop } = input.redirectUris;
  return [
    [summary.uris.consent, consent],
    [summary.uris.mailbox, mailbox],
    [summary.uris.desktop, desktop],
    [summary.urisEntered, tickText(input, 'redirect-uris')],
  ];
}

function consentLines({ entity, texts: { summary }, locale, now }: SummaryInput): Lines {
  const missing = missingRights(entity.modules, grantedRights(entity.latestTest, now));
  const attempt = entity.consent;
  const state =
    missing === null
      ? summary.rightsUnknown
      : missing.length === 0
        ? summary.allGranted
        : summary.missing(locale.format.list(missing));
  if (attempt === null) return [[summary.consentState, state]];
  const when = locale.format.dateTime(attempt.answeredAt ?? attempt.startedAt);
  const trace = summary.byOn(when, attempt.startedBy ?? '');
  return [
    [summary.consentState, state],
    [summary.lastTry, `${summary.tries[attempt.status]}; ${trace}`],
  ];
}

function keyLines({ serviceKeys, texts, locale, now }: SummaryInput): Lines {
  const { summary, serviceKeys: words } = texts;
  if (serviceKeys === null) return [[summary.sections.keys, summary.keysUnread]];
  const usable = serviceKeys.filter((key) => key.revokedAt === null && Date.parse(key.expiresAt) > now);
  if (usable.length === 0) return [[summary.sections.keys, summary.noKeys]];
  return usable.map(({ name, scopes, expiresAt }) => [
    name,
    summary.keyEnds(
      locale.format.list(scopes.map((scope) => words.scopes[scope])),
      locale.format.date(expiresAt),
    ),
  ]);
}

function stepLines({ entity, texts: { setup, summary }, locale, now }: SummaryInput): Lines {
  const states = setupStates(entity, now);
  return setupSteps
    .filter((step) => step !== 'summary')
    .map((step) => {
      const trace = stepTrace(entity, step);
      const state = setup.states[states[step]];
      if (trace === null || states[step] === 'to-do') return [setup.steps[step], state];
      return [
        setup.steps[step],
        `${state}; ${summary.byOn(locale.format.dateTime(trace.at), trace.by ?? '')}`,
      ];
    });
}

function tickText({ entity, texts: { summary }, locale }: SummaryInput, mark: SetupMark): string {
  const tick = entity.setupMarks.find((each) => each.mark === mark);
  if (tick === undefined) return summary.notTicked;
  return `${summary.ticked}; ${summary.byOn(locale.format.dateTime(tick.markedAt), tick.markedBy ?? '')}`;
}
