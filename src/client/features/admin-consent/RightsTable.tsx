import { mergeClasses, Subtitle2 } from '@fluentui/react-components';
import type { Entity } from '../../../shared/api/entities.ts';
import { compareConsent, type RightRow, type RightState } from '../../../shared/domain/consent.ts';
import type { ShownStatus } from '../../../shared/domain/status.ts';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useStackedTableStyles } from '../../components/StackedTable.styles.ts';
import { useConsentStyles, useRightsStyles } from './Consent.styles.ts';

interface RightsTableProps {
  entity: Entity;
  granted: readonly string[] | null;
}

const icons: Record<RightState, ShownStatus> = {
  granted: 'ok',
  'read-only': 'failed',
  missing: 'failed',
  unknown: 'unknown',
};

/** Needed against granted rights, with what each is for; on a narrow page one block a right. */
export function RightsTable({ entity, granted }: RightsTableProps) {
  const styles = useConsentStyles();
  const rights = useStackedTableStyles();
  const { table } = useSetupTexts().consent;
  const format = useFormat();
  const { rows } = compareConsent(entity.modules, granted);
  const tested = entity.latestTest?.finishedAt ?? null;
  return (
    <section className={styles.stack} aria-label={table.title}>
      <div className={styles.close}>
        <Subtitle2 as="h3" className={styles.heading}>
          {table.title}
        </Subtitle2>
        <p className={styles.subtle}>
          {granted === null || tested === null ? table.notKnown : table.asOf(format.dateTime(tested))}
        </p>
      </div>
      {/* Laid out as blocks on a narrow page, a table without these roles is none to screen readers. */}
      <table role="table" aria-label={table.title} className={rights.table}>
        <thead role="rowgroup" className={rights.head}>
          <tr role="row">
            {[table.right, table.kind, table.forWhat, table.state].map((name) => (
              <th key={name} role="columnheader" scope="col" className={rights.headCell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={rights.body}>
          {rows.map((row) => (
            <RightLine key={row.right} row={row} />
          ))}
        </tbody>
      </table>
      <p className={styles.subtle}>{table.delegatedWhy}</p>
    </section>
  );
}

function RightLine({ row }: { row: RightRow }) {
  const styles = { ...useStackedTableStyles(), ...useRightsStyles() };
  const { steps } = useMessages();
  const format = useFormat();
  const { table } = useSetupTexts().consent;
  const delegated = row.kind === 'delegated';
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={mergeClasses(styles.cell, styles.right)} translate="no">
        {row.right}
      </th>
      <td role="cell" className={styles.cell}>
        {table.kinds[row.kind]}
      </td>
      <td role="cell" className={styles.cell}>
        {isMailboxRight(row.right)
          ? table.mailboxes[row.right]
          : format.list(row.modules.map((module) => steps[module]))}
      </td>
      <td role="cell" className={styles.cell}>
        <span className={styles.state}>
          <StatusIcon status={icons[row.state]} />
          {delegated ? table.untilSignIn : table.states[row.state]}
        </span>
      </td>
    </tr>
  );

  function isMailboxRight(right: string): right is keyof typeof table.mailboxes {
    return right in table.mailboxes;
  }
}
