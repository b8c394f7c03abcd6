import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 639px)';

export const useRegistrationStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  heading: { margin: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  subtle: { color: tokens.colorNeutralForeground2 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    alignItems: 'start',
  },
  move: { display: 'block', marginTop: tokens.spacingVerticalXS },
  wide: { gridColumn: '1 / -1' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(160px, max-content) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    alignItems: 'center',
    margin: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXS },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
  modules: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  module: { display: 'flex', flexDirection: 'column' },
  fieldset: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  problem: { color: tokens.colorStatusDangerForeground1 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
});
