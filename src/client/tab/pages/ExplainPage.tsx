import { Text } from '@fluentui/react-components';
import { ExplainError } from '../../features/explain-error/ExplainError.tsx';
import { useExplainTexts } from '../../i18n/use-explain-texts.ts';
import { Ready } from '../Ready.tsx';
import { useOverviewStyles } from './Overview.styles.ts';
import { PageHeading } from './PageHeading.tsx';

/** Explains an error that somebody has met elsewhere; for everybody who is signed in. */
export default function ExplainPage() {
  const styles = useOverviewStyles();
  const { title, intro } = useExplainTexts();
  return (
    <Ready>
      <div className={styles.titles}>
        <PageHeading className={styles.heading}>{title}</PageHeading>
        <Text className={styles.subtle}>{intro}</Text>
      </div>
      <ExplainError />
    </Ready>
  );
}
