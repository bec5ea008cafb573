import pg from 'pg';
import { programRights, type Program } from './program-rights.js';

/** A database role that owns nothing, and its rights in a database. */
export interface Guest {
  role: string;
  entersSchema(schema: string): boolean;
  /** The program that uses this role. Missing if both programs share it. */
  program?: Program;
}

const allRights = 'SELECT, INSERT, UPDATE, DELETE';

/** Tables with restricted rights. A program may read and write all rows of other tables in schemas it may use. */
const restrictedRights: Readonly<Record<string, string>> = {
  'ledger.transaction': 'SELECT, INSERT',
  'ledger.posting': 'SELECT, INSERT',
  'sealed.audit': 'SELECT, INSERT',
  // Security events and accounts are never deleted.
  'identity.account': 'SELECT, INSERT, UPDATE',
  'identity.security_event': 'SELECT, INSERT, UPDATE (count)',
  'identity.staff_action': 'SELECT, INSERT',
  'identity.staff_action_thing': 'SELECT, INSERT',
  'identity.role_request_change': 'SELECT, INSERT',
  'identity.settings_version': 'SELECT, INSERT',
  'fundraising.payout_correction': 'SELECT, INSERT',
  'volunteers.history': 'SELECT, INSERT',
  // Only migrations write the rules of status transitions.
  'platform.status_change': 'SELECT',
  // Only the owner's command writes it.
  'platform.backup_run': 'SELECT',
  // Migrations write the places.
  'platform.area': 'SELECT',
  'platform.shipped_data': 'SELECT',
  // Exists while an update of a large table is unfinished (db/backfill.ts).
  'public.backfill': 'SELECT',
  'public.migrations': 'SELECT',
  'public.migration_sum': 'SELECT',
  'public.release': 'SELECT',
  // Only the owner records that old rows have been sealed.
  'public.rows_sealed': 'SELECT',
  'public.sql_source': 'SELECT',
  'public.trail_head': 'SELECT, INSERT, UPDATE',
  'public.trail_check': 'SELECT, INSERT, UPDATE',
  'sealed.migrations': 'SELECT',
  'bullmq.migration': 'SELECT',
};

/**
 * Grants a program's role its rights, which are limited to rows.
 * It can't create tables, functions or triggers, disable triggers or use temporary tables, so SQL injected into a
 * program can do only what the program can. Run by the owner after the migrations; new tables need no entry.
 */
export async function grant(client: pg.ClientBase, guest: Guest): Promise<void> {
  const role = client.escapeIdentifier(guest.role);
  const { rows: owned } = await client.query<{ schema: string; name: string; kind: string }>(
    `SELECT n.nspname AS schema, c.relname AS name, c.relkind::text AS kind
     FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relowner = (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user)
       AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1, 2`,
  );
  const statements = [...new Set(owned.map(({ schema }) => schema))].flatMap((schema) => {
    const name = client.escapeIdentifier(schema);
    const usage = guest.entersSchema(schema) ? [`GRANT USAGE ON SCHEMA ${name} TO ${role}`] : [];
    return [`REVOKE ALL ON SCHEMA ${name} FROM ${role}`, ...usage];
  });
  for (const { schema, name, kind } of owned) {
    const object = `${kind === 'S' ? 'SEQUENCE ' : ''}${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
    const table = `${schema}.${name}`;
    const own = guest.program && programRights[guest.program][table];
    const rights = kind === 'S' ? 'USAGE, SELECT' : (own ?? restrictedRights[table] ?? allRights);
    statements.push(`REVOKE ALL ON ${object} FROM ${role}`);
    if (guest.entersSchema(schema)) statements.push(`GRANT ${rights} ON ${object} TO ${role}`);
  }
  if (guest.program) refuseUnknown(owned.map(({ schema, name }) => `${schema}.${name}`));
  await client.query(['BEGIN', ...statements, 'COMMIT'].join(';\n'));
}

/** Rejects unknown tables in the list: a renamed table must not silently regain the rights the list withholds. */
function refuseUnknown(tables: readonly string[]): void {
  const known = new Set(tables);
  const unknown = Object.values(programRights)
    .flatMap((rights) => Object.keys(rights))
    .filter((table) => !known.has(table));
  if (unknown.length > 0)
    throw new Error(`db/program-rights.ts names tables that do not exist: ${unknown.join(', ')}.`);
}
