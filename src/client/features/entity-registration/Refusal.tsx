import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { ApiProblem } from '../../api/api-problem.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import type { RegistrationIds } from '../../components/portal-links.ts';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { useScrollIntoView } from '../../hooks/use-scroll-into-view.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';

interface RefusalProps {
  error: unknown;
  /** What has become of what was typed, or of what was stored before. */
  consequence: string;
  registration: RegistrationIds;
}

/** Why values were not stored, with the verdict on Microsoft's answer where there is one. */
export function Refusal({ error, consequence, registration }: RefusalProps) {
  const styles = useRegistrationStyles();
  const { registration: texts } = useMessages();
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  const element = useScrollIntoView<HTMLDivElement>();
  if (problem?.verdict === undefined) {
    return (
      <div ref={element}>
        <ProblemBar error={error} />
      </div>
    );
  }
  const unchecked = problem.code === 'registration-unchecked';
  return (
    <div ref={element} className={styles.stack}>
      <MessageBar intent={unchecked ? 'warning' : 'error'} layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{unchecked ? texts.unchecked : texts.refused}</MessageBarTitle>
          {consequence}
        </MessageBarBody>
      </MessageBar>
      <VerdictPanel verdict={problem.verdict} registration={registration} />
    </div>
  );
}
