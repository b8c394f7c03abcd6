import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import { useDiagnose } from '../../api/setup-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useConsentStyles } from './Consent.styles.ts';

/** More than any page of Microsoft's holds; the server takes 32 KiB. */
const longestText = 10_000;

/** Explains the text of an error page that only the person sees. */
export function ExplainPageText() {
  const styles = useConsentStyles();
  const { question } = useSetupTexts().consent;
  const [text, setText] = useState('');
  const diagnose = useDiagnose();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === '' || diagnose.isPending) return;
    diagnose.mutate({ protocol: 'entra', stage: 'admin-consent-callback', raw: text });
  };
  return (
    <form noValidate onSubmit={send} className={styles.close}>
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
        {diagnose.isSuccess && <VerdictPanel verdict={diagnose.data.verdict} registration={null} />}
      </div>
      {diagnose.isError && <ProblemBar error={diagnose.error} title={question.explainFailed} />}
    </form>
  );
}
