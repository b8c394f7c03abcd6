import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ConnectionTest, ConnectionTestHistory } from '../../shared/api/connection-tests.ts';
import type {
  Entity,
  EntityChange,
  NewEntity,
  RegistrationValues,
  SecretRenewalRequest,
} from '../../shared/api/entities.ts';
import type { LiveEvent } from '../../shared/api/events.ts';
import { useApi } from './ApiContext.tsx';
import { mergeIntoEntities, mergeIntoHistory, type TestEvent } from './merge-live-event.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';

export const keys = {
  me: ['me'],
  entities: ['entities'],
  tests: (entityId: string) => ['entities', entityId, 'tests'],
  serviceKeys: (entityId: string) => ['entities', entityId, 'service-keys'],
} as const;

export function useMe() {
  const api = useApi();
  return useQuery({ queryKey: keys.me, queryFn: () => api.me(), staleTime: Infinity });
}

export function useEntities() {
  const api = useApi();
  return useQuery({ queryKey: keys.entities, queryFn: () => api.entities() });
}

export function useTests(entityId: string) {
  const api = useApi();
  return useQuery({ queryKey: keys.tests(entityId), queryFn: () => api.tests(entityId) });
}

/** Puts what a live event tells into what the pages show. */
export function applyLiveEvent(client: QueryClient, event: LiveEvent): void {
  if (event.type === 'entity-changed') void client.invalidateQueries({ queryKey: keys.entities });
  else if (event.type === 'mailbox-changed') void client.invalidateQueries({ queryKey: ['mailboxes'] });
  else applyTestEvent(client, event);
}

function applyTestEvent(client: QueryClient, event: TestEvent): void {
  client.setQueryData<Entity[]>(keys.entities, (entities) => entities && mergeIntoEntities(entities, event));
  client.setQueryData<ConnectionTestHistory>(
    keys.tests(event.entityId),
    (tests) => tests && mergeIntoHistory(tests, event),
  );
}

function applyTest(client: QueryClient, test: ConnectionTest): void {
  applyTestEvent(client, {
    type: test.finishedAt === null ? 'test-started' : 'test-finished',
    entityId: test.entityId,
    test,
  });
}

export function useStartTest() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ entityId, deep = false }: { entityId: string; deep?: boolean }) =>
      api.startTest(entityId, { deep }),
    onSuccess: (test) => applyTest(client, test),
  });
}

export function useCreateEntity() {
  const api = useApi();
  const client = useQueryClient();
  const create = useOneAtATime((values: NewEntity) => api.createEntity(values));
  return useMutation({
    mutationFn: create,
    onSuccess: (created) =>
      client.setQueryData<Entity[]>(keys.entities, (entities) => [
        ...(entities ?? []).filter((entity) => entity.id !== created.id),
        created,
      ]),
  });
}

export function useChangeEntity(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: EntityChange) => api.changeEntity(entityId, change),
    onSuccess: (changed) => replaceEntity(client, changed),
  });
}

export function useRemoveEntity() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (entityId: string) => api.removeEntity(entityId),
    onSuccess: (_nothing, entityId) => {
      client.removeQueries({ queryKey: keys.tests(entityId) });
      client.setQueryData<Entity[]>(keys.entities, (entities) =>
        entities?.filter((entity) => entity.id !== entityId),
      );
    },
  });
}

export function useKeepDraft(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: RegistrationValues) => api.keepDraft(entityId, values),
    // Here and not at the call: the last draft is sent while its form is leaving the page.
    onSuccess: ({ draft }) =>
      client.setQueryData<Entity[]>(keys.entities, (entities) =>
        entities?.map((entity) => (entity.id === entityId ? { ...entity, draft } : entity)),
      ),
  });
}

export function useDiscardDraft(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.discardDraft(entityId),
    onSuccess: (entity) => replaceEntity(client, entity),
  });
}

export function useSaveRegistration(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: RegistrationValues) => api.saveRegistration(entityId, values),
    onSuccess: ({ entity, test }) => {
      replaceEntity(client, entity);
      applyTest(client, test);
    },
    // Refused or not, the draft on the server has changed.
    onSettled: () => client.invalidateQueries({ queryKey: keys.entities, exact: true }),
  });
}

export function useRenewSecret(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: SecretRenewalRequest) => api.renewSecret(entityId, values),
    onSettled: () => client.invalidateQueries({ queryKey: keys.entities }),
  });
}

export function replaceEntity(client: QueryClient, changed: Entity): void {
  client.setQueryData<Entity[]>(keys.entities, (entities) =>
    entities?.map((entity) => (entity.id === changed.id ? changed : entity)),
  );
}
