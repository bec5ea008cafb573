import type { QueryRunner } from 'typeorm';
import { statusTables } from './entity-triggers.js';

/** Copies the rules of every `@Status` to platform.status_change, for db/functions/platform/check_status.sql. */
export async function writeStatusChanges(runner: QueryRunner): Promise<void> {
  const rows = statusTables().flatMap(({ name, rules }) => [
    ...(rules.initial ?? []).map((status) => [name, '', status] as const),
    ...Object.entries(rules.to).flatMap(([from, statuses]) => statuses.map((to) => [name, from, to] as const)),
  ]);
  await runner.query(
    `WITH rule AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS r (noun, from_status, to_status)),
       outdated AS (DELETE FROM platform.status_change c
         WHERE (c.noun, c.from_status, c.to_status) NOT IN (SELECT r.noun, r.from_status, r.to_status FROM rule r))
     INSERT INTO platform.status_change (noun, from_status, to_status) SELECT * FROM rule ON CONFLICT DO NOTHING`,
    [rows.map(([noun]) => noun), rows.map(([, from]) => from), rows.map(([, , to]) => to)],
  );
}
