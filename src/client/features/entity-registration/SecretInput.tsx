import { Button, Input, type InputProps } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons/svg/eye';
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off';
import { useState } from 'react';
import { useMessages } from '../../i18n/LocaleContext.tsx';

/** A field for a secret's value: covered, with a way to look at what was pasted. No password manager is to keep it. */
export function SecretInput(props: InputProps) {
  const { registration } = useMessages();
  const [visible, setVisible] = useState(false);
  return (
    <Input
      {...props}
      type={visible ? 'text' : 'password'}
      autoComplete="new-password"
      spellCheck={false}
      contentAfter={
        <Button
          appearance="transparent"
          size="small"
          icon={visible ? <EyeOff20Regular /> : <Eye20Regular />}
          aria-label={visible ? registration.hide : registration.show}
          onClick={() => setVisible(!visible)}
        />
      }
    />
  );
}
