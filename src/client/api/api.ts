import {
  connectionTest,
  connectionTestHistory,
  type ConnectionTest,
  type ConnectionTestHistory,
} from '../../shared/api/connection-tests.ts';
import {
  entity,
  entityList,
  secretRenewal,
  storedRegistration,
  type Entity,
  type EntityChange,
  type NewEntity,
  type RegistrationValues,
  type SecretRenewal,
  type SecretRenewalRequest,
  type StoredRegistration,
} from '../../shared/api/entities.ts';
import { diagnosis, type Diagnosis, type DiagnosisRequest } from '../../shared/api/diagnoses.ts';
import { startedConsent, type ConsentRequest, type StartedConsent } from '../../shared/api/consent.ts';
import {
  createdServiceKey,
  serviceKey,
  serviceKeyList,
  type CreatedServiceKey,
  type NewServiceKey,
  type ServiceKey,
} from '../../shared/api/service-keys.ts';
import type { SetupMark } from '../../shared/domain/setup.ts';
import { me, type Me } from '../../shared/api/me.ts';
import { jsonCaller } from './json-caller.ts';
import { createMailboxApi, type MailboxApi } from './mailbox-api.ts';
import { createMessageApi, type MessageApi } from './message-api.ts';
import type { Transport } from './transport.ts';

/** The API as the pages use it, one function a use case. All throw as Transport does. */
export interface Api {
  me(): Promise<Me>;
  entities(): Promise<Entity[]>;
  createEntity(values: NewEntity): Promise<Entity>;
  changeEntity(id: string, change: EntityChange): Promise<Entity>;
  removeEntity(id: string): Promise<void>;
  keepDraft(id: string, values: RegistrationValues): Promise<Entity>;
  discardDraft(id: string): Promise<Entity>;
  saveRegistration(id: string, values: RegistrationValues): Promise<StoredRegistration>;
  renewSecret(id: string, values: SecretRenewalRequest): Promise<SecretRenewal>;
  startTest(id: string, options: { deep: boolean }): Promise<ConnectionTest>;
  tests(id: string): Promise<ConnectionTestHistory>;
  /** Ticks a part of the set-up, or takes the tick away. */
  mark(id: string, mark: SetupMark, done: boolean): Promise<Entity>;
  startConsent(id: string, request: ConsentRequest): Promise<StartedConsent>;
  /** Looks now whether the grant is there. */
  lookForConsent(id: string): Promise<Entity>;
  cancelConsent(id: string): Promise<Entity>;
  serviceKeys(id: string): Promise<ServiceKey[]>;
  createServiceKey(id: string, values: NewServiceKey): Promise<CreatedServiceKey>;
  revokeServiceKey(id: string, keyId: string): Promise<ServiceKey>;
  /** What an answer means that somebody has before them. */
  diagnose(request: DiagnosisRequest): Promise<Diagnosis>;
  readonly mailboxes: MailboxApi;
  readonly messages: MessageApi;
  /** The stream of live events; it ends when the server or `signal` ends it. */
  events(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
}

const readingMs = 20_000;
/** A test waits 15 s for each of two requests; saving does the same before it stores. */
const testingMs = 60_000;

export function createApi(transport: Transport): Api {
  const json = jsonCaller(transport);
  const at = (id: string, rest = '') => `/entities/${encodeURIComponent(id)}${rest}`;

  return {
    me: () => json('/me', me),
    entities: async () => (await json('/entities', entityList)).entities,
    createEntity: (body) => json('/entities', entity, { method: 'POST', body }),
    changeEntity: (id, body) => json(at(id), entity, { method: 'PATCH', body }),
    removeEntity: async (id) => {
      await transport(at(id), { method: 'DELETE', signal: AbortSignal.timeout(readingMs) });
    },
    keepDraft: (id, body) => json(at(id, '/registration/draft'), entity, { method: 'PUT', body }),
    discardDraft: (id) => json(at(id, '/registration/draft'), entity, { method: 'DELETE' }),
    saveRegistration: (id, body) =>
      json(at(id, '/registration'), storedRegistration, { method: 'PUT', body }, testingMs),
    renewSecret: (id, body) =>
      json(at(id, '/secret-renewals'), secretRenewal, { method: 'POST', body }, testingMs),
    startTest: (id, body) =>
      json(at(id, '/connection-tests'), connectionTest, { method: 'POST', body }, testingMs),
    tests: (id) => json(at(id, '/connection-tests'), connectionTestHistory),
    mark: (id, name, done) =>
      json(at(id, `/setup-marks/${name}`), entity, { method: done ? 'PUT' : 'DELETE' }),
    startConsent: (id, body) => json(at(id, '/consent'), startedConsent, { method: 'POST', body }),
    lookForConsent: (id) => json(at(id, '/consent/looks'), entity, { method: 'POST' }, testingMs),
    cancelConsent: (id) => json(at(id, '/consent'), entity, { method: 'DELETE' }),
    serviceKeys: async (id) => (await json(at(id, '/service-keys'), serviceKeyList)).serviceKeys,
    createServiceKey: (id, body) =>
      json(at(id, '/service-keys'), createdServiceKey, { method: 'POST', body }),
    revokeServiceKey: (id, keyId) =>
      json(at(id, `/service-keys/${encodeURIComponent(keyId)}`), serviceKey, { method: 'DELETE' }),
    diagnose: (body) => json('/diagnoses', diagnosis, { method: 'POST', body }),
    mailboxes: createMailboxApi(transport),
    messages: createMessageApi(transport),
    events: async (signal) => {
      const { body } = await transport('/events', { accept: 'text/event-stream', signal });
      if (body === null) throw new Error('The event stream has no body');
      return body;
    },
  };
}
