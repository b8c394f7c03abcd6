import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 639px)';

export const useSummaryStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  heading: { margin: 0, overflowWrap: 'anywhere' },
  text: { margin: 0, overflowWrap: 'anywhere' },
  subtle: { margin: 0, color: tokens.colorNeutralForeground2 },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  open: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  openStep: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 2fr) minmax(0, 5fr)',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { gridTemplateColumns: 'minmax(180px, 2fr) minmax(0, 5fr)' },
  },
  term: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere', [narrow]: { marginBottom: tokens.spacingVerticalXS } },
});

/**
 * Prints the summary alone, black on white whatever the theme: the frame around it is for the screen. A text, since Griffel
 * drops rules nested in an object of static styles.
 */
export const usePrintStyles = makeStaticStyles(`
@media print {
  body *:not(:has([data-printed])):not([data-printed]):not([data-printed] *) { display: none !important; }
  body, body *:has([data-printed]) {
    display: block !important; margin: 0 !important; padding: 0 !important; border: none !important;
    max-width: none !important; height: auto !important; overflow: visible !important; box-shadow: none !important;
  }
  body, body * { color: black !important; background-color: white !important; }
  [data-printed] [data-print="no"] { display: none !important; }
  [data-printed] section { break-inside: avoid; }
}
`);
