import { Text } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { PortalText } from '../../components/PortalText.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useSetupStyles } from './Setup.styles.ts';

/** A part of a step under a heading of its own. */
export function StepBlock({ title, children }: { title: string; children: ReactNode }) {
  const styles = useSetupStyles();
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <Text as="h3" id={id} weight="semibold" size={400} className={styles.heading}>
        {title}
      </Text>
      {children}
    </section>
  );
}

/** What goes wrong most often here. */
export function Traps({ traps }: { traps: readonly string[] }) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  return (
    <StepBlock title={setup.trapsTitle}>
      <ul className={styles.points}>
        {traps.map((trap) => (
          <li key={trap}>
            <PortalText text={trap} />
          </li>
        ))}
      </ul>
    </StepBlock>
  );
}

/** How the product sees that the step is done, or that it cannot. */
export function Seen({ text, children }: { text: string; children?: ReactNode }) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  return (
    <StepBlock title={setup.seenTitle}>
      <p className={styles.text}>{text}</p>
      {children}
    </StepBlock>
  );
}

/** What only some people need to read. */
export function More({ title, points }: { title: string; points: readonly string[] }) {
  const styles = useSetupStyles();
  return (
    <details>
      <summary className={styles.summary}>{title}</summary>
      <ul className={`${styles.points} ${styles.details}`}>
        {points.map((point) => (
          <li key={point}>
            <PortalText text={point} />
          </li>
        ))}
      </ul>
    </details>
  );
}
