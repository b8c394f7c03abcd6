import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';

interface PreconditionProps {
  text: string;
  button: string;
  onGo: () => void;
}

/** What should come first, and the way there; the step itself stays usable. */
export function Precondition({ text, button, onGo }: PreconditionProps) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onGo}>{button}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
