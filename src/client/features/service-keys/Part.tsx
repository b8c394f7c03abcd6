import { Text } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useServiceKeyStyles } from './ServiceKeys.styles.ts';

/** A part of the step under a heading of its own. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useServiceKeyStyles();
  const id = useId();
  return (
    <section className={styles.close} aria-labelledby={id}>
      <Text as="h3" id={id} weight="semibold" size={400} className={styles.heading}>
        {title}
      </Text>
      {children}
    </section>
  );
}
