import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConsentRequest } from '../../shared/api/consent.ts';
import type { DiagnosisRequest } from '../../shared/api/diagnoses.ts';
import type { Entity } from '../../shared/api/entities.ts';
import type { NewServiceKey } from '../../shared/api/service-keys.ts';
import type { SetupMark } from '../../shared/domain/setup.ts';
import { useApi } from './ApiContext.tsx';
import { keys, replaceEntity } from './queries.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';

/** Ticks a part of the set-up, or takes the tick away. */
export function useMark(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ mark, done }: { mark: SetupMark; done: boolean }) => api.mark(entityId, mark, done),
    onSuccess: (entity) => replaceEntity(client, entity),
  });
}

export function useStartConsent(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  const start = useOneAtATime((request: ConsentRequest) => api.startConsent(entityId, request));
  return useMutation({
    mutationFn: start,
    onSuccess: ({ attempt }) =>
      client.setQueryData<Entity[]>(keys.entities, (entities) =>
        entities?.map((entity) => (entity.id === entityId ? { ...entity, consent: attempt } : entity)),
      ),
  });
}

/** Looks at once whether the grant is there. */
export function useLookForConsent(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.lookForConsent(entityId),
    onSuccess: (entity) => replaceEntity(client, entity),
  });
}

export function useCancelConsent(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.cancelConsent(entityId),
    onSuccess: (entity) => replaceEntity(client, entity),
  });
}

/** Explains the text of a page at Microsoft's. */
export function useDiagnose() {
  const api = useApi();
  return useMutation({ mutationFn: (request: DiagnosisRequest) => api.diagnose(request) });
}

export function useServiceKeys(entityId: string) {
  const api = useApi();
  return useQuery({ queryKey: keys.serviceKeys(entityId), queryFn: () => api.serviceKeys(entityId) });
}

export function useCreateServiceKey(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  const create = useOneAtATime((values: NewServiceKey) => api.createServiceKey(entityId, values));
  return useMutation({
    mutationFn: create,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.entities }),
  });
}

export function useRevokeServiceKey(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (keyId: string) => api.revokeServiceKey(entityId, keyId),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.entities }),
  });
}
