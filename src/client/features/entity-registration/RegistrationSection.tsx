import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Entity, StoredRegistration } from '../../../shared/api/entities.ts';
import { ModuleDots } from '../../components/ModuleDots.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useScrollIntoView } from '../../hooks/use-scroll-into-view.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { RegistrationForm } from './RegistrationForm.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';
import { RegistrationSummary } from './RegistrationSummary.tsx';

interface RegistrationSectionProps {
  entity: Entity;
  ownDirectoryId: string;
  admin: boolean;
  onConnection: () => void;
}

/** The registration of an entity: what is stored, and the form that stores it. */
export function RegistrationSection({
  entity,
  ownDirectoryId,
  admin,
  onConnection,
}: RegistrationSectionProps) {
  const styles = useRegistrationStyles();
  const { registration: texts } = useMessages();
  const [editing, setEditing] = useState(entity.registration === null || entity.draft !== null);
  const [stored, setStored] = useState<StoredRegistration>();
  // A form begun anew forgets what was typed into the one before.
  const [formNumber, setFormNumber] = useState(1);
  const { registration } = entity;
  if (!admin) {
    return (
      <div className={styles.stack}>
        {registration === null ? (
          <Text>{texts.none}</Text>
        ) : (
          <RegistrationSummary entity={entity} registration={registration} onChange={undefined} />
        )}
        <Text className={styles.subtle}>{texts.readOnly}</Text>
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      {stored !== undefined && <StoredBar stored={stored} onConnection={onConnection} />}
      {registration !== null && !editing ? (
        <RegistrationSummary
          entity={entity}
          registration={registration}
          onChange={() => {
            setStored(undefined);
            setEditing(true);
          }}
        />
      ) : (
        <RegistrationForm
          key={formNumber}
          entity={entity}
          ownDirectoryId={ownDirectoryId}
          onStored={(result) => {
            setStored(result);
            setEditing(false);
          }}
          onDiscarded={() => {
            setFormNumber(formNumber + 1);
            setEditing(registration === null);
          }}
          {...(registration === null ? {} : { onCancel: () => setEditing(false) })}
        />
      )}
    </div>
  );
}

function StoredBar({ stored, onConnection }: { stored: StoredRegistration; onConnection: () => void }) {
  const styles = useRegistrationStyles();
  const { registration: texts } = useMessages();
  const now = useNow();
  const element = useScrollIntoView<HTMLDivElement>();
  const allOk = stored.test.status === 'ok';
  return (
    <div ref={element} className={styles.stack}>
      <MessageBar intent={allOk ? 'success' : 'warning'} layout="multiline" politeness="polite">
        <MessageBarBody>
          <MessageBarTitle>{texts.stored}</MessageBarTitle>
          {allOk ? texts.storedAllOk : texts.storedNotAllOk}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={onConnection}>{texts.toConnection}</Button>
        </MessageBarActions>
      </MessageBar>
      <ModuleDots test={stored.test} now={now} />
    </div>
  );
}
