import { Dialog, DialogSurface } from '@fluentui/react-components';
import { useState } from 'react';
import { useCreateServiceKey } from '../../api/setup-queries.ts';
import { CreatedKey } from './CreatedKey.tsx';
import { NewKeyForm } from './NewKeyForm.tsx';

interface CreateKeyDialogProps {
  entityId: string;
  onClose: () => void;
}

/** Asks for name, scopes and last day; then shows the key, once. */
export function CreateKeyDialog({ entityId, onClose }: CreateKeyDialogProps) {
  const create = useCreateServiceKey(entityId);
  const [copied, setCopied] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const dismiss = () => {
    if (create.isPending) return;
    // Escape is pressed quickly, and what it closes here cannot be had again.
    if (create.isSuccess && !copied) setLeaving(true);
    else onClose();
  };
  return (
    <Dialog
      open
      modalType={create.isSuccess ? 'alert' : 'modal'}
      onOpenChange={(_event, data) => !data.open && dismiss()}
    >
      <DialogSurface>
        {create.isSuccess ? (
          <CreatedKey
            created={create.data}
            leaving={leaving}
            onCopied={() => setCopied(true)}
            onBack={() => setLeaving(false)}
            onClose={onClose}
          />
        ) : (
          <NewKeyForm create={create} onCancel={onClose} />
        )}
      </DialogSurface>
    </Dialog>
  );
}
