import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { CopyButton } from './CopyButton.tsx';
import { mailto } from './mailto.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  message: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyBase,
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface MessageToSendProps {
  title: string;
  subject: string;
  body: string;
  /** Language of the text, where it is not the page's. */
  lang?: string;
  /** Who gets it without seeing each other; none where the sender chooses. */
  bcc?: readonly string[];
  labels: { copy: string; mail: string };
  /** More buttons beside those. */
  children?: ReactNode;
}

/** A ready message: to be read first, then copied or opened in the person's own mail program. */
export function MessageToSend({
  title,
  subject,
  body,
  lang,
  bcc = [],
  labels,
  children,
}: MessageToSendProps) {
  const styles = useStyles();
  const { app } = useMessages();
  const id = useId();
  return (
    <div className={styles.stack}>
      <Text id={id} weight="semibold">
        {app.labelled(title, subject)}
      </Text>
      <blockquote aria-labelledby={id} className={styles.message} lang={lang}>
        {body}
      </blockquote>
      <div className={styles.actions}>
        <CopyButton text={body}>{labels.copy}</CopyButton>
        {children}
        <Button
          as="a"
          size="small"
          appearance="subtle"
          icon={<Mail20Regular />}
          href={mailto(subject, body, bcc)}
          target="_blank"
          rel="noreferrer"
        >
          {labels.mail}
        </Button>
      </div>
    </div>
  );
}
