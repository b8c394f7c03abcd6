import { mergeClasses } from '@fluentui/react-components';
import type { ShownStatus } from '../../shared/domain/status.ts';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { useStatusDotStyles } from './StatusDot.styles.ts';
import { StatusIcon } from './StatusIcon.tsx';

interface StatusDotProps {
  /** Of the module, in the person's language. */
  name: string;
  status: ShownStatus;
  appearance?: 'plain' | 'pill';
}

/** Icon, word and colour of one module's state, named "{Module}: {word}" for screen readers. */
export function StatusDot({ name, status, appearance = 'plain' }: StatusDotProps) {
  const styles = useStatusDotStyles();
  const { status: texts } = useMessages();
  const word = texts.words[status];
  return (
    <span
      role="img"
      aria-label={texts.label(name, word)}
      className={mergeClasses(styles.root, appearance === 'pill' && styles.pill)}
    >
      <StatusIcon status={status} />
      <span className={styles.name}>{name}</span>
      <span className={styles.word}>{word}</span>
    </span>
  );
}
