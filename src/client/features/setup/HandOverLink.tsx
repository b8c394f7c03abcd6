import { Button, Text, useAnnounce } from '@fluentui/react-components';
import { PersonArrowRight20Regular } from '@fluentui/react-icons/svg/person-arrow-right';
import { useState } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import type { SetupStep } from '../../../shared/domain/setup.ts';
import { copyText } from '../../components/copy-text.ts';
import { hashOf } from '../../hooks/use-hash-route.ts';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useSetupStyles } from './Setup.styles.ts';

/** Address of a step that opens outside of Teams as well. */
function linkTo(entityId: string, step: SetupStep): string {
  return `${window.location.origin}/tab/${hashOf({ page: 'entity', entityId, part: 'setup', step })}`;
}

/** Copies a sentence with a link to this step, and shows it for those whose browser does not copy. */
export function HandOverLink({ entity, step }: { entity: Entity; step: SetupStep }) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  const { announce } = useAnnounce();
  const [result, setResult] = useState<{ step: SetupStep; text: string }>();
  const { handOver } = setup;
  const message = handOver.message(entity.name, setup.steps[step], linkTo(entity.id, step));
  const tell = (text: string) => {
    setResult({ step, text });
    announce(text);
  };
  return (
    <div className={styles.block}>
      <Button
        appearance="subtle"
        className={styles.open}
        icon={<PersonArrowRight20Regular />}
        onClick={() =>
          void copyText(message).then(
            () => tell(handOver.done),
            () => tell(handOver.failed),
          )
        }
      >
        {handOver.button}
      </Button>
      {result?.step === step && (
        <div className={styles.block}>
          <Text size={200}>{result.text}</Text>
          <span className={styles.message}>{message}</span>
          <Text size={200} className={styles.subtle}>
            {handOver.needs(setup.roleOf[step])} {handOver.tab}
          </Text>
        </div>
      )}
    </div>
  );
}
