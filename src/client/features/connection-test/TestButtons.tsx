import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import { useStartTest } from '../../api/queries.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useConnectionStyles } from './ConnectionPanel.styles.ts';

/** Starts the test; the one that writes asks first and says what it will create. */
export function TestButtons({ entity, running }: { entity: Entity; running: boolean }) {
  const styles = useConnectionStyles();
  const { test } = useMessages();
  const start = useStartTest();
  const [asking, setAsking] = useState(false);
  const opener = useFocusReturn(asking);
  const busy = running || start.isPending;
  const run = (deep: boolean) => start.mutate({ entityId: entity.id, deep });
  return (
    <>
      <div className={styles.actions}>
        <Button ref={opener} onClick={() => setAsking(true)} disabledFocusable={busy}>
          {test.deepButton}
        </Button>
        <Button appearance="primary" onClick={() => run(false)} disabledFocusable={busy}>
          {test.button}
        </Button>
      </div>
      {start.isError && <ProblemBar error={start.error} title={test.startFailed} />}
      {asking && (
        <ConfirmDialog
          title={test.deepTitle}
          confirm={test.deepStart}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            run(true);
          }}
        >
          {test.deepText(entity.probeMailbox ?? '')}
        </ConfirmDialog>
      )}
    </>
  );
}
