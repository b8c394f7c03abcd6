import { randomUUID } from 'node:crypto';
import { moduleRights, modules, type Module } from '../../../shared/domain/modules.ts';
import { probesOf } from '../../features/connection-test/index.ts';
import { sendBatch } from '../../protocols/graph/index.ts';
import type { Check } from '../check.ts';
import { NotChecked, type Sight } from '../outcome.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { answered, type TenantUnderCheck } from '../tenant-under-check.ts';

/** The local part of an address that nobody has. */
const nobody = `connect-check-${randomUUID()}`;

type Probed = Exclude<Module, 'mail-sending'>;
const probed = modules.filter((module) => module !== 'mail-sending');

const eachAnswered = `each of ${probed.length} probes answered`;
const withRight = 'right in the token: answered with 200';
/** Rights that Exchange grants (RBAC for Applications) are in no token, so such an answer is right as well. */
const byExchange = 'right not in the token: answered with 200';

/** What Graph says to an application without the right; To Do and the directory have words of their own. */
const refusedWithout: Record<Probed, string> = {
  calendar: '403 ErrorAccessDenied',
  contacts: '403 ErrorAccessDenied',
  'to-do': '401 UnknownError',
  mail: '403 ErrorAccessDenied',
  directory: '403 Authorization_RequestDenied',
};
/** The second where the token names no right at all. */
const causesWithout = ['permission-missing', 'consent-missing'] as const;

/** The connection test's own batch, with the registration's token and the mailbox under check. */
export const graphProbeChecks: readonly Check[] = [
  {
    id: 'batch-answers-each',
    assumption: 'Graph answers a batch of the read probes with 200, and each probe in it by its id.',
    expected: [eachAnswered],
    async look(tenant) {
      const answer = await probe(tenant, tenant.subject.mailbox);
      if ('refusal' in answer) {
        return describeRefusal(answered(answer.refusal), 'graph', 'graph-probe', tenant.now());
      }
      const found = probed.filter((module) => answer.items.has(module)).length;
      return { seen: found === probed.length ? eachAnswered : `${found} probes answered` };
    },
  },
  ...probed.map((module): Check => {
    const { right } = moduleRights[module];
    return {
      id: `probe-${module}`,
      assumption: `The read probe of the module ${module} is answered with the right ${right} and refused without.`,
      expected: [
        withRight,
        ...causesWithout.map(
          (cause) => `right not in the token: ${refusedWithout[module]}, read as ${cause}`,
        ),
        ...(module === 'directory' || module === 'to-do' ? [] : [byExchange]),
      ],
      look: async (tenant) => lookAtProbe(tenant, module),
    };
  }),
  ...probed.map((module): Check => ({
    id: `mailbox-unknown-${module}`,
    assumption: `A mailbox that does not exist is 404 for the module ${module}, once the right is there.`,
    expected: [
      module === 'directory'
        ? '404 Request_ResourceNotFound, read as mailbox-missing'
        : '404 ErrorInvalidUser, read as mailbox-missing',
    ],
    async look(tenant) {
      if (!(await hasRight(tenant, module))) throw new NotChecked('the right is not in the token');
      const [, domain = ''] = tenant.subject.mailbox.split('@');
      return resultOf(tenant, module, `${nobody}@${domain}`);
    },
  })),
];

async function lookAtProbe(tenant: TenantUnderCheck, module: Probed): Promise<Sight> {
  const there = await hasRight(tenant, module);
  const { seen, said } = await resultOf(tenant, module, tenant.subject.mailbox);
  return { seen: `right ${there ? '' : 'not '}in the token: ${seen}`, said };
}

/** Reading needs no more than a read right. Throws NotChecked where the token cannot be read. */
export async function hasRight(tenant: TenantUnderCheck, module: Probed): Promise<boolean> {
  const { rights } = await tenant.appToken();
  if (rights === null) throw new NotChecked('the token cannot be read');
  const { right, alsoGrantedBy, readOnly } = moduleRights[module];
  return [right, ...alsoGrantedBy, ...readOnly].some((each) => rights.includes(each));
}

async function resultOf(tenant: TenantUnderCheck, module: Probed, mailbox: string): Promise<Sight> {
  const answer = await probe(tenant, mailbox);
  if ('refusal' in answer) {
    return describeRefusal(answered(answer.refusal), 'graph', 'graph-probe', tenant.now());
  }
  const item = answer.items.get(module);
  if (item === undefined) return { seen: 'no answer in the batch' };
  if ('status' in item) return { seen: `answered with ${item.status}` };
  const { rights } = await tenant.appToken();
  const known = {
    permission: moduleRights[module].right,
    rightInToken: await hasRight(tenant, module),
    anyRightInToken: rights === null ? undefined : rights.length > 0,
    mailbox,
  };
  return describeRefusal(item.refusal, 'graph', 'graph-probe', tenant.now(), known);
}

async function probe(tenant: TenantUnderCheck, mailbox: string) {
  const { accessToken } = await tenant.appToken();
  const { graph } = tenant.subject.cloud;
  return tenant.once(`probes of ${mailbox}`, () =>
    sendBatch(tenant.exchange, graph, accessToken, probesOf(probed, mailbox)),
  );
}
