import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  ProgressBar,
} from '@fluentui/react-components';
import { useId, useState, type SubmitEvent } from 'react';
import {
  serviceKeyScopes,
  type NewServiceKey,
  type ServiceKeyScope,
} from '../../../shared/api/service-keys.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import type { useCreateServiceKey } from '../../api/setup-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { isoDay, useNow } from '../../hooks/use-now.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { keyFormProblems, usualExpiry, withScope, type KeyFormProblem } from './key-form.ts';
import { useServiceKeyStyles } from './ServiceKeys.styles.ts';

interface NewKeyFormProps {
  create: ReturnType<typeof useCreateServiceKey>;
  onCancel: () => void;
}

/** What a new key is called, may fetch, and how long. */
export function NewKeyForm({ create, onCancel }: NewKeyFormProps) {
  const styles = useServiceKeyStyles();
  const { app } = useMessages();
  const { dialog: texts } = useSetupTexts().serviceKeys;
  const form = useNewKey(create);
  const { values, change, problems } = form;
  const message = (problem: KeyFormProblem | undefined) =>
    problem === undefined ? {} : { validationMessage: texts[problem] };
  const tooMany = create.error instanceof ApiProblem && create.error.problem.code === 'conflict';
  return (
    <form noValidate onSubmit={form.submit}>
      <DialogBody>
        <DialogTitle>{texts.title}</DialogTitle>
        <DialogContent className={styles.stack}>
          <Field label={texts.name} hint={texts.nameHint} required {...message(problems.name)}>
            <Input
              value={values.name}
              autoComplete="off"
              onChange={(_event, data) => change({ name: data.value })}
            />
          </Field>
          <ScopeChoice
            chosen={values.scopes}
            problem={problems.scopes}
            onChange={(scopes) => change({ scopes })}
          />
          <Field label={texts.expiresOn} hint={texts.expiresHint} required {...message(problems.expiresOn)}>
            <Input
              type="date"
              value={values.expiresOn}
              onChange={(_event, data) => change({ expiresOn: data.value })}
            />
          </Field>
          {create.isPending && (
            <Field label={texts.creating}>
              <ProgressBar />
            </Field>
          )}
          {create.isError && (
            <ProblemBar error={create.error} title={tooMany ? texts.tooMany : texts.failed} />
          )}
        </DialogContent>
        <DialogActions fluid>
          <Button onClick={onCancel} disabled={create.isPending}>
            {app.cancel}
          </Button>
          <Button appearance="primary" type="submit" disabledFocusable={create.isPending}>
            {texts.submit}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

function useNewKey(create: NewKeyFormProps['create']) {
  const today = isoDay(useNow());
  const { dialog: texts } = useSetupTexts().serviceKeys;
  const [values, setValues] = useState<NewServiceKey>({
    name: texts.defaultName,
    scopes: ['graph'],
    expiresOn: usualExpiry(today),
  });
  const [submitted, setSubmitted] = useState(false);
  const problems = keyFormProblems(values, today);
  return {
    values,
    problems: submitted ? problems : {},
    change: (part: Partial<NewServiceKey>) => setValues((before) => ({ ...before, ...part })),
    submit: (event: SubmitEvent) => {
      event.preventDefault();
      setSubmitted(true);
      if (create.isPending || Object.keys(problems).length > 0) return;
      create.mutate({ ...values, name: values.name.trim() });
    },
  };
}

interface ScopeChoiceProps {
  chosen: readonly ServiceKeyScope[];
  problem: KeyFormProblem | undefined;
  onChange: (scopes: ServiceKeyScope[]) => void;
}

function ScopeChoice({ chosen, problem, onChange }: ScopeChoiceProps) {
  const styles = useServiceKeyStyles();
  const texts = useSetupTexts().serviceKeys;
  const id = useId();
  return (
    <fieldset className={styles.fieldset} aria-describedby={problem === undefined ? undefined : id}>
      <legend className={styles.legend}>{texts.dialog.scopes}</legend>
      {serviceKeyScopes.map((scope) => (
        <div key={scope} className={styles.scope}>
          <Checkbox
            label={texts.scopes[scope]}
            aria-describedby={`${id}-${scope}`}
            checked={chosen.includes(scope)}
            onChange={(_event, data) => onChange(withScope(chosen, scope, data.checked === true))}
          />
          <span id={`${id}-${scope}`} className={styles.reason}>
            {texts.scopeReasons[scope]}
          </span>
        </div>
      ))}
      {problem !== undefined && (
        <p id={id} role="alert" className={styles.problem}>
          {texts.dialog[problem]}
        </p>
      )}
    </fieldset>
  );
}
