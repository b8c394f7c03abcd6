import type { Locale } from '../../i18n/load-locale.ts';
import type { ConnectionState } from './entity-state.ts';

/** The state as one sentence of a card. */
export function stateText(state: ConnectionState, { messages: { states, steps }, format }: Locale): string {
  switch (state.kind) {
    case 'not-set-up':
      return states.notSetUp;
    case 'draft':
      return states.draft(format.dateTime(state.keptUntil));
    case 'untested':
      return states.untested;
    case 'testing':
      return states.testing;
    case 'connected':
      return states.connected;
    case 'sign-in-failed':
      return states.signInFailed;
    case 'sign-in-unknown':
      return states.signInUnknown;
    case 'failed':
      return states.failed(format.list(state.steps.map((step) => steps[step])));
    case 'unknown':
      return states.unknown(format.list(state.steps.map((step) => steps[step])));
    case 'stale':
      return states.stale;
  }
}

/** What the whole test means for the firm's work. */
export function summaryText(
  state: ConnectionState,
  { messages: { test, states, steps }, format }: Locale,
): string {
  switch (state.kind) {
    case 'not-set-up':
    case 'draft':
      return test.needsRegistration;
    case 'untested':
      return test.never;
    case 'testing':
      return test.summary.running;
    case 'connected':
      return test.summary.connected;
    case 'sign-in-failed':
      return test.summary.signInFailed;
    case 'sign-in-unknown':
      return states.signInUnknown;
    case 'failed':
      return test.summary.failed(format.list(state.steps.map((step) => steps[step])));
    case 'unknown':
      return test.summary.unknown(format.list(state.steps.map((step) => steps[step])));
    case 'stale':
      return test.summary.stale;
  }
}
