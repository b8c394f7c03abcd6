import { Button, Title3 } from '@fluentui/react-components';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { useFrameStyles } from './Frame.styles.ts';

/** Shown when drawing a page has failed. */
export function BrokenPage() {
  const styles = useFrameStyles();
  const { app } = useMessages();
  return (
    <main className={styles.centred}>
      <Title3 as="h1" className={styles.heading}>
        {app.broken}
      </Title3>
      <p className={styles.text}>{app.brokenText}</p>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {app.reload}
      </Button>
    </main>
  );
}
