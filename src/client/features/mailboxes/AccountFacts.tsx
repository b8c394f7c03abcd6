import { Card, Subtitle2 } from '@fluentui/react-components';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxFactStyles, useMailboxStyles } from './Mailboxes.styles.ts';

/** With which names the account works, and which keys may use it: nobody else's access is hidden from its owner. */
export function AccountFacts({ mailbox }: { mailbox: Mailbox }) {
  const styles = { ...useMailboxStyles(), ...useMailboxFactStyles() };
  const texts = useMailTexts().mailboxes;
  const { account } = texts;
  const facts = (['popUser', 'smtpUser', 'from'] as const).map((name) => ({
    name: account[name],
    value: mailbox[name].value ?? account.unknownUser,
    byHand: !mailbox[name].byRule,
  }));
  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        {account.title}
      </Subtitle2>
      <dl className={styles.factList}>
        {facts.map(({ name, value, byHand }) => (
          <div key={name} className={styles.fact}>
            <dt className={styles.subtle}>{name}</dt>
            <dd className={styles.value}>
              {value}
              {byHand && <span className={styles.subtle}> · {account.byHand}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Keys mailbox={mailbox} />
    </Card>
  );
}

function Keys({ mailbox: { serviceKeys } }: { mailbox: Mailbox }) {
  const styles = useMailboxStyles();
  const { keys: texts } = useMailTexts().mailboxes;
  const format = useFormat();
  const now = useNow();
  if (serviceKeys.length === 0) return null;
  return (
    <div className={styles.block}>
      <Subtitle2 as="h3" className={styles.heading}>
        {texts.title}
      </Subtitle2>
      <p className={styles.text}>{texts.text}</p>
      <ul className={styles.points}>
        {serviceKeys.map(({ name, lastUsedAt }, index) => (
          <li key={index}>
            {lastUsedAt === null
              ? texts.unused(name)
              : texts.lastUsed(name, format.relative(lastUsedAt, now))}
          </li>
        ))}
      </ul>
    </div>
  );
}
