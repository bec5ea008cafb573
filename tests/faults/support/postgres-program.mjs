import { startPostgres } from '../../../tools/lib/postgres.mjs';

/**
 * `node postgres-program.mjs start|stop <folder> <port>`: a PostgreSQL that a test may treat as badly as it likes. `start`
 * prints `{ url, urls, pid }` and leaves it running. A crash of the server alone loses nothing without fsync, so it is off.
 */
const [command, dataDir, port] = process.argv.slice(2);
const settings = { fsync: 'off', full_page_writes: 'off', shared_buffers: '64MB' };
const server = await startPostgres({ dataDir, port: Number(port), settings });
if (command === 'stop') await server.stop();
else console.log(JSON.stringify({ url: server.url, urls: server.urls, pid: server.pid }));
