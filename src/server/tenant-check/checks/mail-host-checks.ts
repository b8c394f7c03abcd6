import type { MailHost } from '../../config/cloud.ts';
import type { Check } from '../check.ts';
import { NotChecked, type Sight } from '../outcome.ts';
import { readPop3Capabilities, readSmtpExtensions } from '../mail-capabilities.ts';
import type { TenantUnderCheck } from '../tenant-under-check.ts';

const popCapabilities = 'greeting; CAPA with UIDL, TOP and SASL XOAUTH2';
const noPipelining = 'PIPELINING is not offered';
const smtpCapabilities = 'greeting; STARTTLS; over TLS AUTH with XOAUTH2, and SIZE';

/** Greetings and capabilities of the mail hosts (RFC 1939, RFC 2449, RFC 5321, RFC 3207): nobody signs in. */
export const mailHostChecks: readonly Check[] = [
  {
    id: 'pop3-capabilities',
    assumption: 'The POP3 host greets over TLS and offers XOAUTH2, UIDL and TOP.',
    expected: [popCapabilities],
    async look(tenant) {
      const offered = await readPop3Capabilities(hostOf(tenant, 'pop'), tenant.answerWithinMs);
      const there = has(offered, 'UIDL') && has(offered, 'TOP') && has(offered, 'SASL', 'XOAUTH2');
      return { seen: there ? popCapabilities : `CAPA: ${offered.join('; ')}` };
    },
  },
  {
    id: 'pop3-no-pipelining',
    assumption: 'Exchange Online does not offer PIPELINING for POP3.',
    expected: [noPipelining],
    async look(tenant): Promise<Sight> {
      const offered = await readPop3Capabilities(hostOf(tenant, 'pop'), tenant.answerWithinMs);
      return { seen: has(offered, 'PIPELINING') ? 'PIPELINING is offered' : noPipelining };
    },
  },
  {
    id: 'smtp-capabilities',
    assumption: 'The SMTP host offers STARTTLS, and after it XOAUTH2 and SIZE.',
    expected: [smtpCapabilities],
    async look(tenant) {
      const { before, after } = await readSmtpExtensions(hostOf(tenant, 'smtp'), tenant.answerWithinMs);
      const there = has(before, 'STARTTLS') && has(after, 'AUTH', 'XOAUTH2') && has(after, 'SIZE');
      return { seen: there ? smtpCapabilities : `before: ${before.join('; ')}, after: ${after.join('; ')}` };
    },
  },
];

function hostOf({ subject: { cloud } }: TenantUnderCheck, protocol: 'pop' | 'smtp'): MailHost {
  const host = cloud[protocol];
  if (host === null) throw new NotChecked('the cloud definition names no such host');
  return host;
}

/** Whether a line of capabilities begins with the word, and has the parameter where one is asked for. */
function has(lines: readonly string[], word: string, parameter?: string): boolean {
  return lines
    .map((line) => line.toUpperCase().split(/[\s=]+/))
    .some(([name, ...parameters]) => name === word && (!parameter || parameters.includes(parameter)));
}
