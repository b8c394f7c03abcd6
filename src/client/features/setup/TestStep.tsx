import type { ReactNode } from 'react';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { Precondition } from './Precondition.tsx';
import { useSetupStyles } from './Setup.styles.ts';
import { Seen } from './StepBlock.tsx';
import type { StepProps } from './step-props.ts';

interface TestStepProps extends StepProps {
  /** The connection test with its list of modules. */
  test: ReactNode;
}

/** The connection test as the last proof. */
export function TestStep({ entity, go, test }: TestStepProps) {
  const styles = useSetupStyles();
  const { testStep: texts } = useSetupTexts().setup;
  return (
    <>
      <p className={styles.text}>{texts.intro}</p>
      {entity.registration === null ? (
        <Precondition
          text={texts.needsValues}
          button={texts.toValues}
          onGo={() => go({ page: 'entity', entityId: entity.id, part: 'setup', step: 'values' })}
        />
      ) : (
        test
      )}
      <Seen text={texts.seen} />
    </>
  );
}
