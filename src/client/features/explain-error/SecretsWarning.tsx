import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { useId } from 'react';
import type { SecretKind } from '../../../shared/api/diagnoses.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useExplainTexts } from '../../i18n/use-explain-texts.ts';
import { useExplainStyles } from './Explain.styles.ts';

interface SecretsWarningProps {
  kinds: readonly SecretKind[];
  maskedText: string;
  onUseMasked: (text: string) => void;
}

/** What was pasted that should have stayed secret, what to do about it, and the text without it. */
export function SecretsWarning({ kinds, maskedText, onUseMasked }: SecretsWarningProps) {
  const styles = useExplainStyles();
  const texts = useExplainTexts();
  const id = useId();
  return (
    <div className={styles.close}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{texts.secretsTitle}</MessageBarTitle>
          {texts.secretsText}
          <ul className={styles.list}>
            {kinds.map((kind) => (
              <li key={kind}>{texts.secretKinds[kind]}</li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
      <div className={styles.actions}>
        <Text id={id} weight="semibold">
          {texts.masked}
        </Text>
        <CopyButton text={maskedText} />
        <Button size="small" onClick={() => onUseMasked(maskedText)}>
          {texts.useMasked}
        </Button>
      </div>
      <pre role="region" aria-labelledby={id} tabIndex={0} className={styles.masked}>
        {maskedText}
      </pre>
    </div>
  );
}
