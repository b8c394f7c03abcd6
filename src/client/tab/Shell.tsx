import { Button, FluentProvider, Spinner, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { languageOf } from '../../shared/i18n/languages.ts';
import { shellTexts } from '../../shared/i18n/shell-texts.ts';
import { chosenLocale } from '../i18n/chosen-locale.ts';
import { firstTheme, loadTheme } from '../theme.ts';
import { usePageStyles, useShellStyles } from './Shell.styles.ts';
import type { Started } from './start.ts';

interface ShellProps {
  start: () => Promise<Started>;
}

/** What is on the screen before the pages are: the product's name, then the pages, or a way to try again. */
export function Shell({ start }: ShellProps) {
  usePageStyles();
  const styles = useShellStyles();
  const { started, failed, again } = useStart(start);
  const [changedTheme, setChangedTheme] = useState<Theme>();
  const theme = changedTheme ?? started?.theme ?? firstTheme;
  useEffect(() => {
    started?.host.onThemeChange((name) => {
      void loadTheme(name).then(setChangedTheme);
    });
  }, [started]);
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      {started === undefined ? (
        <Waiting failed={failed} onRetry={again} />
      ) : (
        <started.App host={started.host} locale={started.locale} />
      )}
    </FluentProvider>
  );
}

function useStart(start: ShellProps['start']) {
  const [attempt, setAttempt] = useState(1);
  const [started, setStarted] = useState<Started>();
  const [failedAttempt, setFailedAttempt] = useState(0);
  useEffect(() => {
    start().then(setStarted, () => setFailedAttempt(attempt));
  }, [start, attempt]);
  return { started, failed: failedAttempt === attempt, again: () => setAttempt(attempt + 1) };
}

function Waiting({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  const styles = useShellStyles();
  const language = languageOf(chosenLocale() ?? navigator.language);
  const texts = shellTexts[language];
  return (
    <main className={styles.waiting} lang={language}>
      <h1 className={styles.title}>LEGAL 365 Connect</h1>
      {failed ? (
        <div role="alert">
          <p className={styles.text}>{texts.failedTitle}</p>
          <p className={styles.text}>{texts.failedText}</p>
        </div>
      ) : (
        <Spinner aria-label={texts.loading} />
      )}
      {failed && (
        <Button appearance="primary" onClick={onRetry}>
          {texts.tryAgain}
        </Button>
      )}
    </main>
  );
}
