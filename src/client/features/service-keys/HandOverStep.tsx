import { Button, Link, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import type { Me } from '../../../shared/api/me.ts';
import { setupStates } from '../../../shared/domain/setup.ts';
import { MarkTick } from '../../components/MarkTick.tsx';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { hashOf, type Route } from '../../hooks/use-hash-route.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { CreateKeyDialog } from './CreateKeyDialog.tsx';
import { HandOverValues } from './HandOverValues.tsx';
import { legal365 } from './legal365-names.ts';
import { Part } from './Part.tsx';
import { useServiceKeyStyles } from './ServiceKeys.styles.ts';

export interface HandOverStepProps {
  entity: Entity;
  me: Me;
  admin: boolean;
  go: (route: Route) => void;
}

/** Gives LEGAL 365 what it needs: a service key, or the values of the registration. */
export function HandOverStep({ entity, admin, go }: HandOverStepProps) {
  const styles = useServiceKeyStyles();
  const { handOver: texts } = useSetupTexts().serviceKeys;
  const { registration } = entity;
  if (registration === null) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{texts.needsRegistration}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => go({ page: 'entity', entityId: entity.id, part: 'setup', step: 'values' })}>
            {texts.toValues}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  return (
    <div className={styles.stack}>
      <NotGreen entity={entity} go={go} />
      <p className={styles.text}>{texts.intro}</p>
      <ByKey entity={entity} admin={admin} />
      <HandOverValues registration={registration} />
      <MarkTick entity={entity} mark="hand-over" label={texts.tick} admin={admin} />
    </div>
  );
}

/** Nobody is told that a connection can be handed over while it does not work. */
function NotGreen({ entity, go }: Pick<HandOverStepProps, 'entity' | 'go'>) {
  const { handOver: texts } = useSetupTexts().serviceKeys;
  if (setupStates(entity, useNow()).test === 'done') return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{texts.notGreen}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => go({ page: 'entity', entityId: entity.id, part: 'setup', step: 'test' })}>
          {texts.toTest}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function ByKey({ entity, admin }: { entity: Entity; admin: boolean }) {
  const styles = useServiceKeyStyles();
  const { serviceKeys: texts } = useSetupTexts();
  const format = useFormat();
  const now = useNow();
  const [creating, setCreating] = useState(false);
  const opener = useFocusReturn(creating);
  const { active, lastUsedAt } = entity.serviceKeys;
  return (
    <Part title={texts.handOver.keyTitle}>
      <p className={styles.text}>{texts.handOver.keyText}</p>
      <p className={styles.text}>{texts.handOver.keyWhere(legal365.menu)}</p>
      {active > 0 && (
        <p className={styles.text} role="status">
          {texts.handOver.active(active)}{' '}
          {lastUsedAt === null
            ? texts.handOver.notUsed
            : texts.handOver.used(format.relative(lastUsedAt, now))}
        </p>
      )}
      <div className={styles.actions}>
        {admin && (
          <Button
            ref={opener}
            appearance={active > 0 ? 'secondary' : 'primary'}
            onClick={() => setCreating(true)}
          >
            {texts.create}
          </Button>
        )}
        <Link href={hashOf({ page: 'entity', entityId: entity.id, part: 'access' })}>
          {texts.handOver.manage}
        </Link>
      </div>
      {!admin && <p className={styles.subtle}>{texts.onlyAdmins}</p>}
      {creating && <CreateKeyDialog entityId={entity.id} onClose={() => setCreating(false)} />}
    </Part>
  );
}
