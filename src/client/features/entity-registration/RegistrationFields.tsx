import { Field, Input } from '@fluentui/react-components';
import type { FieldProblems, RegistrationField } from '../../../shared/domain/registration-input.ts';
import { daysUntil } from '../../../shared/domain/secret-expiry.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import type { RegistrationHint } from './registration-hints.ts';
import { useRegistrationStyles } from './Registration.styles.ts';
import { SecretInput } from './SecretInput.tsx';
import type { useRegistrationForm } from './use-registration-form.ts';

interface RegistrationFieldsProps {
  form: ReturnType<typeof useRegistrationForm>;
  problems: FieldProblems;
  hints: Partial<Record<RegistrationField, RegistrationHint>>;
  today: string;
  disabled: boolean;
}

/** The five fields, in the words of LEGAL 365, each checked while it is filled in. */
export function RegistrationFields({ form, problems, hints, today, disabled }: RegistrationFieldsProps) {
  const styles = useRegistrationStyles();
  const { registration: texts, fieldProblems } = useMessages();
  const hintTexts = { swapped: texts.swappedHint, 'other-directory': texts.otherDirectoryHint };

  const keptSecretTexts = { draft: texts.clientSecretKept, stored: texts.clientSecretStored };
  const isRequired = (field: RegistrationField) => field !== 'clientSecret' || form.keptSecret === undefined;

  const fieldProps = (field: RegistrationField, label: string, hint: string) => {
    const problem = problems[field];
    const remark = hints[field];
    return {
      label,
      hint,
      required: isRequired(field),
      ...(problem !== undefined
        ? { validationState: 'error' as const, validationMessage: fieldProblems[problem] }
        : remark !== undefined
          ? { validationState: 'warning' as const, validationMessage: hintTexts[remark] }
          : {}),
    };
  };
  const inputProps = (field: RegistrationField) => ({
    name: field,
    disabled,
    value: form.values[field],
    autoComplete: 'off',
    spellCheck: false,
    // Fluent marks the label; the browser's own check would speak before ours and in its own words.
    required: false,
    'aria-required': isRequired(field),
    onChange: (_event: unknown, { value }: { value: string }) => form.change(field, value),
    onBlur: () => form.leave(field),
  });
  const { secretExpiresOn } = form.values;
  const days =
    problems.secretExpiresOn === undefined && secretExpiresOn !== ''
      ? daysUntil(secretExpiresOn, today)
      : NaN;

  return (
    <div className={styles.fields}>
      <Field {...fieldProps('clientSecret', texts.clientSecret, texts.clientSecretHint)}>
        <SecretInput
          {...inputProps('clientSecret')}
          {...(form.keptSecret === undefined ? {} : { placeholder: keptSecretTexts[form.keptSecret] })}
        />
      </Field>
      <Field
        {...fieldProps(
          'secretExpiresOn',
          texts.secretExpiresOn,
          days >= 0
            ? `${texts.secretExpiresOnHint} ${texts.expiresPreview(days)}`
            : texts.secretExpiresOnHint,
        )}
      >
        <Input {...inputProps('secretExpiresOn')} type="date" />
      </Field>
      <Field {...fieldProps('applicationId', texts.applicationId, texts.applicationIdHint)}>
        <Input {...inputProps('applicationId')} />
      </Field>
      <Field {...fieldProps('directoryId', texts.directoryId, texts.directoryIdHint)}>
        <Input {...inputProps('directoryId')} />
      </Field>
      <Field {...fieldProps('probeMailbox', texts.probeMailbox, texts.probeMailboxHint)}>
        <Input {...inputProps('probeMailbox')} type="email" />
      </Field>
    </div>
  );
}
