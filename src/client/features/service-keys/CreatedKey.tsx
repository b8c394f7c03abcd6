import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { CreatedServiceKey } from '../../../shared/api/service-keys.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useServiceKeyStyles } from './ServiceKeys.styles.ts';

interface CreatedKeyProps {
  created: CreatedServiceKey;
  /** Closing was asked for before the key was copied. */
  leaving: boolean;
  onCopied: () => void;
  onBack: () => void;
  onClose: () => void;
}

/** The text of a new key, for the only time. */
export function CreatedKey({ created, leaving, onCopied, onBack, onClose }: CreatedKeyProps) {
  const styles = useServiceKeyStyles();
  const { dialog: texts } = useSetupTexts().serviceKeys;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that had the focus is gone with the form, or with the question.
    first.current?.focus();
  }, [leaving]);
  const focused = (element: HTMLButtonElement | null) => void (first.current = element);
  if (leaving) {
    return (
      <DialogBody>
        <DialogTitle>{texts.closeTitle}</DialogTitle>
        <DialogContent>{texts.closeText}</DialogContent>
        <DialogActions fluid>
          <Button onClick={onClose}>{texts.closeAnyway}</Button>
          <Button ref={focused} appearance="primary" onClick={onBack}>
            {texts.back}
          </Button>
        </DialogActions>
      </DialogBody>
    );
  }
  return (
    <DialogBody>
      <DialogTitle>{texts.createdTitle}</DialogTitle>
      <DialogContent className={styles.stack}>
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>{texts.once}</MessageBarTitle>
            {texts.onceText}
          </MessageBarBody>
        </MessageBar>
        <div className={styles.close}>
          <code
            role="textbox"
            aria-readonly
            aria-label={texts.key}
            tabIndex={0}
            translate="no"
            className={styles.key}
          >
            {created.key}
          </code>
          <div className={styles.actions}>
            <CopyButton text={created.key} onCopied={onCopied}>
              {texts.copyKey}
            </CopyButton>
          </div>
        </div>
      </DialogContent>
      <DialogActions fluid>
        <Button ref={focused} appearance="primary" onClick={onClose}>
          {texts.done}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
