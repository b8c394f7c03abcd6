import { Button, Subtitle2, Text } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { Verdict } from '../../shared/api/verdict.ts';
import { useHost } from '../host/HostContext.tsx';
import { useLocale } from '../i18n/LocaleContext.tsx';
import { MicrosoftAnswer } from './MicrosoftAnswer.tsx';
import { portalPageFor, registrationLink } from './portal-links.ts';
import { verdictReport } from './verdict-report.ts';
import { useVerdictStyles } from './VerdictPanel.styles.ts';

interface VerdictPanelProps {
  verdict: Verdict;
  /** Registration that the verdict is about: where it is known, a button opens its page in the portal. */
  applicationId: string | undefined;
}

/** One failure in plain words: what it means, who can solve it, what to click, and Microsoft's own answer. */
export function VerdictPanel({ verdict, applicationId }: VerdictPanelProps) {
  const styles = useVerdictStyles();
  const locale = useLocale();
  const { verdict: texts } = locale.messages;
  const { title, meaning, steps } = locale.causes[verdict.cause];
  const { contradiction } = verdict.facts;
  return (
    <div className={styles.root}>
      <div className={styles.section}>
        <Subtitle2 as="h3" className={styles.title}>
          {title}
        </Subtitle2>
        <p className={styles.text}>{meaning}</p>
        {contradiction !== undefined && <p className={styles.text}>{texts.contradictions[contradiction]}</p>}
        <p className={styles.who}>
          {texts.whoLabel}: {texts.who[verdict.whoCanFix]}
        </p>
        {verdict.retryAfter !== null && (
          <p className={styles.text}>{texts.waitSeconds(verdict.retryAfter)}</p>
        )}
      </div>
      {steps.length > 0 && (
        <div className={styles.section}>
          <Text weight="semibold">{texts.steps}</Text>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <PortalButton verdict={verdict} applicationId={applicationId} />
        </div>
      )}
      <Alternatives verdict={verdict} />
      <MicrosoftAnswer facts={verdict.facts} copied={verdictReport(verdict, locale)} />
    </div>
  );
}

function PortalButton({ verdict, applicationId }: VerdictPanelProps) {
  const host = useHost();
  const { verdict: texts } = useLocale().messages;
  const page = portalPageFor(verdict.cause);
  if (page === undefined || applicationId === undefined || verdict.whoCanFix === 'nobody') return null;
  const labels = {
    permissions: texts.openPermissions,
    secrets: texts.openSecrets,
    registration: texts.openRegistration,
  };
  const open = () => host.openLink(registrationLink(host.config.portal.entra, page, applicationId));
  return (
    <>
      <Button appearance="primary" icon={<Open20Regular />} iconPosition="after" onClick={open}>
        {labels[page]}
      </Button>
      {page === 'permissions' && <Text size={200}>{texts.openPermissionsHint}</Text>}
    </>
  );
}

function Alternatives({ verdict }: { verdict: Verdict }) {
  const styles = useVerdictStyles();
  const { messages, causes } = useLocale();
  const confidence = messages.verdict.confidence[verdict.confidence];
  if (confidence === '' && verdict.alternatives.length === 0) return null;
  return (
    <div className={styles.section}>
      {confidence !== '' && <p className={styles.text}>{confidence}</p>}
      {verdict.alternatives.length > 0 && (
        <>
          <Text weight="semibold">{messages.verdict.alternatives}</Text>
          <ul className={styles.steps}>
            {verdict.alternatives.map((cause) => (
              <li key={cause}>{causes[cause].title}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
