import { Dialog, DialogSurface } from '@fluentui/react-components';
import { useImportMailboxes } from '../../api/mailbox-queries.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { EntityGate } from './EntityGate.tsx';
import { ImportForm } from './ImportForm.tsx';
import { ImportResult } from './ImportResult.tsx';

interface ImportDialogProps {
  onClose: () => void;
  onInvite: () => void;
}

/** Accounts for many users: a list, what it will become, and what became of each line. */
export function ImportDialog({ onClose, onInvite }: ImportDialogProps) {
  const { import: texts } = useMailTexts().mailboxes;
  const send = useImportMailboxes();
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && !send.isPending && onClose()}>
      <DialogSurface>
        {send.isSuccess ? (
          <ImportResult result={send.data} onClose={onClose} onInvite={onInvite} />
        ) : (
          <EntityGate title={texts.title} onClose={onClose}>
            {(choice) => <ImportForm choice={choice} send={send} onCancel={onClose} />}
          </EntityGate>
        )}
      </DialogSurface>
    </Dialog>
  );
}
