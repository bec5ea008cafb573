import { join } from 'node:path';
import { root } from './paths.mjs';
import { portFor } from './ports.mjs';
import { startPostgres, THROW_AWAY } from './postgres.mjs';

/**
 * The PostgreSQL of the tests: `TEST_DATABASE_URL` when given, or a throw-away server in `.data/test-postgres` that
 * several runs share and the last one stops.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startTestPostgres() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const dataDir = join(root, '.data/test-postgres');
  return startPostgres({ dataDir, port: portFor(root), movable: true, settings: THROW_AWAY, database: 'test' });
}
