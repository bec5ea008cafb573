import { mkdirSync, statfsSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { portFor } from './ports.mjs';
import { startPostgres, THROW_AWAY } from './postgres.mjs';

/**
 * Starts the PostgreSQL for tests: `TEST_DATABASE_URL`, or a disposable server that concurrent runs share. A full run
 * creates hundreds of databases of 1,500 files each. On ext4, skipping the inodes of dropped databases costs up to a
 * second of CPU time per database; in memory, a tenth. So with `whole`, or in CI, the data is in memory if there is
 * room.
 * @param {{ whole?: boolean }} [options] `whole`: in-memory data is deleted at the end
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

/** Returns null if there is none (Linux only), too little room, or it isn't ours. */
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
