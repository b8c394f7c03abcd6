import { Link, Text } from '@fluentui/react-components';
import type { Entity } from '../../../shared/api/entities.ts';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { stepsLeft } from './open-steps.ts';
import { useSummaryStyles } from './Summary.styles.ts';

/** What is still to do, and which roles can do it: for whoever the page is handed to. */
export function OpenSteps({ entity, now }: { entity: Entity; now: number }) {
  const styles = useSummaryStyles();
  const { setup, summary } = useSetupTexts();
  const format = useFormat();
  const { states, open, ticked } = stepsLeft(entity, now);
  if (open.length === 0) {
    const names = format.list(ticked.map((step) => setup.steps[step]));
    return <p className={styles.text}>{summary.complete(names)}</p>;
  }
  return (
    <section className={styles.section} aria-label={summary.open}>
      <Text as="h3" weight="semibold" size={400} className={styles.heading}>
        {summary.open}
      </Text>
      <ul className={styles.open}>
        {open.map((step) => (
          <li key={step} className={styles.openStep}>
            <Text weight="semibold">{summary.openStep(setup.steps[step], setup.states[states[step]])}</Text>
            <span>{summary.whoMay(setup.roleOf[step])}</span>
            <span data-print="no">
              <Link href={hashOf({ page: 'entity', entityId: entity.id, part: 'setup', step })}>
                {summary.goToStep(setup.steps[step])}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
