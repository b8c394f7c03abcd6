import { isRecord, parseCall, type GraphAnswer, type GraphCall } from './call.ts';
import { badRequest, GraphError } from './refusals.ts';

/** Microsoft Graph, "Combine multiple HTTP requests using JSON batching". */
const largestBatch = 20;

interface BatchItem {
  id: string;
  method: string;
  /** Relative to the version, with or without the first slash. */
  url: string;
  body: unknown;
  dependsOn: readonly string[];
}

/**
 * Runs a batch: independent items at once, a dependent one after all it waits for, or not at all when one of them
 * failed (424). Answers stand in another order than the items on purpose: clients must go by `id`.
 *
 * @param answerItem answers one item or throws the error of its refusal
 * @param refuse makes an item's answer out of that error
 * @throws GraphError 400 when the batch as a whole is malformed
 */
export async function answerBatch(
  body: unknown,
  answerItem: (call: GraphCall) => Promise<GraphAnswer>,
  refuse: (error: unknown) => GraphAnswer,
): Promise<object> {
  const items = parseBatch(body);
  const running = new Map<string, Promise<GraphAnswer>>();
  const run = (item: BatchItem): Promise<GraphAnswer> => {
    const key = item.id.toLowerCase();
    const started = running.get(key) ?? afterDependencies(item);
    running.set(key, started);
    return started;
  };
  const afterDependencies = async (item: BatchItem): Promise<GraphAnswer> => {
    const before = await Promise.all(item.dependsOn.map((id) => run(itemOf(items, id))));
    if (before.some(({ status }) => status >= 400)) return refuse(failedDependency());
    try {
      return await answerItem(parseCall(item.method, item.url, item.body));
    } catch (error) {
      return refuse(error);
    }
  };
  const responses = await Promise.all(
    [...items.values()].map(async (item) => ({ id: item.id, ...(await run(item)) })),
  );
  return { responses: responses.reverse() };
}

function parseBatch(body: unknown): Map<string, BatchItem> {
  if (!isRecord(body) || !Array.isArray(body['requests']) || body['requests'].length === 0) {
    throw badRequest('Invalid batch payload format.');
  }
  const requests: unknown[] = body['requests'];
  if (requests.length > largestBatch) {
    // Quoted in the release notes of Syskit Point Cloud, October 2025.
    const message = `Number of batch request steps exceeds the maximum value of ${largestBatch}.`;
    throw new GraphError(400, 'MaximumValueExceeded', message);
  }
  const items = new Map<string, BatchItem>();
  for (const item of requests.map(parseItem)) {
    // Ids are compared without regard to case, as the page on batching says.
    if (items.has(item.id.toLowerCase()))
      throw badRequest(`Request Id ${item.id} has to be unique in a batch.`);
    items.set(item.id.toLowerCase(), item);
  }
  checkDependencies(items);
  return items;
}

function parseItem(item: unknown): BatchItem {
  if (!isRecord(item)) throw badRequest('Invalid batch payload format.');
  const { id, method, url, headers, body, dependsOn = [] } = item;
  if (typeof id !== 'string' || id === '' || typeof method !== 'string' || typeof url !== 'string') {
    throw badRequest('Invalid batch payload format.');
  }
  if (!Array.isArray(dependsOn) || !dependsOn.every((other) => typeof other === 'string')) {
    throw badRequest('Invalid batch payload format.');
  }
  const isWrite = !['GET', 'DELETE'].includes(method.toUpperCase());
  if (isWrite && (body === undefined || !hasContentType(headers))) {
    // Quoted in the sources of pnp/pnpcore.
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  return { id, method, url, body, dependsOn };
}

function hasContentType(headers: unknown): boolean {
  return isRecord(headers) && Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
}

/** An unknown id or a circle would wait for ever. */
function checkDependencies(items: ReadonlyMap<string, BatchItem>): void {
  const settled = new Set<string>();
  const visit = (item: BatchItem, above: ReadonlySet<string>): void => {
    const key = item.id.toLowerCase();
    if (settled.has(key)) return;
    if (above.has(key)) throw badRequest(`Request Id ${item.id} depends on itself.`);
    for (const id of item.dependsOn) visit(itemOf(items, id), new Set([...above, key]));
    settled.add(key);
  };
  for (const item of items.values()) visit(item, new Set());
}

function itemOf(items: ReadonlyMap<string, BatchItem>, id: string): BatchItem {
  const item = items.get(id.toLowerCase());
  if (!item) throw badRequest(`The dependsOn value ${id} is no request id of this batch.`);
  return item;
}

function failedDependency(): GraphError {
  return new GraphError(424, 'FailedDependency', 'A request that this request depends on has failed.');
}
