import { Subtitle1 } from '@fluentui/react-components';
import type { Diagnosis } from '../../../shared/api/diagnoses.ts';
import type { Verdict } from '../../../shared/api/verdict.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { verdictReport } from '../../components/verdict-report.ts';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { useScrollIntoView } from '../../hooks/use-scroll-into-view.ts';
import { useLocale } from '../../i18n/LocaleContext.tsx';
import { useExplainTexts } from '../../i18n/use-explain-texts.ts';
import { useExplainStyles } from './Explain.styles.ts';
import { placeText } from './place.ts';
import { SecretsWarning } from './SecretsWarning.tsx';

interface ExplanationProps {
  diagnosis: Diagnosis;
  onUseMasked: (text: string) => void;
}

/** What a text means, whether it passes, and what to send to whoever can solve it. */
export function Explanation({ diagnosis, onUseMasked }: ExplanationProps) {
  const styles = useExplainStyles();
  const texts = useExplainTexts();
  const locale = useLocale();
  const top = useScrollIntoView<HTMLElement>();
  const { verdict, origin, secrets, maskedText } = diagnosis;
  const takenFor = texts.takenFor(placeText(origin, texts));
  const message = [texts.supporterIntro, '', verdictReport(verdict, locale), '', takenFor].join('\n');
  return (
    <section ref={top} aria-label={texts.result} className={styles.stack}>
      {maskedText !== null && (
        <SecretsWarning kinds={secrets} maskedText={maskedText} onUseMasked={onUseMasked} />
      )}
      <div className={styles.close}>
        <Subtitle1 as="h2" className={styles.heading}>
          {texts.result}
        </Subtitle1>
        <p className={styles.subtle}>
          {origin.guessed.length === 0 ? takenFor : `${takenFor} ${texts.takenForHint}`}
        </p>
      </div>
      <VerdictPanel verdict={verdict} registration={null} />
      {verdict.cause === 'unknown' ? (
        <p className={styles.text}>{texts.unknownHint}</p>
      ) : (
        <Prospects verdict={verdict} />
      )}
      <div className={styles.actions}>
        <CopyButton text={message}>{texts.copyForSupporter}</CopyButton>
      </div>
    </section>
  );
}

/** The two questions that follow every failure. */
function Prospects({ verdict }: { verdict: Verdict }) {
  const styles = useExplainStyles();
  const { passes, passesAnswers, signIn, signInAnswers } = useExplainTexts();
  const { retry, tokenLost } = verdict;
  const needed = tokenLost ? 'lost' : retry === 'sign-in-again' ? 'needed' : 'no';
  return (
    <dl className={styles.answers}>
      <dt className={styles.question}>{passes}</dt>
      <dd className={styles.answer}>{passesAnswers[retry]}</dd>
      <dt className={styles.question}>{signIn}</dt>
      <dd className={styles.answer}>{signInAnswers[needed]}</dd>
    </dl>
  );
}
