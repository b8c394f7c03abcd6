import { Dialog, DialogSurface } from '@fluentui/react-components';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { Me } from '../../../shared/api/me.ts';
import { useCreateMailbox } from '../../api/mailbox-queries.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { EntityGate } from './EntityGate.tsx';
import { NewMailboxForm } from './NewMailboxForm.tsx';

interface AddMailboxDialogProps {
  me: Me;
  forOther: boolean;
  onClose: () => void;
  onAdded: (mailbox: Mailbox) => void;
}

/** Asks for a new account; says why not, where no entity can serve one yet. */
export function AddMailboxDialog({ me, forOther, onClose, onAdded }: AddMailboxDialogProps) {
  const { add } = useMailTexts().mailboxes;
  const create = useCreateMailbox();
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && !create.isPending && onClose()}>
      <DialogSurface>
        <EntityGate title={add.title} onClose={onClose}>
          {(choice) => (
            <NewMailboxForm
              me={me}
              forOther={forOther}
              choice={choice}
              create={create}
              onCancel={onClose}
              onAdded={onAdded}
            />
          )}
        </EntityGate>
      </DialogSurface>
    </Dialog>
  );
}
