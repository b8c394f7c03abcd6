import type { RetrievalSettings } from '../../../shared/api/retrievals.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useMailTexts } from '../../i18n/use-mail-texts.ts';
import { useRetrievalStyles } from './RetrievalSettings.styles.ts';

export type Question = 'on' | 'off' | 'delete';

interface RetrievalQuestionProps {
  question: Question;
  change: { isPending: boolean };
  store: (part: Partial<RetrievalSettings>) => void;
  close: () => void;
}

/** Says what is stored, where and how long, before anything is. */
export function RetrievalQuestion({ question, change, store, close }: RetrievalQuestionProps) {
  const styles = useRetrievalStyles();
  const { retrieval: texts } = useMailTexts().messages;
  const common = { busy: change.isPending, onClose: close };
  switch (question) {
    case 'on':
      return (
        <ConfirmDialog
          {...common}
          title={texts.onTitle}
          confirm={texts.switchOn}
          onConfirm={() => store({ on: true })}
        >
          <ul className={styles.points}>
            {texts.onPoints.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </ConfirmDialog>
      );
    case 'off':
      return (
        <ConfirmDialog
          {...common}
          title={texts.offTitle}
          confirm={texts.switchOff}
          onConfirm={() => store({ on: false })}
        >
          {texts.offText}
        </ConfirmDialog>
      );
    case 'delete':
      return (
        <ConfirmDialog
          {...common}
          title={texts.deleteTitle}
          confirm={texts.deleteButton}
          onConfirm={() => store({ deleteFromServer: true })}
        >
          {texts.deleteText}
        </ConfirmDialog>
      );
  }
}
