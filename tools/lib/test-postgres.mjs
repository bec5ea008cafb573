import { mkdirSync, statfsSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { portFor } from './ports.mjs';
import { startPostgres, THROW_AWAY } from './postgres.mjs';

/**
 * The PostgreSQL of the tests: `TEST_DATABASE_URL` when given, or a throw-away server that several runs share and the last
 * one stops. A run of a few files keeps it in `.data/test-postgres` for the next. A whole run makes hundreds of databases of
 * 1,500 files each; on ext4 that costs up to a second of processor time a database, because it steps over the inodes of
 * those just dropped, and in memory a tenth. So with `whole`, or where CI begins one, it is in memory where there is room.
 *
 * @param {{ whole?: boolean }} [options] `whole`: what is in memory is thrown away in the end.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startTestPostgres({ whole = false } = {}) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const memory = whole || process.env.CI === 'true' ? folderInMemory() : null;
  const dataDir = join(memory ?? join(root, '.data'), 'test-postgres');
  const place = { dataDir, port: portFor(root), movable: true, passing: whole && Boolean(memory) };
  return startPostgres({ ...place, settings: THROW_AWAY, database: 'test' });
}

/** This checkout's folder in the memory of the machine (Linux), or null: none there, too little room, or somebody else's. */
function folderInMemory() {
  const enough = 4 * 1024 ** 3;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize < enough) return null;
    const folder = `/dev/shm/upstander-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    return statSync(folder).uid === process.getuid() ? folder : null;
  } catch {
    return null;
  }
}
