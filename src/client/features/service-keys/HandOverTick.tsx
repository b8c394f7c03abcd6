import { Checkbox, Text } from '@fluentui/react-components';
import type { Entity } from '../../../shared/api/entities.ts';
import { isMarked } from '../../../shared/domain/setup.ts';
import { useMark } from '../../api/setup-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useServiceKeyStyles } from './ServiceKeys.styles.ts';

/** What happens in LEGAL 365 itself cannot be seen from here: the person says so. */
export function HandOverTick({ entity, admin }: { entity: Entity; admin: boolean }) {
  const styles = useServiceKeyStyles();
  const { setup, serviceKeys } = useSetupTexts();
  const format = useFormat();
  const now = useNow();
  const save = useMark(entity.id);
  const tick = entity.setupMarks.find(({ mark }) => mark === 'hand-over');
  // Shown as clicked while it is being saved.
  const checked = save.isPending ? save.variables.done : isMarked(entity, 'hand-over');
  return (
    <div className={styles.close}>
      <Checkbox
        label={serviceKeys.handOver.tick}
        checked={checked}
        disabled={!admin}
        onChange={(_event, data) => {
          if (!save.isPending) save.mutate({ mark: 'hand-over', done: data.checked === true });
        }}
      />
      {tick !== undefined && (
        <Text size={200} className={styles.subtle} role="status">
          {tick.markedBy === null
            ? setup.ticked(format.relative(tick.markedAt, now))
            : setup.tickedBy(tick.markedBy, format.relative(tick.markedAt, now))}
        </Text>
      )}
      {save.isError && <ProblemBar error={save.error} title={setup.tickFailed} />}
    </div>
  );
}
