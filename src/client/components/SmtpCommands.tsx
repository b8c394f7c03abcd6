import { makeStyles, tokens } from '@fluentui/react-components';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { CopyField } from './CopyField.tsx';
import { switchCommands } from './smtp-commands.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
});

/** Commands that switch Authenticated SMTP and POP on for one mailbox, and show how they stand. */
export function SmtpCommands({ address }: { address: string }) {
  const styles = useStyles();
  const { shell: texts } = useSetupTexts().setup.smtpStep;
  const commands = switchCommands(address);
  return (
    <div className={styles.stack}>
      <CopyField label={texts.mailboxOn} value={commands.switchOn} />
      <CopyField label={texts.look} value={commands.look} />
    </div>
  );
}
