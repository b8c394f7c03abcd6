import { makeStyles, tokens } from '@fluentui/react-components';

export const useGrantConsentStyles = makeStyles({
  stack: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  start: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  running: { alignSelf: 'stretch', minWidth: 0, marginTop: tokens.spacingVerticalM },
  heading: { margin: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  subtle: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});
