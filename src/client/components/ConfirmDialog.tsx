import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/LocaleContext.tsx';

// A title may be a mail address, which has no place to break at.
const useStyles = makeStyles({ title: { overflowWrap: 'anywhere' } });

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  confirm: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done, and says what. Draw it only while it is open: a closed one leaves marks in the page. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  busy = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const styles = useStyles();
  const { app } = useMessages();
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && !busy && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle className={styles.title}>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose} disabled={busy}>
              {app.cancel}
            </Button>
            <Button appearance="primary" onClick={onConfirm} disabledFocusable={busy}>
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
