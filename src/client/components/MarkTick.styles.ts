import { makeStyles, tokens } from '@fluentui/react-components';

export const useMarkTickStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  subtle: { color: tokens.colorNeutralForeground2 },
});
