import type { Entity } from '../../../shared/api/entities.ts';
import { useChangeEntity, useRemoveEntity } from '../../api/queries.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { EntityNameDialog } from './EntityNameDialog.tsx';

export function RenameEntityDialog({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const { entity: texts } = useMessages();
  const change = useChangeEntity(entity.id);
  return (
    <EntityNameDialog
      title={texts.rename}
      submit={texts.saveName}
      initialName={entity.name}
      busy={change.isPending}
      error={change.error}
      onSubmit={(name) => change.mutate({ name }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

interface RemoveEntityDialogProps {
  entity: Entity;
  onRemoved: () => void;
  onClose: () => void;
}

/** Says what will be deleted, and what will not. */
export function RemoveEntityDialog({ entity, onRemoved, onClose }: RemoveEntityDialogProps) {
  const { entity: texts } = useMessages();
  const remove = useRemoveEntity();
  return (
    <ConfirmDialog
      title={texts.removeTitle(entity.name)}
      confirm={texts.removeButton}
      busy={remove.isPending}
      onConfirm={() => remove.mutate(entity.id, { onSuccess: onRemoved })}
      onClose={onClose}
    >
      {texts.removeText}
      {remove.isError && <ProblemBar error={remove.error} />}
    </ConfirmDialog>
  );
}
