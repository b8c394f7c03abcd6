import { Text } from '@fluentui/react-components';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useCopyFieldStyles } from './CopyField.styles.ts';

interface CopyFieldProps {
  /** Name of the field elsewhere that the value goes into. */
  label: string;
  /** One line or several; copied as it stands. */
  value: string;
  hint?: string;
}

/** A value to be typed somewhere else, with a button that copies it. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const styles = useCopyFieldStyles();
  const { app } = useMessages();
  return (
    <div className={styles.root}>
      <Text size={200} className={styles.label}>
        {label}
      </Text>
      <div className={styles.row}>
        <span className={styles.value} translate="no">
          {value}
        </span>
        <span className={styles.button}>
          <CopyButton text={value} label={app.labelled(app.copy, label)} />
        </span>
      </div>
      {hint !== undefined && (
        <Text size={200} className={styles.label}>
          {hint}
        </Text>
      )}
    </div>
  );
}
