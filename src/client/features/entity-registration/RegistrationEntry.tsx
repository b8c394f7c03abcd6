import { Text } from '@fluentui/react-components';
import type { RegistrationField } from '../../../shared/domain/registration-input.ts';
import { isoDay, useNow } from '../../hooks/use-now.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { DraftState } from './DraftState.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';
import { RegistrationFields } from './RegistrationFields.tsx';
import type { RegistrationFormState } from './use-registration-form.ts';

interface RegistrationEntryProps {
  form: RegistrationFormState;
  fields: readonly RegistrationField[];
  ownDirectoryId: string;
}

/** Some of the fields where their values come up: checked and kept as a draft, tested later with the others. */
export function RegistrationEntry({ form, fields, ownDirectoryId }: RegistrationEntryProps) {
  const styles = useRegistrationStyles();
  const { registration: texts } = useMessages();
  const elsewhere = (Object.keys(form.notes) as RegistrationField[]).filter(
    (field) => !fields.includes(field),
  );
  return (
    <div className={styles.stack}>
      <RegistrationFields
        form={form}
        fields={fields}
        problems={form.shownProblems}
        ownDirectoryId={ownDirectoryId}
        today={isoDay(useNow())}
        disabled={false}
      />
      <div role="status">
        {elsewhere.map((field) => (
          <Text key={field} block>
            {texts.putElsewhere(texts[field])}
          </Text>
        ))}
      </div>
      <DraftState state={form.draft.state} />
    </div>
  );
}
