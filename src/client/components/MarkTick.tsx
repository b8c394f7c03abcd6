import { Checkbox, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Entity } from '../../shared/api/entities.ts';
import { isMarked, type SetupMark } from '../../shared/domain/setup.ts';
import { useMark } from '../api/setup-queries.ts';
import { ProblemBar } from './ProblemBar.tsx';
import { useNow } from '../hooks/use-now.ts';
import { useFormat } from '../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { useMarkTickStyles } from './MarkTick.styles.ts';

interface MarkTickProps {
  entity: Entity;
  mark: SetupMark;
  label: string;
  admin: boolean;
}

/** "I have done this", for what cannot be seen from here; it says who said so. */
export function MarkTick({ entity, mark, label, admin }: MarkTickProps) {
  const styles = useMarkTickStyles();
  const { setup } = useSetupTexts();
  const format = useFormat();
  const now = useNow();
  const save = useMark(entity.id);
  const ticked = entity.setupMarks.find((each) => each.mark === mark);
  // Shown as clicked at once and while it is being saved, so that the tick does not flicker.
  const [clicked, setClicked] = useState<boolean>();
  const choose = (done: boolean) => {
    if (clicked !== undefined) return;
    setClicked(done);
    save.mutate({ mark, done }, { onSettled: () => setClicked(undefined) });
  };
  return (
    <div className={styles.root}>
      <Checkbox
        label={label}
        checked={clicked ?? isMarked(entity, mark)}
        disabled={!admin}
        onChange={(_event, data) => choose(data.checked === true)}
      />
      {ticked !== undefined && (
        <Text size={200} className={styles.subtle} role="status">
          {ticked.markedBy === null
            ? setup.ticked(format.relative(ticked.markedAt, now))
            : setup.tickedBy(ticked.markedBy, format.relative(ticked.markedAt, now))}
        </Text>
      )}
      {save.isError && <ProblemBar error={save.error} title={setup.tickFailed} />}
    </div>
  );
}
