import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 639px)';

export const useMessageStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalM,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  heading: { margin: 0, overflowWrap: 'anywhere' },
  text: { margin: 0, maxWidth: '75ch', overflowWrap: 'anywhere' },
  subtle: { margin: 0, maxWidth: '75ch', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  back: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

export const useMessageListStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, minWidth: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  subject: { fontWeight: tokens.fontWeightSemibold, textAlign: 'left', overflowWrap: 'anywhere' },
  subtle: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  right: {
    textAlign: 'right',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    [narrow]: { textAlign: 'left' },
  },
  more: { marginTop: tokens.spacingVerticalS },
});

export const useOpenMessageStyles = makeStyles({
  message: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  body: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxHeight: '70vh',
    overflowY: 'auto',
  },
  frame: {
    width: '100%',
    height: '60vh',
    minHeight: '320px',
    boxSizing: 'border-box',
    resize: 'vertical',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    colorScheme: 'light',
  },
  files: { listStyleType: 'none', margin: 0, padding: 0, minWidth: 0 },
  file: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  fileName: { minWidth: 0, overflowWrap: 'anywhere' },
});
