import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { UiMessages } from '../../shared/i18n/messages.ts';
import { ApiProblem, ApiUnreachable } from '../api/api-problem.ts';
import { SignInNeeded } from '../host/host.ts';
import { useSignIn } from '../hooks/use-sign-in.ts';
import { useMessages } from '../i18n/LocaleContext.tsx';

/** What an error of the API means to the person: title, next step, and the number to quote to support. */
export function problemText(
  error: unknown,
  messages: UiMessages,
): { title: string; text: string; requestId?: string } {
  if (error instanceof ApiProblem) {
    const { code, requestId } = error.problem;
    return { ...messages.problems[code], ...(requestId === undefined ? {} : { requestId }) };
  }
  if (error instanceof SignInNeeded) return messages.problems['token-missing'];
  return messages.problem[error instanceof ApiUnreachable ? error.reason : 'unreadable'];
}

interface ProblemBarProps {
  error: unknown;
  /** Says what did not happen, in place of the problem's own title. */
  title?: string;
  /** False where the title says all of it already. */
  withText?: boolean;
  onRetry?: () => void;
}

/** An error with its next step; every problem of the API has a text of its own. */
export function ProblemBar({ error, title, withText = true, onRetry }: ProblemBarProps) {
  const messages = useMessages();
  const { signIn } = useSignIn();
  const problem = problemText(error, messages);
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{title ?? problem.title}</MessageBarTitle>
        {withText && (title === undefined ? problem.text : `${problem.title}. ${problem.text}`)}
        {problem.requestId !== undefined && ` ${messages.problem.requestId(problem.requestId)}`}
      </MessageBarBody>
      {error instanceof SignInNeeded ? (
        <MessageBarActions>
          <Button onClick={signIn}>{messages.signIn.button}</Button>
        </MessageBarActions>
      ) : (
        onRetry !== undefined && (
          <MessageBarActions>
            <Button onClick={onRetry}>{messages.app.tryAgain}</Button>
          </MessageBarActions>
        )
      )}
    </MessageBar>
  );
}
