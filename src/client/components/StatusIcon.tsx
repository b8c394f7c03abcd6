import { mergeClasses, Spinner } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock20Regular } from '@fluentui/react-icons/svg/clock';
import { DismissCircle20Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { SubtractCircle20Regular } from '@fluentui/react-icons/svg/subtract-circle';
import type { ReactElement } from 'react';
import type { ShownStatus } from '../../shared/domain/status.ts';
import { useStatusDotStyles } from './StatusDot.styles.ts';

/** Each state has a shape of its own: colour alone says nothing to many people, nor in forced colours. */
const icons: Record<ShownStatus, { icon: ReactElement; colour: 'ok' | 'failed' | 'neutral' | 'running' }> = {
  ok: { icon: <CheckmarkCircle20Filled />, colour: 'ok' },
  failed: { icon: <DismissCircle20Filled />, colour: 'failed' },
  unknown: { icon: <QuestionCircle20Regular />, colour: 'neutral' },
  skipped: { icon: <QuestionCircle20Regular />, colour: 'neutral' },
  'not-used': { icon: <SubtractCircle20Regular />, colour: 'neutral' },
  running: { icon: <Spinner size="extra-tiny" />, colour: 'running' },
  stale: { icon: <Clock20Regular />, colour: 'neutral' },
};

/** The sign of a state, for places whose text says the same. */
export function StatusIcon({ status }: { status: ShownStatus }) {
  const styles = useStatusDotStyles();
  return (
    <span aria-hidden className={mergeClasses(styles.icon, styles[icons[status].colour])}>
      {icons[status].icon}
    </span>
  );
}
