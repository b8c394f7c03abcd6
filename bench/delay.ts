import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A port that leads to another one of this machine, with a round trip in between. It limits no bandwidth. */
export async function startDelay(
  target: number,
  roundTripMs: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((client) => {
    client.setNoDelay(true);
    // The client's connect was answered at once: the round trip that it would have cost is paid here.
    setTimeout(() => {
      const upstream = connect(target, '127.0.0.1').setNoDelay(true);
      passOn(client, upstream, roundTripMs / 2);
      passOn(upstream, client, roundTripMs / 2);
    }, roundTripMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function passOn(from: Socket, to: Socket, delayMs: number): void {
  const waiting: { due: number; chunk: Buffer }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const deliver = () => {
    timer = undefined;
    const now = performance.now();
    for (let next = waiting[0]; next && next.due <= now + 0.5; next = waiting[0]) {
      to.write(next.chunk);
      waiting.shift();
    }
    if (waiting[0]) timer = setTimeout(deliver, waiting[0].due - now);
  };
  from.on('data', (chunk) => {
    waiting.push({ due: performance.now() + delayMs, chunk });
    timer ??= setTimeout(deliver, delayMs);
  });
  from.on('error', () => undefined);
  from.once('close', () => setTimeout(() => to.destroy(), delayMs * 2));
}
