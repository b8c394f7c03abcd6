import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import type { Stage } from '../../shared/causes.ts';
import { useDiagnose } from '../api/setup-queries.ts';
import type { RegistrationIds } from './portal-links.ts';
import { ProblemBar } from './ProblemBar.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { useExplainPageStyles } from './ExplainPageText.styles.ts';

/** More than any page of Microsoft's holds; the server takes 32 KiB. */
const longestText = 10_000;

interface ExplainPageTextProps {
  /** Which of Microsoft's pages it is. */
  stage: Extract<Stage, 'authorize-callback' | 'admin-consent-callback'>;
  /** Where it is known, buttons open its pages at Microsoft. */
  registration: RegistrationIds | null;
}

/** Explains the text of an error page that only the person sees. */
export function ExplainPageText({ stage, registration }: ExplainPageTextProps) {
  const styles = useExplainPageStyles();
  const { question } = useSetupTexts().consent;
  const [text, setText] = useState('');
  const diagnose = useDiagnose();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === '' || diagnose.isPending) return;
    diagnose.mutate({ protocol: 'entra', stage, raw: text });
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <p className={styles.text}>{question.otherText}</p>
      <Field label={question.otherLabel}>
        <Textarea
          value={text}
          rows={4}
          maxLength={longestText}
          onChange={(_event, data) => setText(data.value)}
        />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" disabledFocusable={diagnose.isPending || text.trim() === ''}>
          {diagnose.isPending ? question.explaining : question.explain}
        </Button>
      </div>
      <div role="status">
        {diagnose.isSuccess && <VerdictPanel verdict={diagnose.data.verdict} registration={registration} />}
      </div>
      {diagnose.isError && <ProblemBar error={diagnose.error} title={question.explainFailed} />}
    </form>
  );
}
