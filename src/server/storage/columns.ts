import type { ColumnType } from 'kysely';

/** JSON that is read as a value and written as text: node-postgres would send an array as a PostgreSQL array. */
export type Json<T> = ColumnType<T, Stored<T>, Stored<T>>;
type Stored<T> = null extends T ? string | null : string;

/** Every primary key begins with the tenant, and every query names it: no row is reached by its id alone. */
export interface OfTenant {
  /** Directory id of the firm, a GUID. */
  tenant_id: string;
}
