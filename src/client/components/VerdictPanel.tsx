import { Button, Subtitle2, Text } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { Verdict } from '../../shared/api/verdict.ts';
import type { CauseText } from '../../shared/i18n/cause-text.ts';
import { useHost } from '../host/HostContext.tsx';
import { causeText } from '../i18n/cause-text.ts';
import { useLocale } from '../i18n/LocaleContext.tsx';
import { GrantConsent } from './GrantConsent.tsx';
import { MicrosoftAnswer } from './MicrosoftAnswer.tsx';
import { portalPageFor, registrationLink, type RegistrationIds } from './portal-links.ts';
import { longTokenText, verdictReport, whoText } from './verdict-report.ts';
import { useVerdictStyles } from './VerdictPanel.styles.ts';

interface VerdictPanelProps {
  verdict: Verdict;
  /** Registration that the verdict is about: where it is known, buttons open its pages at Microsoft. */
  registration: RegistrationIds | null;
  /** Entity whose stored registration that is: a consent started from here is followed until it is seen. */
  entityId?: string | undefined;
}

/** One failure in plain words: what it means, who can solve it, what to click, and Microsoft's own answer. */
export function VerdictPanel({ verdict, registration, entityId }: VerdictPanelProps) {
  const styles = useVerdictStyles();
  const locale = useLocale();
  const { verdict: texts } = locale.messages;
  const { title, meaning, steps } = causeText(verdict, locale);
  const { contradiction } = verdict.facts;
  return (
    <div className={styles.root}>
      <div className={styles.section}>
        <Subtitle2 as="h3" className={styles.title}>
          {title}
        </Subtitle2>
        <p className={styles.text}>{meaning}</p>
        {contradiction !== undefined && <p className={styles.text}>{texts.contradictions[contradiction]}</p>}
        {longTokenText(verdict, locale).map((text) => (
          <p key={text} className={styles.text}>
            {text}
          </p>
        ))}
        <p className={styles.who}>{locale.messages.app.labelled(texts.whoLabel, whoText(verdict, texts))}</p>
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
          <RegistrationLinks verdict={verdict} registration={registration} entityId={entityId} />
        </div>
      )}
      <Alternatives verdict={verdict} />
      <MicrosoftAnswer verdict={verdict} copied={verdictReport(verdict, locale)} />
    </div>
  );
}

function RegistrationLinks({ verdict, registration, entityId }: VerdictPanelProps) {
  const host = useHost();
  const { verdict: texts } = useLocale().messages;
  const page = portalPageFor(verdict.cause);
  if (page === undefined || registration === null || verdict.whoCanFix === 'nobody') return null;
  const { applicationId } = registration;
  const labels = {
    permissions: texts.openPermissions,
    secrets: texts.openSecrets,
    registration: texts.openRegistration,
  };
  // Consent covers only what the registration asks for: a right that is missing there has to be added first.
  const consentFirst = page === 'permissions' && verdict.cause !== 'permission-missing';
  const portal = (
    <Button
      appearance={consentFirst ? 'secondary' : 'primary'}
      icon={<Open20Regular />}
      iconPosition="after"
      onClick={() => host.openLink(registrationLink(host.config.portal.entra, page, applicationId))}
    >
      {labels[page]}
    </Button>
  );
  if (page !== 'permissions') return portal;
  const consent = <GrantConsent registration={registration} entityId={entityId} primary={consentFirst} />;
  return (
    <>
      {consentFirst && consent}
      {portal}
      {!consentFirst && consent}
    </>
  );
}

function Alternatives({ verdict }: { verdict: Verdict }) {
  const styles = useVerdictStyles();
  const locale = useLocale();
  const { messages } = locale;
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
              <li key={cause}>
                <Alternative text={causeText({ ...verdict, cause }, locale)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Another cause that the same answer allows, with how to check for it. */
function Alternative({ text: { title, steps } }: { text: CauseText }) {
  const styles = useVerdictStyles();
  if (steps.length === 0) return title;
  return (
    <details>
      <summary className={styles.summary}>{title}</summary>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}
