import { Button, Link } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { useState, type ReactNode } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useStackedTableStyles } from '../../components/StackedTable.styles.ts';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { mailboxState, statusOfState } from './mailbox-state.ts';
import { useFirmTableStyles, useMailboxStyles } from './Mailboxes.styles.ts';
import { RemoveMailbox } from './RemoveMailbox.tsx';
import { stateText } from './state-text.ts';

const rowsAtOnce = 50;

const { compare } = new Intl.Collator(undefined, { numeric: true });
const byAddress = (one: Mailbox, other: Mailbox) => compare(one.address, other.address);

/** One line a mailbox, on a narrow page one block; the first fifty, then as many more at each click. */
export function FirmTable({ mailboxes, admin }: { mailboxes: readonly Mailbox[]; admin: boolean }) {
  const styles = useStackedTableStyles();
  const shared = useMailboxStyles();
  const { firm: texts } = useMailTexts().mailboxes;
  const [most, setMost] = useState(rowsAtOnce);
  const { address, entity, person, state, action } = texts.columns;
  const several = new Set(mailboxes.map(({ entityId }) => entityId)).size > 1;
  const columns = [address, ...(several ? [entity] : []), person, state, ...(admin ? [action] : [])];
  const rows = mailboxes.toSorted(byAddress).slice(0, most);
  return (
    <>
      <table role="table" aria-label={texts.list} className={styles.table}>
        <thead role="rowgroup" className={styles.head}>
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col" className={styles.headCell}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={styles.body}>
          {rows.map((mailbox) => (
            <FirmRow key={mailbox.id} mailbox={mailbox} withEntity={several} admin={admin} />
          ))}
        </tbody>
      </table>
      {mailboxes.length > most && (
        <div className={shared.actions}>
          <Button onClick={() => setMost(most + rowsAtOnce)}>{texts.showMore}</Button>
        </div>
      )}
    </>
  );
}

interface FirmRowProps {
  mailbox: Mailbox;
  withEntity: boolean;
  admin: boolean;
}

function FirmRow({ mailbox, withEntity, admin }: FirmRowProps) {
  const styles = { ...useStackedTableStyles(), ...useFirmTableStyles() };
  const texts = useMailTexts().mailboxes;
  const format = useFormat();
  const state = mailboxState(mailbox, useNow());
  const { id, address, kind, entityName, holder, signIn } = mailbox;
  const person = signIn.person?.name ?? holder ?? texts.firm.unclaimed;
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.cell}>
        <Link href={hashOf({ page: 'mailbox', mailboxId: id })} className={styles.address}>
          {address}
        </Link>
        <span className={styles.subtle}>{texts.kinds[kind]}</span>
      </th>
      {withEntity && <Cell label={texts.firm.columns.entity}>{entityName}</Cell>}
      <Cell label={texts.firm.columns.person}>{person}</Cell>
      <Cell label={texts.firm.columns.state}>
        <span className={styles.state}>
          <StatusIcon status={statusOfState(state)} />
          {stateText(state, texts, format)}
        </span>
      </Cell>
      {admin && (
        <td role="cell" className={styles.cell}>
          <RemoveButton mailbox={mailbox} />
        </td>
      )}
    </tr>
  );
}

/** On a narrow page the column's name stands before its value. */
function Cell({ label, children }: { label: string; children: ReactNode }) {
  const styles = { ...useStackedTableStyles(), ...useFirmTableStyles() };
  const { app } = useMessages();
  return (
    <td role="cell" className={styles.cell}>
      <span aria-hidden className={styles.label}>
        {app.labelled(label, '')}
      </span>
      {children}
    </td>
  );
}

function RemoveButton({ mailbox }: { mailbox: Mailbox }) {
  const { firm, actions } = useMailTexts().mailboxes;
  const [asking, setAsking] = useState(false);
  const opener = useFocusReturn(asking);
  const close = () => setAsking(false);
  return (
    <>
      <Button
        ref={opener}
        size="small"
        appearance="subtle"
        icon={<Delete20Regular />}
        aria-label={firm.removeOf(mailbox.address)}
        onClick={() => setAsking(true)}
      >
        {actions.remove}
      </Button>
      {asking && <RemoveMailbox mailbox={mailbox} onClose={close} onRemoved={close} />}
    </>
  );
}
