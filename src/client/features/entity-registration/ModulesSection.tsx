import { Button, Card, MessageBar, MessageBarBody, Subtitle2, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import { useChangeEntity } from '../../api/queries.ts';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { ModuleChooser, sameModules } from './ModuleChooser.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';

/** Which modules the entity uses; people who may only look see them without a button. */
export function ModulesSection({ entity, admin }: { entity: Entity; admin: boolean }) {
  const styles = useRegistrationStyles();
  const { modules: texts } = useMessages();
  const [chosen, setChosen] = useState(entity.modules);
  const change = useChangeEntity(entity.id);
  const unchanged = sameModules(chosen, entity.modules);
  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        {texts.title}
      </Subtitle2>
      <Text>{texts.intro}</Text>
      <ModuleChooser chosen={chosen} onChange={setChosen} disabled={!admin || change.isPending} />
      {admin && (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={unchanged || chosen.length === 0 || change.isPending}
            onClick={() => change.mutate({ modules: chosen })}
          >
            {texts.save}
          </Button>
        </div>
      )}
      {change.isError && <ProblemBar error={change.error} />}
      {change.isSuccess && unchanged && (
        <MessageBar intent="success" layout="multiline" politeness="polite">
          <MessageBarBody>{texts.saved}</MessageBarBody>
        </MessageBar>
      )}
    </Card>
  );
}
