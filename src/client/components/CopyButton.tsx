import { Button, useAnnounce } from '@fluentui/react-components';
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark';
import { Copy20Regular } from '@fluentui/react-icons/svg/copy';
import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { copyText } from './copy-text.ts';

const shownMs = 2_500;

interface CopyButtonProps {
  text: string;
  /** Name for those who do not see what stands beside the button. */
  label?: string;
  /** What the button says, where “Copy” alone would not tell what. */
  children?: string;
  onCopied?: () => void;
}

export function CopyButton({ text, label, children, onCopied }: CopyButtonProps) {
  const { app } = useMessages();
  const { announce } = useAnnounce();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    copyText(text).then(
      () => {
        setCopied(true);
        announce(app.copied);
        onCopied?.();
      },
      () => setCopied(false),
    );
  };
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={copied ? <Checkmark20Regular /> : <Copy20Regular />}
      onClick={copy}
      aria-label={label}
    >
      {copied ? app.copied : (children ?? app.copy)}
    </Button>
  );
}
