import { useCreateEntity } from '../../api/queries.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { EntityNameDialog } from './EntityNameDialog.tsx';
import { defaultModules } from './ModuleChooser.tsx';

/** Adds an entity with the usual modules; its registration comes next. */
export default function AddEntityDialog({
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
