import { FluentProvider, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { languageOf } from '../../shared/i18n/languages.ts';
import { shellTexts } from '../../shared/i18n/shell-texts.ts';
import { chosenLocale } from '../i18n/chosen-locale.ts';
import { firstTheme, loadTheme, type HostTheme } from '../theme.ts';
import type { Started } from './start.ts';

interface ShellProps {
  start: () => Promise<Started>;
}

/**
 * What is on the screen before the pages are: the product's name, then the pages, or a way to try again.
 * It is all of the first script, so it has neither components nor a style compiler: 15 kB that everybody would wait for.
 */
export function Shell({ start }: ShellProps) {
  const { started, failed } = useStart(start);
  const [changedTheme, setChangedTheme] = useState<HostTheme>();
  const { theme, scheme } = changedTheme ?? started?.theme ?? firstTheme;
  useEffect(() => {
    started?.host.onThemeChange((name) => {
      void loadTheme(name).then(setChangedTheme);
    });
  }, [started]);
  useEffect(() => {
    // Scroll bars, date pickers and the margin beside a dialog belong to the document, not to the provider.
    const { style } = document.documentElement;
    style.colorScheme = scheme;
    style.backgroundColor = theme.colorNeutralBackground3;
  }, [theme, scheme]);
  return (
    <FluentProvider theme={theme} style={{ minHeight: '100vh', background: theme.colorNeutralBackground3 }}>
      {started === undefined ? (
        <Waiting failed={failed} theme={theme} />
      ) : (
        <started.App host={started.host} locale={started.locale} />
      )}
    </FluentProvider>
  );
}

function useStart(start: ShellProps['start']) {
  const [started, setStarted] = useState<Started>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    start().then(setStarted, () => setFailed(true));
  }, [start]);
  return { started, failed };
}

function Waiting({ failed, theme }: { failed: boolean; theme: Theme }) {
  const language = languageOf(chosenLocale() ?? navigator.language);
  const texts = shellTexts[language];
  return (
    <main
      lang={language}
      style={{
        padding: `20vh ${theme.spacingHorizontalXL} 0`,
        maxWidth: '480px',
        margin: 'auto',
        textAlign: 'center',
      }}
    >
      <h1 style={{ fontSize: theme.fontSizeBase600, lineHeight: theme.lineHeightBase600 }}>
        LEGAL 365 Connect
      </h1>
      {failed ? (
        <div role="alert">
          <p>{texts.failedTitle}</p>
          <p>{texts.failedText}</p>
          <a href={window.location.href} onClick={reload} style={{ color: theme.colorBrandForegroundLink }}>
            {texts.tryAgain}
          </a>
        </div>
      ) : (
        <progress aria-label={texts.loading} style={{ accentColor: theme.colorBrandBackground }} />
      )}
    </main>
  );
}

/** Going to the same address with another hash would not load anything. */
function reload(event: { preventDefault(): void }): void {
  event.preventDefault();
  window.location.reload();
}
