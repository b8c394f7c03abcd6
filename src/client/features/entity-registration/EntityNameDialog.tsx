import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';

const longestName = 120;

interface EntityNameDialogProps {
  title: string;
  intro?: string;
  submit: string;
  initialName?: string;
  busy: boolean;
  error: unknown;
  onSubmit: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of an entity, for a new one or a new name. */
export function EntityNameDialog(props: EntityNameDialogProps) {
  const { title, intro, submit, initialName = '', busy, error, onSubmit, onClose } = props;
  const styles = useRegistrationStyles();
  const { entity, app } = useMessages();
  const [name, setName] = useState(initialName);
  const [submitted, setSubmitted] = useState(false);
  const length = name.trim().length;
  const problem = length === 0 ? entity.nameMissing : length > longestName ? entity.nameTooLong : undefined;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (problem === undefined && !busy) onSubmit(name.trim());
  };
  const shown = submitted || length > longestName ? problem : undefined;
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && !busy && onClose()}>
      <DialogSurface>
        <form noValidate onSubmit={send}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.stack}>
              {intro !== undefined && <p className={styles.text}>{intro}</p>}
              <Field
                label={entity.name}
                hint={entity.nameHint}
                required
                {...(shown === undefined ? {} : { validationMessage: shown })}
              >
                <Input value={name} autoComplete="off" onChange={(_event, data) => setName(data.value)} />
              </Field>
              {error !== null && <ProblemBar error={error} />}
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose} disabled={busy}>
                {app.cancel}
              </Button>
              <Button appearance="primary" type="submit" disabledFocusable={busy}>
                {submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
