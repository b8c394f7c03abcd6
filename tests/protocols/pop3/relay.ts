import { connect, createServer, type AddressInfo } from 'node:net';

export interface Relay {
  port: number;
  /** Round trips so far: one for TCP, then one each time the server speaks after the client has spoken. */
  roundTrips(): number;
  close(): Promise<void>;
}

/** Passes one connection on to a port of this machine and counts how often the direction changes. */
export async function startRelay(target: number): Promise<Relay> {
  let roundTrips = 0;
  const server = createServer((client) => {
    roundTrips = 1;
    let clientSpoke = false;
    const upstream = connect(target, '127.0.0.1');
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    client.on('data', (chunk) => {
      clientSpoke = true;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (clientSpoke) roundTrips++;
      clientSpoke = false;
      client.write(chunk);
    });
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    roundTrips: () => roundTrips,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
