import type { Origin } from '../../../shared/api/diagnoses.ts';
import { stages, type Protocol, type Stage } from '../../../shared/causes.ts';
import type { ExplainMessages } from '../../../shared/i18n/messages.ts';

/** Protocols that steps belong to; a failed connection is met at a step of one of them. */
const protocolsOfStages = ['entra', 'graph', 'smtp', 'pop3', 'bot'] as const satisfies Protocol[];

/** What a person may choose as the origin of a text. The consent page's and sign-in's steps are Entra's. */
export const stageGroups: readonly { protocol: Protocol; stages: readonly Stage[] }[] = protocolsOfStages.map(
  (protocol) => ({
    protocol,
    stages: stages.filter((stage) => {
      const [first = ''] = stage.split('-');
      const own = protocolsOfStages.find((each) => each === first) ?? 'entra';
      return own === protocol;
    }),
  }),
);

/** Where a text was taken to come from, in words. */
export function placeText(
  { protocol, stage }: Origin,
  { protocols, stages: names }: ExplainMessages,
): string {
  return `${protocols[protocol]}, ${names[stage]}`;
}
