import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';

export const usePageStyles = makeStaticStyles({
  body: { margin: 0 },
  // People who ask for less motion get none but the spinner's, which says that something goes on.
  '@media (prefers-reduced-motion: reduce)': {
    '*': { transitionDuration: '0.01ms !important', scrollBehavior: 'auto' },
  },
});

export const useShellStyles = makeStyles({
  provider: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  waiting: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: tokens.spacingVerticalL,
    minHeight: '100vh',
    padding: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
    textAlign: 'center',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  text: { margin: 0 },
});
