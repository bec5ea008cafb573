import pg from 'pg';
import { programRights, type Program } from './program-rights.js';

/** A role that owns nothing, and its rights in a database. */
export interface Guest {
  role: string;
  /** True if it may enter this schema. */
  enters(schema: string): boolean;
  /** The program that enters by this role. Missing if both programs share it. */
  program?: Program;
}

const all = 'SELECT, INSERT, UPDATE, DELETE';

/** Tables of which a program gets less than rows to read and write; everything else in a schema it may enter is its own. */
const less: Readonly<Record<string, string>> = {
  'ledger.transaction': 'SELECT, INSERT',
  'ledger.posting': 'SELECT, INSERT',
  'sealed.audit': 'SELECT, INSERT',
  // What was written down about an account is not taken away, with the account or without.
  'identity.account': 'SELECT, INSERT, UPDATE',
  'identity.security_event': 'SELECT, INSERT, UPDATE (count)',
  // What staff did stays as it was written.
  'identity.staff_action': 'SELECT, INSERT',
  'identity.staff_action_thing': 'SELECT, INSERT',
  'identity.role_request_change': 'SELECT, INSERT',
  // Earlier confirmations of a payout are kept.
  'fundraising.payout_correction': 'SELECT, INSERT',
  // Who did what to a volunteer's record only grows.
  'volunteers.history': 'SELECT, INSERT',
  // What a thing may become is the owner's to say.
  'platform.status_change': 'SELECT',
  // Places come with a release; the migrations write them.
  'platform.area': 'SELECT',
  'platform.shipped_data': 'SELECT',
  'public.migrations': 'SELECT',
  'public.migration_sum': 'SELECT',
  'public.release': 'SELECT',
  // Only the owner records that rows from before there were seals have been sealed.
  'public.rows_sealed': 'SELECT',
  'public.sql_source': 'SELECT',
  'public.trail_head': 'SELECT, INSERT, UPDATE',
  'public.trail_check': 'SELECT, INSERT, UPDATE',
  'sealed.migrations': 'SELECT',
  'bullmq.migration': 'SELECT',
};

/**
 * Says what the role of a program may do, all of it and in one place: rows, and nothing else. It makes no table, function
 * or trigger, switches none off, and has no temporary tables: SQL that gets into a program can do what the program can.
 * Run by the owner after the migrations, so that a new table needs no line of its own.
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
    const usage = guest.enters(schema) ? [`GRANT USAGE ON SCHEMA ${name} TO ${role}`] : [];
    return [`REVOKE ALL ON SCHEMA ${name} FROM ${role}`, ...usage];
  });
  for (const { schema, name, kind } of owned) {
    const what = `${kind === 'S' ? 'SEQUENCE ' : ''}${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
    const table = `${schema}.${name}`;
    const own = guest.program && programRights[guest.program][table];
    const rights = kind === 'S' ? 'USAGE, SELECT' : (own ?? less[table] ?? all);
    statements.push(`REVOKE ALL ON ${what} FROM ${role}`);
    if (guest.enters(schema)) statements.push(`GRANT ${rights} ON ${what} TO ${role}`);
  }
  if (guest.program) refuseUnknown(owned.map(({ schema, name }) => `${schema}.${name}`));
  await client.query(['BEGIN', ...statements, 'COMMIT'].join(';\n'));
}

/** A table that was renamed must not get back the rights that a list denies it. */
function refuseUnknown(tables: readonly string[]): void {
  const known = new Set(tables);
  const gone = Object.values(programRights)
    .flatMap((rights) => Object.keys(rights))
    .filter((table) => !known.has(table));
  if (gone.length > 0) throw new Error(`db/program-rights.ts names tables that do not exist: ${gone.join(', ')}.`);
}
