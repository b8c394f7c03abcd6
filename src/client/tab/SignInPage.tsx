import { Button, MessageBar, MessageBarBody, Title3 } from '@fluentui/react-components';
import { useSignIn } from '../hooks/use-sign-in.ts';
import { useMessages } from '../i18n/LocaleContext.tsx';
import { useFrameStyles } from './Frame.styles.ts';

/** For somebody whom the host cannot sign in without a click. */
export function SignInPage() {
  const styles = useFrameStyles();
  const { signIn: texts } = useMessages();
  const { waiting, problem, signIn } = useSignIn();
  return (
    <div className={styles.centred}>
      <Title3 as="h1" className={styles.heading}>
        {texts.title}
      </Title3>
      <p className={styles.text}>{texts.text}</p>
      <Button appearance="primary" size="large" onClick={signIn}>
        {texts.button}
      </Button>
      <div aria-live="polite">
        {waiting && <p className={styles.text}>{texts.waiting}</p>}
        {problem !== undefined && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{texts.problems[problem]}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}
