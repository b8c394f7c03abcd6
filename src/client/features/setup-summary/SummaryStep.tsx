import { Button, Text } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { Fragment } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import { useServiceKeys } from '../../api/setup-queries.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useHost } from '../../host/HostContext.tsx';
import type { Route } from '../../hooks/use-hash-route.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useLocale } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { openStepLines, stepsLeft } from './open-steps.ts';
import { OpenSteps } from './OpenSteps.tsx';
import { usePrintStyles, useSummaryStyles } from './Summary.styles.ts';
import { summarySections, summaryText, type SummarySection } from './summary-sections.ts';

export interface SummaryStepProps {
  entity: Entity;
  me: Me;
  admin: boolean;
  go: (route: Route) => void;
}

/** Everything that was set up, without secrets, to print or to hand to somebody. */
export function SummaryStep({ entity }: SummaryStepProps) {
  usePrintStyles();
  const styles = useSummaryStyles();
  const host = useHost();
  const locale = useLocale();
  const texts = useSetupTexts();
  const now = useNow();
  const serviceKeys = useServiceKeys(entity.id).data ?? null;
  const { redirectUris } = host.config;
  const sections = summarySections({ entity, serviceKeys, redirectUris, locale, texts, now });
  const heading = texts.summary.heading(entity.name);
  const open = openStepLines(stepsLeft(entity, now), texts);
  const asOf = texts.summary.printedOn(locale.format.dateTime(now));
  return (
    <div className={styles.stack}>
      <p className={styles.text}>{texts.summary.intro}</p>
      <div className={styles.actions}>
        <Button appearance="primary" icon={<Print20Regular />} onClick={() => window.print()}>
          {texts.summary.print}
        </Button>
        <CopyButton text={summaryText([heading, asOf, ...open], sections, locale.messages.app.labelled)}>
          {texts.summary.copy}
        </CopyButton>
      </div>
      <div data-printed className={styles.stack}>
        <div>
          <Text as="h3" block weight="semibold" size={500} className={styles.heading}>
            {heading}
          </Text>
          <p className={styles.subtle}>{asOf}</p>
        </div>
        <OpenSteps entity={entity} now={now} />
        {sections.map((section) => (
          <Section key={section.title} section={section} />
        ))}
      </div>
    </div>
  );
}

function Section({ section }: { section: SummarySection }) {
  const styles = useSummaryStyles();
  return (
    <section className={styles.section} aria-label={section.title}>
      <Text as="h3" weight="semibold" size={400} className={styles.heading}>
        {section.title}
      </Text>
      <dl className={styles.facts}>
        {section.lines.map(([term, value], index) => (
          <Fragment key={index}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
