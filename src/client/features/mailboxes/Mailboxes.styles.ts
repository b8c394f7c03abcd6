import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 639px)';

export const useMailboxStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  block: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  card: {
    padding: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalM,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  cardHead: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  titles: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  heading: { margin: 0, overflowWrap: 'anywhere' },
  address: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
  },
  state: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  dots: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { margin: 0, maxWidth: '75ch', overflowWrap: 'anywhere' },
  subtle: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  points: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  empty: {
    alignItems: 'flex-start',
    padding: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  emptyIcon: { color: tokens.colorBrandForeground1, display: 'inline-flex' },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  lines: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    maxHeight: '220px',
    overflowY: 'auto',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    overflowWrap: 'anywhere',
  },
  resultLine: { display: 'flex', columnGap: tokens.spacingHorizontalXS, alignItems: 'center' },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  skeleton: { height: '120px', borderRadius: tokens.borderRadiusMedium },
  who: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorBrandStroke1}`,
    overflowWrap: 'anywhere',
  },
  radioHint: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The rows of one mailbox: dot, what it rests on, what to do. */
export const useMailboxRowStyles = makeStyles({
  rows: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    [narrow]: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(235px, 2fr) minmax(0, 6fr) 130px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '32px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  open: { justifySelf: 'end', [narrow]: { justifySelf: 'start' } },
  more: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: `${tokens.spacingVerticalM} 0`,
    minWidth: 0,
  },
  card: { padding: 0, rowGap: 0, overflow: 'hidden' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalXL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  summary: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'flex-start',
    flex: '1 1 260px',
    minWidth: 0,
  },
});

export const useMailboxFactStyles = makeStyles({
  factList: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  fact: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

export const useFirmTableStyles = makeStyles({
  address: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  subtle: { display: 'block', color: tokens.colorNeutralForeground2 },
  label: { display: 'none', color: tokens.colorNeutralForeground2, [narrow]: { display: 'inline' } },
  state: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});
