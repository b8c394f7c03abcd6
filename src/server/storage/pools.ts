import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';

/** As node-postgres has them, but a `date` stays ISO text: made into a Date it would move with the time zone. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, String);

// A query that waits for the only connection while a transaction holds it ends in an error instead of a standstill.
const common = { types, connectionTimeoutMillis: 15_000 };

export function postgresqlPool(connectionString: string): pg.Pool {
  return new pg.Pool({
    ...common,
    connectionString,
    max: 10,
    application_name: 'legal365-connect',
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  });
}

/** A pool of the single session that PGlite has. */
export function pglitePool(pglite: PGlite): pg.Pool {
  // A connection object of its own for every client: shared, as one config object would have it, the end of a client
  // that the pool dropped after an error reaches its successor as "Connection terminated unexpectedly".
  class PgliteClient extends pg.Client {
    constructor() {
      const { connection, user, database } = createPgConfig(pglite);
      super({ ...{ connection }, user, database, types });
    }
  }
  return new pg.Pool({
    ...common,
    Client: PgliteClient,
    max: 1,
    idleTimeoutMillis: 0,
    // A server rolls back what a lost connection left open; here the session goes on, so its next client does it.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the pool waits for it, its types do not say so
    onConnect: async (client) => {
      await client.query('rollback');
    },
  });
}
