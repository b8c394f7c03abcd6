import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { longestPastedText } from '../../../shared/api/diagnoses.ts';
import { stages, type Stage } from '../../../shared/causes.ts';
import { useDiagnose } from '../../api/setup-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useExplainTexts } from '../../i18n/use-explain-texts.ts';
import { Examples } from './Examples.tsx';
import { Explanation } from './Explanation.tsx';
import { useExplainStyles } from './Explain.styles.ts';
import { stageGroups } from './place.ts';

/** Takes a text that somebody has before them and shows what it means. */
export function ExplainError() {
  const styles = useExplainStyles();
  const texts = useExplainTexts();
  const problemOf = useTextProblem();
  const [text, setText] = useState('');
  const [stage, setStage] = useState<Stage>();
  const [checked, setChecked] = useState(false);
  const diagnose = useDiagnose();
  const field = useRef<HTMLTextAreaElement>(null);
  const problem = checked ? problemOf(text) : undefined;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problemOf(text) !== undefined) return field.current?.focus();
    if (!diagnose.isPending) diagnose.mutate({ raw: text, ...(stage && { stage }) });
  };
  const fill = (filled: string) => {
    setText(filled);
    setStage(undefined);
    setChecked(false);
    diagnose.reset();
    field.current?.focus();
  };
  return (
    <div className={styles.stack}>
      <form noValidate onSubmit={send} className={styles.stack}>
        <Field
          label={texts.text}
          hint={texts.textHint}
          {...(problem !== undefined && { validationMessage: problem, validationState: 'error' as const })}
        >
          <Textarea
            ref={(element: HTMLTextAreaElement | null) => void (field.current = element)}
            value={text}
            rows={8}
            resize="vertical"
            spellCheck={false}
            textarea={{ className: styles.input }}
            onChange={(_event, data) => setText(data.value)}
            onKeyDown={submitByKeys}
          />
        </Field>
        <StageSelect stage={stage} onStage={setStage} />
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={diagnose.isPending}>
            {diagnose.isPending ? texts.explaining : texts.button}
          </Button>
          {text !== '' && <Button onClick={() => fill('')}>{texts.clear}</Button>}
        </div>
      </form>
      <Examples onChosen={fill} />
      <div role="status">
        {diagnose.isSuccess && (
          <Explanation key={diagnose.submittedAt} diagnosis={diagnose.data} onUseMasked={setText} />
        )}
      </div>
      {diagnose.isError && <ProblemBar error={diagnose.error} title={texts.failed} />}
    </div>
  );
}

/** What keeps a text from being explained, in a sentence. */
function useTextProblem(): (text: string) => string | undefined {
  const texts = useExplainTexts();
  const format = useFormat();
  return (text) => {
    if (text.trim() === '') return texts.empty;
    return text.length > longestPastedText ? texts.tooLong(format.number(longestPastedText)) : undefined;
  };
}

/** Enter makes a new line in a text of several; with Ctrl or Command it sends. */
function submitByKeys(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

interface StageSelectProps {
  stage: Stage | undefined;
  onStage: (stage: Stage | undefined) => void;
}

function StageSelect({ stage, onStage }: StageSelectProps) {
  const styles = useExplainStyles();
  const texts = useExplainTexts();
  return (
    <Field label={texts.origin} hint={texts.originHint} className={styles.origin}>
      <Select
        value={stage ?? ''}
        onChange={(_event, { value }) => onStage(stages.find((known) => known === value))}
      >
        <option value="">{texts.findOut}</option>
        {stageGroups.map(({ protocol, stages: members }) => (
          <optgroup key={protocol} label={texts.protocols[protocol]}>
            {members.map((member) => (
              <option key={member} value={member}>
                {texts.stages[member]}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
