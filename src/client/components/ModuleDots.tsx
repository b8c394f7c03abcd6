import { makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectionTest } from '../../shared/api/connection-tests.ts';
import { shownStatus } from '../../shared/domain/status.ts';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { StatusDot } from './StatusDot.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

/** One dot for the sign-in and each module of a test, as they are to be shown at `now`. */
export function ModuleDots({ test, now }: { test: ConnectionTest; now: number }) {
  const styles = useStyles();
  const { status, steps } = useMessages();
  return (
    <ul className={styles.list} aria-label={status.modules}>
      {test.steps.map((step) => (
        <li key={step.name}>
          <StatusDot
            name={steps[step.name]}
            status={shownStatus(step.status, Date.parse(step.finishedAt ?? test.startedAt), now)}
            appearance="pill"
          />
        </li>
      ))}
    </ul>
  );
}
