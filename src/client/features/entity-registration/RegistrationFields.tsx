import { Button, Field, Input } from '@fluentui/react-components';
import type { ClipboardEvent } from 'react';
import type { FieldProblems, RegistrationField } from '../../../shared/domain/registration-input.ts';
import { daysUntil } from '../../../shared/domain/secret-expiry.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { fieldRemark, type FieldRemark } from './field-remark.ts';
import { useRegistrationStyles } from './Registration.styles.ts';
import { SecretInput } from './SecretInput.tsx';
import type { RegistrationFormState } from './use-registration-form.ts';

const allFields = [
  'clientSecret',
  'secretExpiresOn',
  'applicationId',
  'directoryId',
  'probeMailbox',
] as const satisfies readonly RegistrationField[];

interface RegistrationFieldsProps {
  form: RegistrationFormState;
  problems: FieldProblems;
  ownDirectoryId: string;
  today: string;
  disabled: boolean;
  /** Those to be asked for here, in this order; all of them by default. */
  fields?: readonly RegistrationField[];
}

/** The fields of a registration, in the words of LEGAL 365, each checked while it is filled in. */
export function RegistrationFields({ fields = allFields, ...props }: RegistrationFieldsProps) {
  const styles = useRegistrationStyles();
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <RegistrationValue key={field} field={field} {...props} />
      ))}
    </div>
  );
}

interface RegistrationValueProps extends Omit<RegistrationFieldsProps, 'fields'> {
  field: RegistrationField;
}

function RegistrationValue({
  field,
  form,
  problems,
  ownDirectoryId,
  today,
  disabled,
}: RegistrationValueProps) {
  const messages = useMessages();
  const texts = messages.registration;
  const remark = fieldRemark(field, form, problems[field], ownDirectoryId, messages);
  const isRequired = field !== 'clientSecret' || form.keptSecret === undefined;
  const expiry = field === 'secretExpiresOn' ? expiryPreview(form, today) : undefined;
  const hint = texts[`${field}Hint`];
  const input = {
    name: field,
    disabled,
    value: form.values[field],
    autoComplete: 'off',
    spellCheck: false,
    // Fluent marks the label; the browser's own check would speak before ours and in its own words.
    required: false,
    'aria-required': isRequired,
    onChange: (_event: unknown, { value }: { value: string }) => form.change(field, value),
    onPaste: (event: ClipboardEvent) => {
      if (form.paste(field, event.clipboardData.getData('text'))) event.preventDefault();
    },
    onBlur: () => form.leave(field),
  };
  const kept = { draft: texts.clientSecretKept, stored: texts.clientSecretStored };
  return (
    <Field
      label={texts[field]}
      hint={expiry === undefined ? hint : `${hint} ${texts.expiresPreview(expiry)}`}
      required={isRequired}
      {...(remark !== undefined && {
        validationState: remark.state,
        validationMessage: <Remark remark={remark} onMove={(to) => form.move(field, to)} />,
      })}
    >
      {field === 'clientSecret' ? (
        <SecretInput
          {...input}
          {...(form.keptSecret === undefined ? {} : { placeholder: kept[form.keptSecret] })}
        />
      ) : (
        <Input {...input} {...inputTypes[field]} />
      )}
    </Field>
  );
}

const inputTypes: Partial<Record<RegistrationField, { type: 'date' | 'email' }>> = {
  secretExpiresOn: { type: 'date' },
  probeMailbox: { type: 'email' },
};

function Remark({ remark, onMove }: { remark: FieldRemark; onMove: (to: RegistrationField) => void }) {
  const styles = useRegistrationStyles();
  const { registration: texts } = useMessages();
  const { text, moveTo } = remark;
  return (
    <>
      {text}
      {moveTo !== undefined && (
        <Button size="small" className={styles.move} onClick={() => onMove(moveTo)}>
          {texts.moveTo(texts[moveTo])}
        </Button>
      )}
    </>
  );
}

/** Days until the date that was entered, when it is one that can be. */
function expiryPreview({ values, problems }: RegistrationFormState, today: string): number | undefined {
  if (problems.secretExpiresOn !== undefined) return undefined;
  return daysUntil(values.secretExpiresOn, today);
}
