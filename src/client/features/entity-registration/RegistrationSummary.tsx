import { Button, Card, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Entity, Registration } from '../../../shared/api/entities.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { SecretExpiry } from '../../components/SecretExpiry.tsx';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';
import { ReplaceSecretDialog } from './ReplaceSecretDialog.tsx';

interface RegistrationSummaryProps {
  entity: Entity;
  registration: Registration;
  /** Absent for people who may only look. */
  onChange: (() => void) | undefined;
}

/** The stored registration; its secret is never shown. */
export function RegistrationSummary({ entity, registration, onChange }: RegistrationSummaryProps) {
  const styles = useRegistrationStyles();
  const { registration: texts, renewal } = useMessages();
  const format = useFormat();
  const now = useNow();
  const [replacing, setReplacing] = useState(false);
  const opener = useFocusReturn(replacing);
  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        {texts.title}
      </Subtitle2>
      <dl className={styles.facts}>
        <CopiedValue term={texts.applicationId} value={registration.applicationId} />
        <CopiedValue term={texts.directoryId} value={registration.directoryId} />
        <dt className={styles.term}>{texts.secretShort}</dt>
        <dd className={styles.value}>
          <SecretExpiry expiresOn={registration.secretExpiresOn} now={now} />
        </dd>
        <dt className={styles.term}>{texts.probeMailbox}</dt>
        <dd className={styles.value}>{entity.probeMailbox}</dd>
        <dt className={styles.term}>{texts.storedAt}</dt>
        <dd className={styles.value}>
          <RelativeTime time={registration.storedAt} now={now} />
          {registration.storedBy !== null && ` · ${registration.storedBy}`}
        </dd>
        {registration.sharedWith.length > 0 && (
          <>
            <dt className={styles.term}>{texts.sharedWith}</dt>
            <dd className={styles.value}>{format.list(registration.sharedWith)}</dd>
          </>
        )}
      </dl>
      {onChange !== undefined && (
        <div className={styles.actions}>
          <Button ref={opener} appearance="primary" onClick={() => setReplacing(true)}>
            {renewal.button}
          </Button>
          <Button onClick={onChange}>{texts.change}</Button>
        </div>
      )}
      {replacing && (
        <ReplaceSecretDialog
          entity={entity}
          registration={registration}
          onClose={() => setReplacing(false)}
        />
      )}
    </Card>
  );
}

function CopiedValue({ term, value }: { term: string; value: string }) {
  const styles = useRegistrationStyles();
  const { app } = useMessages();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>
        <span className={styles.code}>{value}</span>
        <CopyButton text={value} label={app.labelled(app.copy, term)} />
      </dd>
    </>
  );
}
