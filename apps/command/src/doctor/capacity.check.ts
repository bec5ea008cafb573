import { SealedDatabase } from '@upstander/advocacy';
import type { Config } from '@upstander/platform';
import type pg from 'pg';
import { entered } from './databases.check.js';
import { findingsFor, type Check, type Finding } from './finding.js';

const say = findingsFor('capacity');

export const capacity: Check = {
  about: 'capacity',
  runCheck: ({ config }) =>
    entered(config.DATABASE_URL, async (client) => [
      await connectionsFinding(client, config),
      ...(await spaceFindings(client)),
    ]),
};

/** Programs of an installation by the guide: two api processes and two workers. */
const programs = 4;

async function connectionsFinding(client: pg.Client, config: Config): Promise<Finding> {
  const { rows } = await client.query<{ allowed: number }>(
    `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS allowed`,
  );
  return compareConnections(rows[0]!.allowed, connectionsOfProgram(config));
}

/** The queue in PostgreSQL has a pool of two, and the sealed zone one for each of its databases. */
export function connectionsOfProgram({
  DATABASE_POOL,
  REDIS_URL,
  SEALED_DATABASE_URL,
}: Pick<Config, 'DATABASE_POOL' | 'REDIS_URL' | 'SEALED_DATABASE_URL'>): number {
  return DATABASE_POOL + (REDIS_URL ? 0 : 2) + (SEALED_DATABASE_URL ? 2 * SealedDatabase.maxConnections : 0);
}

export function compareConnections(allowed: number, each: number): Finding {
  const says = `PostgreSQL allows ${allowed} connections; each program opens up to ${each}.`;
  if (allowed >= programs * each) return say.ok(says);
  return say.warning(
    `${says} Two api processes and two workers may need more.`,
    `Set max_connections to ${programs * each + 10} or more, or lower DATABASE_POOL.`,
  );
}

/** Writes 4 MB and rolls them back, because only a write shows that the disk of the database is full. */
async function spaceFindings(client: pg.Client): Promise<Finding[]> {
  await client.query('BEGIN');
  try {
    await client.query(
      `INSERT INTO platform.idempotency (operation, actor_key, key, input_hash, answer)
       SELECT 'doctor', 'doctor', gen_random_uuid()::text, '', to_jsonb(string_agg(gen_random_uuid()::text, ''))
       FROM generate_series(1, 110000)`,
    );
    return [say.ok('A test write of 4 MB fits on the disk of the database.')];
  } catch (error) {
    const { code } = error as pg.DatabaseError;
    if (code !== diskFull) return [say.warning(`A test write failed (${code}).`, 'Other checks name the cause.')];
    return [
      say.wrong(
        'The disk of the database is full.',
        'Free up space there. Until then, no one can sign up or give. Nothing that was saved is lost.',
      ),
    ];
  } finally {
    await client.query('ROLLBACK');
  }
}

/** SQLSTATE `disk_full`. */
const diskFull = '53100';
