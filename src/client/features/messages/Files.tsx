import { Button, Spinner, Subtitle2, useAnnounce } from '@fluentui/react-components';
import type { MessageView } from '../../../shared/api/messages.ts';
import { useFetchFile } from '../../api/message-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useMessageStyles, useOpenMessageStyles } from './Messages.styles.ts';
import { saveBlob } from './save-blob.ts';

interface FilesProps {
  mailboxId: string;
  view: MessageView;
}

/** Attachments, and the whole message: to be saved, never opened here. */
export function Files({ mailboxId, view }: FilesProps) {
  const styles = { ...useMessageStyles(), ...useOpenMessageStyles() };
  const { messages: texts } = useMailTexts();
  const { fetchFile, save } = useSaving(mailboxId, view.summary.id);
  const isSaving = fetchFile.isPending;
  return (
    <>
      {view.attachments.length > 0 && (
        <div>
          <Subtitle2 as="h3" className={styles.heading}>
            {texts.attachments}
          </Subtitle2>
          <p className={styles.subtle}>{texts.caution}</p>
          <ul className={styles.files}>
            {view.attachments.map((attachment) => (
              <Attachment key={attachment.index} attachment={attachment} isSaving={isSaving} onSave={save} />
            ))}
          </ul>
        </div>
      )}
      <div className={styles.actions}>
        <Button disabledFocusable={isSaving} onClick={() => save(null, 'message.eml')}>
          {texts.saveAll}
        </Button>
        {isSaving && <Spinner size="tiny" label={texts.saving} />}
      </div>
      {fetchFile.isError && <ProblemBar error={fetchFile.error} title={texts.saveFailed} />}
    </>
  );
}

function useSaving(mailboxId: string, messageId: string) {
  const { messages: texts } = useMailTexts();
  const { announce } = useAnnounce();
  const fetchFile = useFetchFile(mailboxId, messageId);
  const save = (index: number | null, name: string) => {
    if (fetchFile.isPending) return;
    fetchFile.mutate(index, {
      onSuccess: (blob) => {
        saveBlob(blob, name);
        announce(texts.saved(name));
      },
    });
  };
  return { fetchFile, save };
}

interface AttachmentProps {
  attachment: MessageView['attachments'][number];
  isSaving: boolean;
  onSave: (index: number, name: string) => void;
}

function Attachment({ attachment, isSaving, onSave }: AttachmentProps) {
  const styles = { ...useMessageStyles(), ...useOpenMessageStyles() };
  const { messages: texts } = useMailTexts();
  const format = useFormat();
  const { index, name, type, octets, embedded } = attachment;
  const shown = name ?? texts.noName(index + 1);
  const facts = [format.size(octets), type, ...(embedded ? [texts.embedded] : [])];
  return (
    <li className={styles.file}>
      <div className={styles.fileName}>
        {/* A name can turn the direction of writing around, to hide how it ends. */}
        <bdi>{shown}</bdi>
        <div className={styles.subtle}>{facts.join(' · ')}</div>
      </div>
      <Button
        size="small"
        aria-label={texts.saveOf(shown)}
        disabledFocusable={isSaving}
        onClick={() => onSave(index, shown)}
      >
        {texts.save}
      </Button>
    </li>
  );
}
