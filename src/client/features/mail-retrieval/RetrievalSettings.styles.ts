import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 639px)';

export const useRetrievalStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalM,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  heading: { margin: 0, overflowWrap: 'anywhere' },
  text: { margin: 0, maxWidth: '75ch', overflowWrap: 'anywhere' },
  subtle: { margin: 0, maxWidth: '75ch', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  state: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  word: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  interval: { maxWidth: '280px' },
  points: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
});
