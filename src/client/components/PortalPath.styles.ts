import { makeStyles, tokens } from '@fluentui/react-components';

export const usePortalPathStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  path: { overflowWrap: 'anywhere' },
  english: { color: tokens.colorNeutralForeground2 },
  separator: { color: tokens.colorNeutralForeground2 },
  term: { fontWeight: tokens.fontWeightSemibold },
});
