import { makeStyles, tokens } from '@fluentui/react-components';

export const useStatusDotStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    lineHeight: tokens.lineHeightBase300,
    minWidth: 0,
  },
  pill: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { display: 'inline-flex', flexShrink: 0, fontSize: '20px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  word: { color: tokens.colorNeutralForeground2 },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  neutral: { color: tokens.colorNeutralForeground3 },
  running: { color: tokens.colorBrandForeground1 },
});
