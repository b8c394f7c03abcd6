/** One parameter of a fault, as a field of the panel. */
export interface FaultParameter {
  name: string;
  kind: 'choice' | 'number' | 'address' | 'addresses';
  choices?: readonly string[];
  initial: string;
}

export interface FaultGroup {
  title: string;
  faults: Readonly<Record<string, readonly FaultParameter[]>>;
}

const modules = ['calendar', 'contacts', 'to-do', 'mail', 'mail-sending', 'directory'];
const places = ['entra', 'graph', 'pop3', 'smtp'];
/** Moments of a mail session at which its connection may drop; elsewhere it drops at once. */
const stages = [
  'connect',
  'tls',
  'greeting',
  'capa',
  'ehlo',
  'auth',
  'stat',
  'uidl',
  'list',
  'retr',
  'dele',
].concat(['quit', 'mail', 'rcpt', 'data', 'message']);
const untrustedKinds = ['self-signed', 'expired', 'wrong-name'];

const module: FaultParameter = { name: 'module', kind: 'choice', choices: modules, initial: 'calendar' };
const access: FaultParameter = { name: 'access', kind: 'choice', choices: ['all', 'write'], initial: 'all' };
const address: FaultParameter = { name: 'address', kind: 'address', initial: '' };
const where: FaultParameter = { name: 'where', kind: 'choice', choices: places, initial: 'graph' };
const number = (name: string, initial: string): FaultParameter => ({ name, kind: 'number', initial });
const mailHost: FaultParameter = {
  name: 'where',
  kind: 'choice',
  choices: ['pop3', 'smtp'],
  initial: 'pop3',
};
const stage: FaultParameter = { name: 'stage', kind: 'choice', choices: stages, initial: 'connect' };
const kind: FaultParameter = {
  name: 'kind',
  kind: 'choice',
  choices: untrustedKinds,
  initial: 'self-signed',
};

/** Parameters by the public contract; a fault of the tenant that is missing here is still shown, without parameters. */
export const faultGroups: readonly FaultGroup[] = [
  {
    title: 'Registration',
    faults: {
      'secret-wrong': [],
      'secret-expired': [],
      'app-not-found': [],
      'app-disabled': [],
      'tenant-not-found': [],
      'app-config-wrong': [],
      'redirect-mismatch': [],
      'secret-policy': [number('maxDays', '180')],
    },
  },
  {
    title: 'Consent and rights',
    faults: {
      'consent-missing': [],
      'admin-approval-needed': [],
      'user-declined': [],
      'permission-missing': [module, access],
      'write-refused': [module],
      'rbac-scope': [{ name: 'addresses', kind: 'addresses', initial: '' }],
      'policy-restricts-mailbox': [address],
      'propagation-delay': [number('seconds', '30')],
      'token-wrong-audience': [],
    },
  },
  {
    title: 'Person and sign-in',
    faults: {
      'mfa-required': [],
      'conditional-access': [],
      'refresh-token-expired': [],
      'grant-revoked': [],
      'user-disabled': [],
      'user-not-assigned': [],
      'cae-challenge': [],
      'single-use-refresh-tokens': [number('graceSeconds', '0')],
      'key-rollover': [],
    },
  },
  {
    title: 'Mailbox and mail',
    faults: {
      'mailbox-missing': [address],
      'mailbox-full': [address],
      'smtp-auth-disabled-tenant': [],
      'smtp-auth-disabled-mailbox': [address],
      'shared-smtp-sign-in': [],
      'auth-policy-blocked': [address],
      'pop-disabled-or-no-licence': [address],
      'send-as-denied': [address],
      'sending-blocked': [address],
      'send-limit-exceeded': [address],
      'too-many-connections': [address],
      'message-too-large': [number('bytes', '10000')],
      'recipient-rejected': [address],
      'starttls-missing': [],
      pipelining: [],
    },
  },
  {
    title: 'Network and outages',
    faults: {
      throttled: [where, number('retryAfterSeconds', '10')],
      'service-unavailable': [where, number('status', '503')],
      timeout: [where],
      latency: [where, number('ms', '2000')],
      'connection-dropped': [where, stage],
      'proxy-blocked': [where],
      'tls-untrusted': [mailHost, kind],
    },
  },
];

/** Groups for exactly the faults that the tenant offers, in the catalogue's order; unknown ones come last. */
export function groupFaults(offered: readonly string[]): FaultGroup[] {
  const known = new Set(faultGroups.flatMap((group) => Object.keys(group.faults)));
  const others = offered.filter((name) => !known.has(name));
  return [...faultGroups, { title: 'Others', faults: Object.fromEntries(others.map((name) => [name, []])) }]
    .map((group) => ({
      title: group.title,
      faults: Object.fromEntries(Object.entries(group.faults).filter(([name]) => offered.includes(name))),
    }))
    .filter((group) => Object.keys(group.faults).length > 0);
}

/** The body of `PUT /control/faults/{name}` for what stands in the fields; empty fields are left out. */
export function faultSettings(
  on: boolean,
  parameters: readonly FaultParameter[],
  values: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const entries = parameters.flatMap(({ name, kind }): [string, unknown][] => {
    const value = (values[name] ?? '').trim();
    if (value === '') return [];
    if (kind === 'number') return [[name, Number(value)]];
    if (kind === 'addresses') return [[name, value.split(/[\s,;]+/)]];
    return [[name, value]];
  });
  return { on, ...Object.fromEntries(entries) };
}
