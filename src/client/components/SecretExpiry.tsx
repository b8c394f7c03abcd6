import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { daysUntil, expiryLevel } from '../../shared/domain/secret-expiry.ts';
import { useFormat, useMessages } from '../i18n/LocaleContext.tsx';
import { isoDay } from '../hooks/use-now.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

const badges = {
  soon: 'warning',
  urgent: 'severe',
  expired: 'danger',
} as const;

/** End of a secret as date and days, marked from 60 days before. */
export function SecretExpiry({ expiresOn, now }: { expiresOn: string; now: number }) {
  const styles = useStyles();
  const { registration } = useMessages();
  const format = useFormat();
  const today = isoDay(now);
  const days = daysUntil(expiresOn, today);
  const level = expiryLevel(expiresOn, today);
  const date = format.date(expiresOn);
  return (
    <span className={styles.root}>
      <span>{sentence(days)}</span>
      {level !== 'fine' && (
        <Badge appearance="tint" color={badges[level]}>
          {registration.levels[level]}
        </Badge>
      )}
    </span>
  );

  function sentence(left: number): string {
    if (left < 0) return registration.expired(date, -left);
    return left === 0 ? registration.expiresToday(date) : registration.expiresIn(date, left);
  }
}
