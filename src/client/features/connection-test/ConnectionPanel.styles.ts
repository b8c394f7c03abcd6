import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 639px)';

export const useConnectionStyles = makeStyles({
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
    flex: '1 1 320px',
    minWidth: 0,
  },
  summaryText: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  heading: { margin: 0 },
  when: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  progress: { borderRadius: 0 },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    [narrow]: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(210px, 3fr) minmax(0, 6fr) 150px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '32px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  open: { justifySelf: 'end', [narrow]: { justifySelf: 'start' } },
  verdict: { marginTop: tokens.spacingVerticalM },
  history: { listStyleType: 'none', margin: 0, padding: 0 },
  historyRow: {
    display: 'grid',
    gridTemplateColumns: 'minmax(210px, 3fr) minmax(0, 6fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  outcome: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  outcomeLine: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  moment: { display: 'flex', flexDirection: 'column' },
  more: { padding: tokens.spacingHorizontalL, textAlign: 'center' },
});
