import { installed } from '../testing/system-postgres.mjs';
import { toolFor } from './postgres-tools.js';

test('names the package to install if pg_dump is missing or older than the server', async () => {
  const { PATH } = process.env;
  const newest = installed.at(-1)?.major ?? 15;
  await expect(toolFor('pg_dump', newest + 1, { PATH })).rejects.toThrow(
    /^pg_dump of PostgreSQL \d+ or newer is required, but there is (?:none|only .+) on this machine: install postgresql-client-\d+\.$/,
  );
  await expect(toolFor('pg_dump', newest, { PG_BIN: '/nowhere' })).rejects.toThrow(
    /but there is none in \/nowhere: install/,
  );
});
