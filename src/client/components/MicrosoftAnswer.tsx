import { Text } from '@fluentui/react-components';
import type { AnswerFacts, Verdict } from '../../shared/api/verdict.ts';
import type { UiMessages } from '../../shared/i18n/messages.ts';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useVerdictStyles } from './VerdictPanel.styles.ts';

const shownFacts = [
  'code',
  'error',
  'message',
  'httpStatus',
  'permission',
  'mailbox',
  'host',
  'requestId',
  'traceId',
  'correlationId',
  'time',
] as const;

/** What Microsoft answered, as pairs of name and value; nothing that it did not say. */
export function answerLines(facts: AnswerFacts, names: UiMessages['verdict']['facts']): [string, string][] {
  return shownFacts.flatMap((fact) =>
    facts[fact] === undefined ? [] : [[names[fact], String(facts[fact])]],
  );
}

/** Without an HTTP status nothing is known to come from Microsoft; a proxy answers with a status of its own. */
export function answerHeading({ cause, facts }: Verdict, texts: UiMessages['verdict']): string {
  return cause === 'proxy-blocked' || facts.httpStatus === undefined ? texts.received : texts.answer;
}

/** What was answered, under a verdict, with all its ids, copyable for a support request. */
export function MicrosoftAnswer({ verdict, copied }: { verdict: Verdict; copied: string }) {
  const styles = useVerdictStyles();
  const { verdict: texts } = useMessages();
  const heading = answerHeading(verdict, texts);
  const lines = answerLines(verdict.facts, texts.facts);
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-label={heading}>
      <div className={styles.answerHead}>
        <Text weight="semibold">{heading}</Text>
        <CopyButton text={copied} />
      </div>
      <dl className={styles.answer}>
        {lines.map(([name, value]) => (
          <FactLine key={name} name={name} value={value} />
        ))}
      </dl>
    </section>
  );
}

function FactLine({ name, value }: { name: string; value: string }) {
  const styles = useVerdictStyles();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
