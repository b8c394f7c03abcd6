import { Button, Text } from '@fluentui/react-components';
import { setupMarks, type SetupMark, type SetupStep } from '../../../shared/domain/setup.ts';
import { useMark } from '../../api/setup-queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useSetupStyles } from './Setup.styles.ts';
import { StepBlock } from './StepBlock.tsx';
import type { StepProps } from './step-props.ts';

/** Who the person is, what each step needs, and the two ways to begin. */
export function RolesStep({ entity, me, admin, go }: StepProps) {
  const styles = useSetupStyles();
  const { rolesStep: texts } = useSetupTexts().setup;
  const consent =
    me.canConsent === null ? texts.consentUnknown : me.canConsent ? texts.canConsent : texts.cannotConsent;
  return (
    <>
      <p className={styles.text}>{texts.intro}</p>
      <p className={styles.text}>
        {texts.you(me.name, me.username)} {admin && consent}
      </p>
      <StepBlock title={texts.tableTitle}>
        <RolesTable />
      </StepBlock>
      <StepBlock title={texts.lackTitle}>
        <ul className={styles.points}>
          {texts.lack.map((advice) => (
            <li key={advice}>{advice}</li>
          ))}
        </ul>
      </StepBlock>
      {admin && <Choice entity={entity} go={go} />}
    </>
  );
}

function RolesTable() {
  const styles = useSetupStyles();
  const { rolesStep: texts } = useSetupTexts().setup;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.cell}>
            {texts.step}
          </th>
          <th scope="col" className={styles.cell}>
            {texts.role}
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(texts.rows).map(([name, { what, role }]) => (
          <tr key={name}>
            <th scope="row" className={styles.cell}>
              {what}
            </th>
            <td className={styles.cell}>{role}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Choice({ entity, go }: Pick<StepProps, 'entity' | 'go'>) {
  const styles = useSetupStyles();
  const { rolesStep: texts } = useSetupTexts().setup;
  const save = useMark(entity.id);
  /** What was chosen is kept as ticks, so that somebody else goes on in the same place. */
  const choose = async (said: readonly SetupMark[], step: SetupStep) => {
    for (const mark of setupMarks.filter((known) => said.includes(known))) {
      await save.mutateAsync({ mark, done: true });
    }
    go({ page: 'entity', entityId: entity.id, part: 'setup', step });
  };
  const begin = (said: readonly SetupMark[], step: SetupStep) =>
    // What failed is shown by the query's own state.
    void choose(said, step).catch(() => undefined);
  return (
    <StepBlock title={texts.choiceTitle}>
      <div className={styles.choices}>
        <div className={styles.block}>
          <Button
            appearance="primary"
            disabledFocusable={save.isPending}
            onClick={() => begin(['roles'], 'registration')}
          >
            {texts.fresh}
          </Button>
          <Text size={200}>{texts.freshText}</Text>
        </div>
        <div className={styles.block}>
          <Button
            disabledFocusable={save.isPending}
            onClick={() => begin(['roles', 'registration'], 'values')}
          >
            {texts.adopt}
          </Button>
          <Text size={200}>{texts.adoptText}</Text>
        </div>
      </div>
      {save.isError && <ProblemBar error={save.error} />}
    </StepBlock>
  );
}
