import { Text } from '@fluentui/react-components';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';

/** Says whether what was typed so far is safe. */
export function DraftState({ state }: { state: 'idle' | 'pending' | 'success' | 'error' }) {
  const styles = useRegistrationStyles();
  const { registration } = useMessages();
  const texts = {
    idle: '',
    pending: registration.draftSaving,
    success: registration.draftSaved,
    error: registration.draftFailed,
  };
  return (
    <Text size={200} className={styles.subtle} role="status">
      {texts[state]}
    </Text>
  );
}
