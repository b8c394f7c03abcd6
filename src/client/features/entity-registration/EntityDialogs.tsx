import type { Entity } from '../../../shared/api/entities.ts';
import { useChangeEntity, useCreateEntity, useRemoveEntity } from '../../api/queries.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { EntityNameDialog } from './EntityNameDialog.tsx';
import { defaultModules } from './ModuleChooser.tsx';

/** Adds an entity with the usual modules; its registration comes next. */
export function AddEntityDialog({
  onAdded,
  onClose,
}: {
  onAdded: (id: string) => void;
  onClose: () => void;
}) {
  const { entity } = useMessages();
  const create = useCreateEntity();
  return (
    <EntityNameDialog
      title={entity.addTitle}
      intro={entity.addText}
      submit={entity.addButton}
      busy={create.isPending}
      error={create.error}
      onSubmit={(name) =>
        create.mutate({ name, modules: defaultModules }, { onSuccess: (created) => onAdded(created.id) })
      }
      onClose={onClose}
    />
  );
}

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
  open: boolean;
  onRemoved: () => void;
  onClose: () => void;
}

/** Says what will be deleted, and what will not. */
export function RemoveEntityDialog({ entity, open, onRemoved, onClose }: RemoveEntityDialogProps) {
  const { entity: texts } = useMessages();
  const remove = useRemoveEntity();
  return (
    <ConfirmDialog
      open={open}
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
