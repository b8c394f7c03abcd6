import type { DevTenantContext, VerifiedToken } from '../context.ts';
import type { GraphAnswer, GraphCall } from './call.ts';
import { addressesDirectory, answerDirectoryCall } from './directory/directory-calls.ts';
import { openMailbox } from './mailbox-access.ts';
import type { Mailboxes } from './mailboxes.ts';
import { operateMailbox } from './mailbox-operations.ts';
import { concernsModule, type GraphModule } from './modules.ts';
import { mailboxThrottled, outage, tooManyRequests } from './refusals.ts';
import { findResource, type MatchedResource } from './resources.ts';
import { sendMail } from './send-mail.ts';
import { readUser } from './users.ts';

const defaultRetryAfterSeconds = 10;

/** Answers single calls; a batch is many of them, so that an item meets the very same refusals. */
export class GraphApi {
  readonly #context: DevTenantContext;
  readonly #mailboxes: Mailboxes;

  constructor(context: DevTenantContext, mailboxes: Mailboxes) {
    this.#context = context;
    this.#mailboxes = mailboxes;
  }

  /** @throws GraphError for every refusal */
  async answer(call: GraphCall, token: VerifiedToken): Promise<GraphAnswer> {
    if (addressesDirectory(call)) {
      this.#meetModuleFaults('directory');
      return answerDirectoryCall(this.#context, token, call);
    }
    const resource = findResource(call, token);
    this.#meetModuleFaults(resource.module);
    if (resource.operation.does === 'read-user') {
      return { status: 200, headers: {}, body: readUser(this.#context, token, call, resource.user) };
    }
    return this.#operate(call, token, resource);
  }

  #operate(call: GraphCall, token: VerifiedToken, resource: MatchedResource): GraphAnswer {
    const opened = openMailbox(this.#context, token, {
      module: resource.module,
      access: resource.access,
      stores: call.method === 'POST',
      idOrUpn: resource.user,
    });
    if (resource.operation.does === 'send-mail') {
      sendMail(this.#context, this.#mailboxes, opened, call.body);
      return { status: 202, headers: {}, body: undefined };
    }
    return operateMailbox({
      call,
      resource,
      contents: this.#mailboxes.contentsOf(opened.owner, opened.mailbox),
      owner: opened.owner,
      now: this.#context.now(),
      address: `${this.#context.baseUrl()}/graph/v1.0/${call.segments.map(encodeURIComponent).join('/')}`,
    });
  }

  /** What hits one workload of Graph only and so one item of a batch, while the envelope stays 200. */
  #meetModuleFaults(module: GraphModule): void {
    const { faults } = this.#context;
    const throttled = faults.at('throttled', 'graph');
    if (concernsModule(throttled, module)) {
      const seconds = throttled.retryAfterSeconds ?? defaultRetryAfterSeconds;
      throw module === 'directory' ? tooManyRequests(seconds) : mailboxThrottled(seconds);
    }
    const unavailable = faults.at('service-unavailable', 'graph');
    if (unavailable?.module !== undefined && concernsModule(unavailable, module)) {
      throw outage(unavailable.status ?? 503, unavailable.retryAfterSeconds);
    }
  }
}
