import { Button, Text } from '@fluentui/react-components';
import { useId } from 'react';
import { useExplainTexts } from '../../i18n/use-explain-texts.ts';
import { examples } from './examples.ts';
import { useExplainStyles } from './Explain.styles.ts';

const names = ['secret', 'smtp', 'pop3', 'bounce', 'network'] as const satisfies (keyof typeof examples)[];

/** Texts to try the page with: one click fills the field. */
export function Examples({ onChosen }: { onChosen: (text: string) => void }) {
  const styles = useExplainStyles();
  const texts = useExplainTexts();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.actions}>
      <Text id={id}>{texts.examples}</Text>
      {names.map((name) => (
        <Button key={name} size="small" onClick={() => onChosen(examples[name])}>
          {texts.exampleNames[name]}
        </Button>
      ))}
    </div>
  );
}
