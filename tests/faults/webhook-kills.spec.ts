import { sealNewWebhookSecret } from '@upstander/integrations';
import { Secrets } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { testConfig } from '../support/config.js';
import { cloneDatabase, type ClonedDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { MailWorker } from './support/mail-worker.js';

/**
 * Kills the worker while it sends events to webhook endpoints. An endpoint may get the event that was in flight a second
 * time, with the same ID. No event is lost, and each endpoint gets its events in order. `npm run faults` kills it five
 * times, `npm test` once.
 */
const full = process.env['FAULTS'] === 'full';
const endpoints = 4;
const eventsEach = full ? 500 : 200;
const kills = full ? 5 : 1;

jest.setTimeout(240_000);

let database: ClonedDatabase;
let pool: pg.Pool;
let receiver: Server;
let worker: MailWorker | undefined;
/** Event IDs by endpoint, in order of arrival. */
const received = new Map<string, string[]>();

beforeAll(async () => {
  database = await cloneDatabase();
  pool = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  receiver = createServer((request, response) => {
    const path = request.url ?? '';
    received.set(path, [...(received.get(path) ?? []), String(request.headers['webhook-id'])]);
    request.resume().once('end', () => response.writeHead(204).end());
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
});
afterAll(async () => {
  await worker?.end('SIGKILL');
  await pool.end();
  receiver.close();
  await database.drop();
});

const total = () => [...received.values()].reduce((sum, { length }) => sum + length, 0);

test('after kills of the worker, every endpoint got each event in order, and at most those in flight twice', async () => {
  const secrets = new Secrets(testConfig(database.url));
  const { port } = receiver.address() as AddressInfo;
  for (let n = 0; n < endpoints; n += 1) {
    const id = randomUUID();
    await pool.query(
      `INSERT INTO integrations.webhook_endpoint (id, url, types, secret_sealed, created_at) VALUES ($1, $2, '{volunteer.created}', $3, now())`,
      [id, `http://127.0.0.1:${port}/${n}`, sealNewWebhookSecret(secrets, id)],
    );
  }
  await pool.query(
    `INSERT INTO volunteers.volunteer (email, name) SELECT 'ana-' || n || '@example.org', 'Ana' FROM generate_series(1, $1::integer) n`,
    [eventsEach],
  );
  worker = await MailWorker.start({ DATABASE_URL: database.url, WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' });
  for (let kill = 1; kill <= kills; kill += 1) {
    const count = (kill * endpoints * eventsEach) / (kills + 1);
    await eventually(() => total() >= count, 60);
    await worker.restart('SIGKILL');
    expect(total()).toBeLessThan(endpoints * eventsEach);
    // Ends the leases of the killed worker, which would otherwise last for almost a minute.
    await pool.query(`UPDATE integrations.webhook_endpoint SET leased_until = now() - interval '1 second'`);
  }
  await eventually(async () => {
    const { rows } = await pool.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM integrations.webhook_delivery WHERE status <> 'succeeded'`,
    );
    return rows[0]?.left === 0;
  }, 120);

  let repeated = 0;
  for (const [path, ids] of received) {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT d.event_id AS id FROM integrations.webhook_delivery d JOIN integrations.webhook_endpoint e ON e.id = d.endpoint_id
       WHERE e.url LIKE '%' || $1 ORDER BY d.position`,
      [path],
    );
    expect(rows).toHaveLength(eventsEach);
    // A repeated event directly follows itself.
    expect(ids.filter((id, n) => id !== ids[n - 1])).toEqual(rows.map(({ id }) => id));
    repeated += ids.length - eventsEach;
  }
  expect(received.size).toBe(endpoints);
  expect(repeated).toBeLessThanOrEqual(kills * endpoints);
});
