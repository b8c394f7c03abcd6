import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { mailboxKinds, type MailboxKind } from '../../../shared/domain/mailbox.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';

interface KindChoiceProps {
  kind: MailboxKind;
  forOther: boolean;
  onChange: (kind: MailboxKind) => void;
}

/** Personal or shared, each with what it means for the sign-in. */
export function KindChoice({ kind, forOther, onChange }: KindChoiceProps) {
  const styles = useMailboxStyles();
  const { add: texts } = useMailTexts().mailboxes;
  const words = {
    personal: forOther
      ? { name: texts.personalOther, hint: texts.personalOtherHint }
      : { name: texts.personal, hint: texts.personalHint },
    shared: { name: texts.shared, hint: forOther ? texts.sharedOtherHint : texts.sharedHint },
  };
  return (
    <Field label={texts.kind}>
      <RadioGroup
        value={kind}
        onChange={(_event, { value }) => onChange(value === 'shared' ? 'shared' : 'personal')}
      >
        {mailboxKinds.map((each) => (
          <Radio
            key={each}
            value={each}
            label={
              <>
                {words[each].name}
                <span className={styles.radioHint}>{words[each].hint}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
