import { Tooltip } from '@fluentui/react-components';
import { useFormat } from '../i18n/LocaleContext.tsx';

/** "3 minutes ago", with the exact time on hover, on focus and for screen readers. */
export function RelativeTime({ time, now }: { time: string; now: number }) {
  const format = useFormat();
  const exact = format.dateTime(time);
  return (
    <Tooltip content={exact} relationship="description" withArrow>
      <time dateTime={time} tabIndex={0}>
        {format.relative(time, now)}
      </time>
    </Tooltip>
  );
}
