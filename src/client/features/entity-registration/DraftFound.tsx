import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import { useDiscardDraft } from '../../api/queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useFormat, useMessages } from '../../i18n/LocaleContext.tsx';

/** Says that the form goes on with an earlier draft, and offers to begin anew. */
export function DraftFound({ entity, onDiscarded }: { entity: Entity; onDiscarded: () => void }) {
  const { registration: texts } = useMessages();
  const format = useFormat();
  const discard = useDiscardDraft(entity.id);
  // Only the draft that was there when the form was opened: the one just being typed needs no announcement.
  const [found] = useState(entity.draft);
  if (found === null) return null;
  return (
    <>
      <MessageBar layout="multiline">
        <MessageBarBody>{texts.draftFound(format.dateTime(found.expiresAt))}</MessageBarBody>
        <MessageBarActions>
          <Button
            disabledFocusable={discard.isPending}
            onClick={() => discard.mutate(undefined, { onSuccess: onDiscarded })}
          >
            {texts.discardDraft}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {discard.isError && <ProblemBar error={discard.error} />}
    </>
  );
}
