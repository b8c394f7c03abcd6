import { Button, Card, Subtitle1, Text, Tooltip } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Entity, Registration } from '../../../shared/api/entities.ts';
import { setupStates } from '../../../shared/domain/setup.ts';
import { useStartTest } from '../../api/queries.ts';
import { ModuleDots } from '../../components/ModuleDots.tsx';
import { ProblemBar } from '../../components/ProblemBar.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { SecretExpiry } from '../../components/SecretExpiry.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { failureTitles } from '../../features/connection-test/failure-titles.ts';
import { entityState, statusOf, type ConnectionState } from '../../features/connection-test/entity-state.ts';
import { stateText } from '../../features/connection-test/state-text.ts';
import type { EntityPart } from '../../hooks/use-hash-route.ts';
import { useLocale, useMessages } from '../../i18n/LocaleContext.tsx';
import { useOverviewStyles } from './Overview.styles.ts';

interface EntityCardProps {
  entity: Entity;
  admin: boolean;
  now: number;
  onOpen: (part: EntityPart) => void;
}

/** One entity: is it working, since when, and what to do if it is not. */
export function EntityCard({ entity, admin, now, onOpen }: EntityCardProps) {
  const styles = useOverviewStyles();
  const locale = useLocale();
  const state = entityState(entity, now);
  const reasons = failureTitles(entity.latestTest, locale);
  return (
    <Card className={styles.card}>
      <div className={styles.cardHead}>
        <Subtitle1 as="h2" className={styles.heading}>
          {entity.name}
        </Subtitle1>
        <span className={styles.state}>
          <StatusIcon status={statusOf(state)} />
          <Text weight="semibold">{stateText(state, locale)}</Text>
        </span>
      </div>
      {state.kind !== 'stale' && reasons.map((reason) => <Text key={reason}>{reason}</Text>)}
      {entity.registration !== null && entity.latestTest !== null && (
        <ModuleDots test={entity.latestTest} now={now} />
      )}
      {entity.registration !== null && <Facts entity={entity} registration={entity.registration} now={now} />}
      <CardActions entity={entity} state={state} admin={admin} now={now} onOpen={onOpen} />
    </Card>
  );
}

interface FactsProps {
  entity: Entity;
  registration: Registration;
  now: number;
}

function Facts({ entity, registration, now }: FactsProps) {
  const styles = useOverviewStyles();
  const { registration: texts, states } = useMessages();
  const { latestTest } = entity;
  return (
    <dl className={styles.facts}>
      <Fact term={texts.applicationShort}>
        <ShortId id={registration.applicationId} />
      </Fact>
      <Fact term={texts.directoryShort}>
        <ShortId id={registration.directoryId} />
      </Fact>
      <Fact term={texts.secretShort}>
        <SecretExpiry expiresOn={registration.secretExpiresOn} now={now} />
      </Fact>
      <Fact term={texts.testedShort}>
        {latestTest === null ? (
          texts.neverTested
        ) : latestTest.finishedAt === null ? (
          states.testing
        ) : (
          <RelativeTime time={latestTest.finishedAt} now={now} />
        )}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  const styles = useOverviewStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

/** The first group of an id is enough to recognise it; the whole is shown on hover and read out. */
function ShortId({ id }: { id: string }) {
  const styles = useOverviewStyles();
  return (
    <Tooltip content={id} relationship="description" withArrow>
      <span tabIndex={0} className={styles.code}>
        {id.slice(0, 8)}…
      </span>
    </Tooltip>
  );
}

interface CardActionsProps {
  entity: Entity;
  state: ConnectionState;
  admin: boolean;
  now: number;
  onOpen: (part: EntityPart) => void;
}

const needsAttention = new Set<ConnectionState['kind']>([
  'failed',
  'sign-in-failed',
  'unknown',
  'sign-in-unknown',
]);

type SetUpButtonProps = Omit<CardActionsProps, 'admin'>;

/** Into the set-up: the first thing to do without values, one of several with them, and gone once all is handed over. */
function SetUpButton({ entity, state, now, onOpen }: SetUpButtonProps) {
  const { app, overview } = useMessages();
  const stored = entity.registration !== null;
  if (stored && !awaitsHandOver(entity, now)) return null;
  const text = stored || state.kind === 'draft' ? overview.goOn : overview.setUp;
  return (
    <Button
      appearance={stored ? 'secondary' : 'primary'}
      aria-label={app.labelled(text, entity.name)}
      onClick={() => onOpen('setup')}
    >
      {text}
    </Button>
  );
}

function awaitsHandOver(entity: Entity, now: number): boolean {
  const states = setupStates(entity, now);
  return states.summary !== 'done' && states['hand-over'] === 'to-do';
}

function CardActions({ entity, state, admin, now, onOpen }: CardActionsProps) {
  const styles = useOverviewStyles();
  const { app, overview, test } = useMessages();
  const start = useStartTest();
  const stored = entity.registration !== null;
  // Every card has these buttons: their names tell them apart, and begin as they are written so that they can be spoken.
  const ofEntity = (action: string) => app.labelled(action, entity.name);
  const wrong = needsAttention.has(state.kind);
  return (
    <>
      <div className={styles.actions}>
        {wrong && (
          <Button
            appearance="primary"
            aria-label={ofEntity(overview.whatToDo)}
            onClick={() => onOpen('connection')}
          >
            {overview.whatToDo}
          </Button>
        )}
        {admin && <SetUpButton entity={entity} state={state} now={now} onOpen={onOpen} />}
        {admin && stored && (
          <Button
            aria-label={ofEntity(test.button)}
            disabledFocusable={start.isPending || state.kind === 'testing'}
            onClick={() => start.mutate({ entityId: entity.id })}
          >
            {test.button}
          </Button>
        )}
        {stored && (
          <Button
            appearance="subtle"
            aria-label={overview.detailsOf(entity.name)}
            onClick={() => onOpen('connection')}
          >
            {overview.details}
          </Button>
        )}
      </div>
      {start.isError && <ProblemBar error={start.error} title={test.startFailed} />}
    </>
  );
}
