import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** An open stream of server-sent events to one page. */
export interface EventStream {
  write(text: string): void;
  end(): void;
  /** Called once, whoever closed the stream. */
  onClose(listener: () => void): void;
}

/** A reader that does not read is dropped; it asks again when it is back. */
const mostBufferedBytes = 1024 * 1024;

/** Streams that are open; the server ends them when it stops, or it would wait for them for ever. */
export function createEventStreams(app: FastifyInstance): (reply: FastifyReply) => EventStream {
  const open = new Set<PassThrough>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });
  return (reply) => {
    const stream = new PassThrough();
    open.add(stream);
    stream.once('close', () => open.delete(stream));
    void reply
      .type('text/event-stream')
      .header('cache-control', 'no-store')
      // nginx and its kind would hold events back.
      .header('x-accel-buffering', 'no')
      .serializer((body: unknown) => body as string)
      .send(stream);
    return {
      write(text) {
        if (stream.writableEnded || stream.destroyed) return;
        if (stream.readableLength + stream.writableLength > mostBufferedBytes) stream.destroy();
        else stream.write(text);
      },
      end: () => stream.end(),
      onClose: (listener) => stream.once('close', listener),
    };
  };
}
