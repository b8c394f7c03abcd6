import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  useAnnounce,
} from '@fluentui/react-components';
import type { Mailbox, PendingGrant } from '../../../shared/api/mailboxes.ts';
import { useAnswerPending } from '../../api/mailbox-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';

interface PendingQuestionProps {
  mailbox: Mailbox;
  pending: PendingGrant;
  onAnswered?: () => void;
}

/** A sign-in that waits: asks the person who has to say yes or no; tells everybody else who that is. */
export function PendingQuestion({ mailbox, pending, onAnswered }: PendingQuestionProps) {
  const { pending: texts } = useMailTexts().mailboxes;
  const format = useFormat();
  const { announce } = useAnnounce();
  const answer = useAnswerPending(mailbox.id);
  const as = pending.signedInAs ?? texts.somebody;
  const until = texts.until(format.dateTime(pending.expiresAt));
  if (!pending.forMe) {
    return (
      <MessageBar layout="multiline">
        <MessageBarBody>
          {texts.waits[pending.why](as)} {until}
        </MessageBarBody>
      </MessageBar>
    );
  }
  const own = pending.why !== 'other-person';
  const say = (accept: boolean) =>
    answer.mutate(
      { pendingId: pending.id, accept },
      {
        onSuccess: () => {
          announce(accept ? texts.allowed : texts.denied);
          onAnswered?.();
        },
      },
    );
  return (
    <>
      <MessageBar layout="multiline" intent="warning">
        <MessageBarBody>
          <MessageBarTitle>{texts.title(mailbox.address)}</MessageBarTitle> {question()} {until}
        </MessageBarBody>
        <MessageBarActions>
          <Button appearance="primary" onClick={() => say(true)} disabledFocusable={answer.isPending}>
            {own ? texts.itIsMine : texts.allow}
          </Button>
          <Button onClick={() => say(false)} disabledFocusable={answer.isPending}>
            {own ? texts.itIsNot : texts.deny}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {answer.isError && <ProblemBar error={answer.error} title={texts.failed} />}
    </>
  );

  function question(): string {
    if (pending.why === 'address-not-visible') return texts.notVisible(as, mailbox.address);
    if (pending.why === 'plus-address') return texts.plus(as, mailbox.address);
    return pending.givenTo === null
      ? texts.forYou(pending.startedBy ?? texts.somebody, mailbox.address)
      : texts.byOther(pending.givenTo, mailbox.address);
  }
}
