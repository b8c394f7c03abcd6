import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingAnswer, ReadingTask } from './message-content.ts';
import { readAttachment } from './read-attachment.ts';
import { readContent } from './read-content.ts';

// A thread of its own for each message: see MessageReader.
const task = workerData as ReadingTask;
const answer = (value: ReadingAnswer) => parentPort?.postMessage(value);
const content = process.stdin as AsyncIterable<Buffer>;

if (task.kind === 'content') answer({ kind: 'content', content: await readContent(content) });
else await readAttachment(content, task.index, process.stdout, answer);
