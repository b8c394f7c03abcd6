import { Button, mergeClasses, useAnnounce } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ServiceKey } from '../../../shared/api/service-keys.ts';
import type { ShownStatus } from '../../../shared/domain/status.ts';
import { useRevokeServiceKey } from '../../api/setup-queries.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { keyState, type KeyState } from './key-state.ts';
import { useStackedTableStyles } from '../../components/StackedTable.styles.ts';
import { useKeyTableStyles } from './ServiceKeys.styles.ts';

interface ServiceKeyTableProps {
  entityId: string;
  serviceKeys: readonly ServiceKey[];
  admin: boolean;
}

const icons: Record<KeyState, ShownStatus> = { active: 'ok', expired: 'stale', revoked: 'not-used' };

/** The keys of an entity, never their text; on a narrow page one block a key. */
export function ServiceKeyTable({ entityId, serviceKeys, admin }: ServiceKeyTableProps) {
  const styles = { ...useStackedTableStyles(), ...useKeyTableStyles() };
  const { columns, list } = useSetupTexts().serviceKeys;
  const { name, scopes, created, expires, lastUsed, state, action } = columns;
  return (
    // Laid out as blocks on a narrow page, a table without these roles is none to screen readers.
    <table role="table" aria-label={list} className={styles.table}>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {[name, scopes, created, expires, lastUsed, state, ...(admin ? [action] : [])].map((column) => (
            <th key={column} role="columnheader" scope="col" className={styles.headCell}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {serviceKeys.map((serviceKey) => (
          <KeyRow key={serviceKey.id} entityId={entityId} serviceKey={serviceKey} admin={admin} />
        ))}
      </tbody>
    </table>
  );
}

interface KeyRowProps {
  entityId: string;
  serviceKey: ServiceKey;
  admin: boolean;
}

function KeyRow({ entityId, serviceKey, admin }: KeyRowProps) {
  const styles = { ...useStackedTableStyles(), ...useKeyTableStyles() };
  const texts = useSetupTexts().serviceKeys;
  const format = useFormat();
  const now = useNow();
  const state = keyState(serviceKey, now);
  const { name, hint, scopes, createdAt, createdBy, expiresAt, lastUsedAt, revokedAt } = serviceKey;
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.cell}>
        <span className={styles.name}>{name}</span>
        <span className={styles.subtle}>{texts.endsWith(hint)}</span>
      </th>
      <Cell label={texts.columns.scopes}>{format.list(scopes.map((scope) => texts.scopes[scope]))}</Cell>
      <Cell label={texts.columns.created}>{texts.createdBy(format.date(createdAt), createdBy ?? '')}</Cell>
      <Cell label={texts.columns.expires}>{format.date(expiresAt)}</Cell>
      <Cell label={texts.columns.lastUsed}>
        {lastUsedAt === null ? texts.neverUsed : <RelativeTime time={lastUsedAt} now={now} />}
      </Cell>
      <Cell label={texts.columns.state}>
        <span className={styles.state}>
          <StatusIcon status={icons[state]} />
          {revokedAt === null ? texts.states[state] : texts.revokedOn(format.date(revokedAt))}
        </span>
      </Cell>
      {admin && (
        <td role="cell" className={styles.cell}>
          {state === 'active' && <RevokeButton entityId={entityId} serviceKey={serviceKey} />}
        </td>
      )}
    </tr>
  );
}

/** On a narrow page the column's name stands before its value. */
function Cell({ label, children }: { label: string; children: ReactNode }) {
  const styles = { ...useStackedTableStyles(), ...useKeyTableStyles() };
  const { app } = useMessages();
  return (
    <td role="cell" className={styles.cell}>
      <span aria-hidden className={mergeClasses(styles.label)}>
        {app.labelled(label, '')}
      </span>
      {children}
    </td>
  );
}

function RevokeButton({ entityId, serviceKey }: { entityId: string; serviceKey: ServiceKey }) {
  const texts = useSetupTexts().serviceKeys;
  const { announce } = useAnnounce();
  const [asking, setAsking] = useState(false);
  const opener = useFocusReturn(asking);
  const revoke = useRevokeServiceKey(entityId);
  const confirm = () =>
    revoke.mutate(serviceKey.id, {
      onSuccess: () => announce(texts.revoked(serviceKey.name)),
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <Button
        ref={opener}
        size="small"
        aria-label={texts.revokeOf(serviceKey.name)}
        onClick={() => setAsking(true)}
      >
        {texts.revoke}
      </Button>
      {revoke.isError && <ProblemBar error={revoke.error} title={texts.revokeFailed} />}
      {asking && (
        <ConfirmDialog
          title={texts.revokeTitle(serviceKey.name)}
          confirm={texts.revokeButton}
          busy={revoke.isPending}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          {texts.revokeText}
        </ConfirmDialog>
      )}
    </>
  );
}
