import { Button, useAnnounce } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { Mailbox } from '../../../shared/api/mailboxes.ts';
import type { Me } from '../../../shared/api/me.ts';
import { useEntities } from '../../api/queries.ts';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { AddMailboxDialog } from './AddMailboxDialog.tsx';

interface AddMailboxProps {
  me: Me;
  primary: boolean;
  /** Whether it is most likely for somebody else. */
  forOther?: boolean;
  /** Called with an account of the person's own: the sign-in is the next step. */
  onAdded: (mailbox: Mailbox) => void;
}

/** The button with the dialog that asks for address and kind. */
export function AddMailbox({ me, primary, forOther = false, onAdded }: AddMailboxProps) {
  const { actions, add: texts } = useMailTexts().mailboxes;
  const { announce } = useAnnounce();
  // Asked for ahead: a dialog that begins with a spinner has nothing to put the focus on.
  useEntities();
  const [open, setOpen] = useState(false);
  const opener = useFocusReturn(open);
  const added = (mailbox: Mailbox) => {
    setOpen(false);
    announce((mailbox.mine ? texts.added : texts.addedOther)(mailbox.address));
    if (mailbox.mine) onAdded(mailbox);
  };
  return (
    <>
      <Button
        ref={opener}
        appearance={primary ? 'primary' : 'secondary'}
        icon={<Add20Regular />}
        onClick={() => setOpen(true)}
      >
        {actions.add}
      </Button>
      {open && (
        <AddMailboxDialog me={me} forOther={forOther} onClose={() => setOpen(false)} onAdded={added} />
      )}
    </>
  );
}
