import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Select,
  Spinner,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import { useEntities } from '../../api/queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMailboxStyles } from './Mailboxes.styles.ts';

/** Entities that can serve a mailbox, and those that lack a registration still. */
export interface EntityChoice {
  usable: readonly [Entity, ...Entity[]];
  others: readonly Entity[];
}

interface EntityGateProps {
  /** Of the dialog, until it can go on. */
  title: string;
  onClose: () => void;
  children: (choice: EntityChoice) => ReactNode;
}

/** Lets a dialog go on where an entity has a registration, and says what is missing where none has. */
export function EntityGate({ title, onClose, children }: EntityGateProps) {
  const styles = useMailboxStyles();
  const { app } = useMessages();
  const { add: texts } = useMailTexts().mailboxes;
  const query = useEntities();
  if (query.isPending) {
    return (
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          <Spinner label={app.loading} />
        </DialogContent>
      </DialogBody>
    );
  }
  const entities = query.data ?? [];
  const [first, ...more] = entities.filter(({ registration }) => registration !== null);
  const others = entities.filter(({ registration }) => registration === null);
  if (first !== undefined) return children({ usable: [first, ...more], others });
  return (
    <DialogBody>
      <DialogTitle>{texts.noEntity}</DialogTitle>
      <DialogContent className={styles.stack}>
        <p className={styles.text}>{texts.noEntityText}</p>
        {query.isError && <ProblemBar error={query.error} onRetry={() => void query.refetch()} />}
      </DialogContent>
      <DialogActions fluid>
        <Button appearance="primary" onClick={onClose}>
          {app.close}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

interface EntityFieldProps {
  choice: EntityChoice;
  entityId: string;
  onChange: (entityId: string) => void;
}

/** Which entity; not asked where there is but one. */
export function EntityField({ choice: { usable, others }, entityId, onChange }: EntityFieldProps) {
  const { add: texts } = useMailTexts().mailboxes;
  const format = useFormat();
  if (usable.length + others.length === 1) return null;
  const hint =
    others.length === 0 ? {} : { hint: texts.noRegistration(format.list(others.map(({ name }) => name))) };
  return (
    <Field label={texts.entity} {...hint}>
      <Select value={entityId} onChange={(_event, { value }) => onChange(value)}>
        {usable.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
