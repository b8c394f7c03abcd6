import { Button, mergeClasses, Text } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { ReactNode } from 'react';
import type { PortalMenu } from '../../../shared/i18n/portal-wording.ts';
import { PortalPath } from '../../components/PortalPath.tsx';
import { PortalText } from '../../components/PortalText.tsx';
import { useHost } from '../../host/HostContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useSetupStyles } from './Setup.styles.ts';
import { StepBlock } from './StepBlock.tsx';

interface PortalTaskProps {
  title: string;
  intro?: string;
  menu: PortalMenu;
  open: { label: string; url: string };
  steps: readonly string[];
  /** Values to be typed there. */
  children?: ReactNode;
}

/** One thing to do in a portal: where, what to click, and what to copy from here. */
export function PortalTask({ title, intro, menu, open, steps, children }: PortalTaskProps) {
  const styles = useSetupStyles();
  const host = useHost();
  return (
    <StepBlock title={title}>
      {intro !== undefined && <p className={styles.text}>{intro}</p>}
      <div className={mergeClasses(styles.block, styles.task)}>
        <PortalPath menu={menu} />
        <Button
          className={styles.open}
          icon={<Open20Regular />}
          iconPosition="after"
          onClick={() => host.openLink(open.url)}
        >
          {open.label}
        </Button>
        <ol className={styles.points}>
          {steps.map((step) => (
            <li key={step}>
              <PortalText text={step} />
            </li>
          ))}
        </ol>
        {children}
      </div>
    </StepBlock>
  );
}

/** Once a step, before the first of its tasks: what the buttons do, and how old the descriptions are. */
export function PortalNote() {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  return (
    <Text size={200} className={styles.subtle}>
      {setup.portalNote}
    </Text>
  );
}
