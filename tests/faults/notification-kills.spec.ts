import { sealNewWebhookSecret } from '@upstander/integrations';
import { Secrets } from '@upstander/platform';
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { manyReminders, reminderDue } from '../bench/support/many-reminders.js';
import { carrierSettings } from '../support/access-samples.mailbox.js';
import { testConfig } from '../support/config.js';
import { cloneDatabase, type ClonedDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { Channel } from './support/channel.js';
import { MailWorker } from './support/mail-worker.js';

/**
 * Kills the worker while it sends emails, texts and webhooks. Nothing may be lost. Only notifications in flight at a kill
 * may be sent again, with the same ID. `npm test` kills the worker and its successor. `npm run faults` kills five workers
 * during ten thousand notifications.
 */
const full = process.env['FAULTS'] === 'full';
const perChannel = full ? 3_400 : 240;
const kills = full ? 5 : 2;
const endpoints = 4;

jest.setTimeout(full ? 900_000 : 240_000);

let database: ClonedDatabase;
let pool: pg.Pool;
let sink: MailSink;
let receiver: Server;
let worker: MailWorker | undefined;

/** `unmarked` returns notifications that may have been sent but aren't recorded as sent. */
const channels = {
  email: new Channel(`SELECT id FROM notifications.mail WHERE status <> 'sent'`),
  text: new Channel(`SELECT id FROM notifications.sms WHERE status <> 'queued'`),
  webhook: new Channel(
    `SELECT d.event_id || ' ' || e.url AS id FROM integrations.webhook_delivery d
       JOIN integrations.webhook_endpoint e ON e.id = d.endpoint_id WHERE d.status <> 'succeeded'`,
  ),
};
const all = Object.values(channels);

beforeAll(async () => {
  database = await cloneDatabase();
  pool = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  sink = await startMailSink();
  sink.beforeAnswer = ({ to, messageId }) => channels.email.receive(to, messageId.slice(1, messageId.indexOf('@')));
  receiver = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      if (request.url!.startsWith('/hook/')) {
        const { port } = receiver.address() as AddressInfo;
        const id = `${String(request.headers['webhook-id'])} http://127.0.0.1:${port}${request.url!}`;
        await channels.webhook.receive(id, id);
        response.writeHead(204).end();
        return;
      }
      const form = new URLSearchParams(body);
      const id = /\/sms\/status\/([^#]+)/.exec(form.get('StatusCallback') ?? '')?.[1] ?? '';
      await channels.text.receive(form.get('To') ?? '', id);
      const sid = `SM${createHash('md5').update(randomUUID()).digest('hex')}`;
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid }));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
});
afterAll(async () => {
  await worker?.end('SIGKILL');
  for (const channel of all) channel.letThrough(Infinity);
  await pool.end();
  await sink.close();
  receiver.closeAllConnections();
  receiver.close();
  await database.drop();
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Everyone gets an email and a text about their shift. */
async function planEmailsAndTexts(): Promise<void> {
  await manyReminders(pool, perChannel);
  // No area code of these numbers has hours, so the time of the test doesn't matter.
  await pool.query(
    `INSERT INTO notifications.sms_consent (number, recipient, locale, channel, wording, wording_version, source, given_at)
     SELECT '+1876555' || lpad(n::text, 4, '0'), 'person-' || n || '@example.org', 'en', 'both', 'Yes.', '2026-12-01', 'account', now()
     FROM generate_series(1, $1::integer) n`,
    [perChannel],
  );
  await reminderDue(pool);
}

async function planWebhooks(): Promise<void> {
  const secrets = new Secrets(testConfig(database.url));
  const { port } = receiver.address() as AddressInfo;
  for (let n = 0; n < endpoints; n += 1) {
    const id = randomUUID();
    await pool.query(
      `INSERT INTO integrations.webhook_endpoint (id, url, types, secret_sealed, created_at) VALUES ($1, $2, '{volunteer.created}', $3, now())`,
      [id, `http://127.0.0.1:${port}/hook/${n}`, sealNewWebhookSecret(secrets, id)],
    );
  }
  await pool.query(
    `INSERT INTO volunteers.volunteer (email, name) SELECT 'ben-' || n || '@example.org', 'Ben' FROM generate_series(1, $1::integer) n`,
    [perChannel / endpoints],
  );
}

/** Ends what the killed worker had claimed, instead of waiting. */
const endLeases = () =>
  pool.query(`
    UPDATE notifications.mail SET claimed_until = now() - interval '1 second' WHERE status = 'sending';
    UPDATE notifications.sms SET claimed_until = now() - interval '1 second' WHERE status = 'sending';
    UPDATE integrations.webhook_endpoint SET leased_until = now() - interval '1 second'`);

test('after kills of the worker, all emails, texts and webhooks arrived, and only those in flight twice, with the same ID', async () => {
  await planEmailsAndTexts();
  await planWebhooks();
  worker = await MailWorker.start({
    ...carrierSettings,
    DATABASE_URL: database.url,
    SMTP_URL: sink.url,
    SMS_API_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
    WEBHOOK_PRIVATE_HOSTS: '127.0.0.1',
  });
  for (let kill = 1; kill <= kills; kill += 1) {
    for (const channel of all) channel.letThrough(Math.floor(perChannel / (kills + 1)));
    await eventually(() => all.every((channel) => channel.isHolding), 120);
    const exit = await worker.restart('SIGKILL', async () => {
      for (const channel of all) await channel.noteInFlight(pool);
      await endLeases();
    });
    expect(exit).toBe('SIGKILL');
  }
  for (const channel of all) channel.letThrough(Infinity);
  await eventually(
    async () => (await Promise.all(all.map((channel) => channel.unmarked(pool)))).flat().length === 0,
    180,
  );

  for (const [name, channel] of Object.entries(channels)) {
    // As many as there should be, each with one ID.
    expect([name, channel.recipients, channel.ids]).toEqual([name, perChannel, perChannel]);
    expect([name, channel.repeatedUnexpectedly()]).toEqual([name, []]);
    expect(channel.mayRepeat.size).toBeGreaterThan(0);
    expect(channel.mayRepeat.size).toBeLessThan(kills * 40);
  }
  console.info(
    Object.entries(channels)
      .map(([name, { mayRepeat, repeated }]) => `${name}: ${mayRepeat.size} in flight, ${repeated.length} repeated`)
      .join('; '),
  );
});
