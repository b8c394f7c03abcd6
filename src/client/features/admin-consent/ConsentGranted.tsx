import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { ModuleDots } from '../../components/ModuleDots.tsx';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useConsentStyles } from './Consent.styles.ts';
import type { ConsentStartProps } from './ConsentStart.tsx';

interface ConsentGrantedProps extends ConsentStartProps {
  admin: boolean;
}

/** All that the modules need is there. Delegated rights that were added later can only be consented to once more. */
export function ConsentGranted({ entity, me, consent, admin }: ConsentGrantedProps) {
  const styles = useConsentStyles();
  const { outcome, send, start } = useSetupTexts().consent;
  const now = useNow();
  const again = me.canConsent === false ? consent.send : () => consent.open();
  return (
    <>
      <MessageBar intent="success" layout="multiline" politeness="polite">
        <MessageBarBody>
          <MessageBarTitle>{outcome.granted}</MessageBarTitle>
          {outcome.grantedText}
        </MessageBarBody>
      </MessageBar>
      {entity.latestTest !== null && <ModuleDots test={entity.latestTest} now={now} />}
      {admin && (
        <div className={styles.start}>
          <p className={styles.subtle}>{outcome.againText}</p>
          <Button size="small" onClick={again} disabledFocusable={consent.isPending}>
            {me.canConsent === false ? send.prepare : outcome.again}
          </Button>
        </div>
      )}
      {consent.error !== null && <ProblemBar error={consent.error} title={start.failed} />}
    </>
  );
}
