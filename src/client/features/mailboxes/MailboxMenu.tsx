import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useAnnounce,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { RemoveMailbox } from './RemoveMailbox.tsx';

interface MailboxMenuProps {
  mailbox: Mailbox;
  onRemoved: () => void;
}

/** What is done rarely with an account: change its users and sender, remove it. */
export function MailboxMenu({ mailbox, onRemoved }: MailboxMenuProps) {
  const { actions, more, account } = useMailTexts().mailboxes;
  const { announce } = useAnnounce();
  const [dialog, setDialog] = useState<'account' | 'remove'>();
  const opener = useFocusReturn(dialog !== undefined);
  const close = () => setDialog(undefined);
  const saved = () => {
    announce(account.saved);
    close();
  };
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            ref={opener}
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={more(mailbox.address)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => setDialog('account')}>{actions.change}</MenuItem>
            <MenuItem onClick={() => setDialog('remove')}>{actions.remove}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog === 'account' && <AccountDialog mailbox={mailbox} onClose={close} onSaved={saved} />}
      {dialog === 'remove' && <RemoveMailbox mailbox={mailbox} onClose={close} onRemoved={onRemoved} />}
    </>
  );
}
