import { Button, Field, ProgressBar, Select, Switch, useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import {
  retrievalIntervals,
  type RetrievalSettings,
  type RetrievalSettingsAnswer,
} from '../../../shared/api/retrievals.ts';
import { useChangeRetrieval } from '../../api/message-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { RetrievalQuestion, type Question } from './RetrievalQuestion.tsx';
import { useRetrievalStyles } from './RetrievalSettings.styles.ts';

interface RetrievalFormProps {
  entityId: string;
  answer: RetrievalSettingsAnswer;
  mayWrite: boolean;
}

/** Each change is stored at once; those with consequences are asked about first. */
export function RetrievalForm({ entityId, answer: { settings, mayDelete }, mayWrite }: RetrievalFormProps) {
  const styles = useRetrievalStyles();
  const { retrieval: texts } = useMailTexts().messages;
  const form = useRetrievalForm(entityId, settings);
  const { change, question, ask, store } = form;
  const opener = useFocusReturn(question !== undefined);
  return (
    <>
      <div className={styles.state}>
        <span role="status" className={styles.word}>
          <StatusIcon status={settings.on ? 'ok' : 'not-used'} />
          {settings.on ? texts.on : texts.off}
        </span>
        {mayWrite && (
          <Button
            ref={opener}
            appearance={settings.on ? 'secondary' : 'primary'}
            disabledFocusable={change.isPending}
            onClick={() => ask(settings.on ? 'off' : 'on')}
          >
            {settings.on ? texts.switchOff : texts.switchOn}
          </Button>
        )}
      </div>
      {settings.on && (
        <>
          <Interval
            minutes={settings.everyMinutes}
            disabled={!mayWrite || change.isPending}
            onChange={(everyMinutes) => store({ everyMinutes })}
          />
          <Field hint={mayDelete ? texts.deleteHint : texts.deleteNotPossible}>
            <Switch
              label={texts.deleteLabel}
              checked={settings.deleteFromServer}
              disabled={!mayWrite || !mayDelete || change.isPending}
              onChange={(_event, { checked }) =>
                checked ? ask('delete') : store({ deleteFromServer: false })
              }
            />
          </Field>
        </>
      )}
      {!mayWrite && <p className={styles.subtle}>{texts.onlyAdmins}</p>}
      {change.isPending && <ProgressBar aria-label={texts.saving} />}
      {change.isError && <ProblemBar error={change.error} title={texts.failed} />}
      {question !== undefined && <RetrievalQuestion {...form} question={question} />}
    </>
  );
}

interface IntervalProps {
  minutes: number;
  disabled: boolean;
  onChange: (minutes: number) => void;
}

function Interval({ minutes, disabled, onChange }: IntervalProps) {
  const styles = useRetrievalStyles();
  const { retrieval: texts } = useMailTexts().messages;
  // Set by the API, it can be another one than those offered.
  const choices = [...new Set([...retrievalIntervals, minutes])].sort((a, b) => a - b);
  return (
    <Field label={texts.interval} hint={texts.intervalHint} className={styles.interval}>
      <Select
        value={String(minutes)}
        disabled={disabled}
        onChange={(_event, { value }) => onChange(Number(value))}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {texts.minutes(choice)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function useRetrievalForm(entityId: string, settings: RetrievalSettings) {
  const { retrieval: texts } = useMailTexts().messages;
  const { announce } = useAnnounce();
  const change = useChangeRetrieval(entityId);
  const [question, setQuestion] = useState<Question>();
  const store = (part: Partial<RetrievalSettings>) =>
    change.mutate(
      { ...settings, ...part },
      { onSuccess: () => announce(texts.saved), onSettled: () => setQuestion(undefined) },
    );
  return { change, question, ask: setQuestion, store, close: () => setQuestion(undefined) };
}
