import { startPostgres } from '../../../tools/lib/postgres.mjs';

/**
 * `node postgres-program.mjs start|stop <folder> <port>`: a PostgreSQL for crash tests. `start` prints `{ url, urls,
 * pid }` and leaves it running. fsync is off, because a crash of the server alone loses nothing without it.
 */
const [command, dataDir, port] = process.argv.slice(2);
const settings = { fsync: 'off', full_page_writes: 'off', shared_buffers: '64MB' };
const server = await startPostgres({ dataDir, port: Number(port), settings });
if (command === 'stop') await server.stop();
else console.log(JSON.stringify({ url: server.url, urls: server.urls, pid: server.pid }));
