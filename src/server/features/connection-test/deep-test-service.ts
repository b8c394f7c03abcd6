import { setTimeout as wait } from 'node:timers/promises';
import type { Module } from '../../../shared/domain/modules.ts';
import type { BatchAnswer, BatchItem, ItemAnswer } from '../../protocols/graph/index.ts';
import { arrivalProbe, cleanUps, firstId, writeProbes, type WriteOutcome } from './write-probes.ts';

export type SendBatch = (items: readonly BatchItem[]) => Promise<BatchAnswer>;

/** A mail to oneself arrives within seconds; what takes longer is reported as not seen. */
const arrivalLooks = 8;
const pauseBetweenLooksMs = 1000;

/**
 * Proves writing: creates an item for each module, sends a mail to the probe mailbox itself, and deletes all of it.
 * Two round trips, plus the wait for the mail.
 */
export async function testWriting(
  send: SendBatch,
  modules: readonly Module[],
  mailbox: string,
  taskLists: ItemAnswer | undefined,
): Promise<Map<Module, WriteOutcome>> {
  const mark = `LEGAL 365 Connect test ${crypto.randomUUID()}`;
  const listId = firstId(taskLists);
  const created = await answersOf(send, writeProbes(modules, mailbox, mark, listId));
  const removals = cleanUps(created, mailbox, listId);
  if (removals.length > 0) await removeAll(send, removals);
  const outcomes = new Map<Module, WriteOutcome>();
  for (const module of modules) outcomes.set(module, outcomeOf(created.get(module)));
  if (outcomes.get('mail-sending')?.kind === 'proven') {
    outcomes.set('mail-sending', await mailArrived(send, mailbox, mark));
  }
  return outcomes;
}

/** Graph may be busy with what it has just created: one more try for what could not be taken away. */
async function removeAll(send: SendBatch, removals: BatchItem[]): Promise<void> {
  const removed = await answersOf(send, removals);
  const left = removals.filter(({ id }) => !isDone(removed.get(id)));
  if (left.length > 0) await answersOf(send, left);
}

function outcomeOf(answer: ItemAnswer | undefined): WriteOutcome {
  if (answer === undefined) return { kind: 'unproven' };
  return 'refusal' in answer ? { kind: 'refused', refusal: answer.refusal } : { kind: 'proven' };
}

async function mailArrived(send: SendBatch, mailbox: string, mark: string): Promise<WriteOutcome> {
  for (let look = 0; look < arrivalLooks; look++) {
    if (look > 0) await wait(pauseBetweenLooksMs);
    const found = (await answersOf(send, [arrivalProbe(mailbox, mark)])).get('mail-sending');
    const id = firstId(found);
    if (id !== null) {
      const url = `/users/${encodeURIComponent(mailbox)}/messages/${encodeURIComponent(id)}`;
      await answersOf(send, [{ id: 'mail-sending', method: 'DELETE', url }]);
      return { kind: 'proven' };
    }
    // Reading is another right than sending: without it nobody can look.
    if (found !== undefined && 'refusal' in found) return { kind: 'unproven' };
  }
  return { kind: 'unproven' };
}

/** Answers by item id; an envelope that failed leaves every item with its refusal. */
async function answersOf(send: SendBatch, items: readonly BatchItem[]): Promise<Map<string, ItemAnswer>> {
  if (items.length === 0) return new Map();
  const answer = await send(items);
  return 'items' in answer ? new Map(answer.items) : new Map(items.map(({ id }) => [id, answer]));
}

function isDone(answer: ItemAnswer | undefined): boolean {
  return answer !== undefined && !('refusal' in answer);
}
