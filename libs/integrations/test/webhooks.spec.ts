import { Metrics } from '@upstander/platform';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent, aShift } from '@upstander/tests/support/factories.js';
import { signUp } from '@upstander/tests/support/sign-ups.js';

interface Received {
  headers: IncomingMessage['headers'];
  body: string;
  payload: { type: string; timestamp: string; data: Record<string, string | null> };
}

const hour = 3_600_000;
let app: TestApp;
let admin: string;
let receiver: Server;
let url: string;
let received: Received[];
/** Answers the next requests; by default with 204. */
let answers: Array<{ status: number; headers?: Record<string, string> }>;
let standardAnswer: { status: number; headers?: Record<string, string> };
let beforeAnswer: () => Promise<void>;

beforeAll(async () => {
  app = await startApp({ config: { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' } });
  ({ cookie: admin } = await app.signedIn({ role: 'admin' }));
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body, payload: JSON.parse(body) as Received['payload'] });
      const { status, headers } = answers.shift() ?? standardAnswer;
      beforeAnswer().then(
        () => response.writeHead(status, headers).end(status === 204 ? undefined : 'not now'),
        (error: Error) => response.destroy(error),
      );
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`;
});
afterAll(async () => {
  await app.close();
  receiver.close();
});
beforeEach(async () => {
  received = [];
  answers = [];
  standardAnswer = { status: 204 };
  beforeAnswer = async () => undefined;
  await app.db.query('DELETE FROM integrations.webhook_endpoint');
});

const ask = <Data>(query: string, variables: Record<string, unknown> = {}) =>
  app.graphql<Data>(query, variables, { cookie: admin });

async function createEndpoint(types: string[], address = url): Promise<{ id: string; secret: string }> {
  const { data, errors } = await ask<{ createWebhookEndpoint: { secret: string; endpoint: { id: string } } }>(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret endpoint { id } } }',
    { input: { url: address, types } },
  );
  expect(errors).toBeUndefined();
  const { endpoint, secret } = data.createWebhookEndpoint;
  return { id: endpoint.id, secret };
}

async function readEndpoint(id: string) {
  const { data } = await ask<{ webhookEndpoint: Record<string, unknown> }>(
    'query ($id: ID!) { webhookEndpoint(id: $id) { status disabledReason failures pendingCount } }',
    { id },
  );
  return data.webhookEndpoint;
}

async function readDeliveries(endpointId: string) {
  const { data } = await ask<{
    webhookDeliveries: {
      edges: Array<{ node: { id: string; type: string; status: string; attempts: number; attemptLog: object[] } }>;
    };
  }>(
    `query ($id: ID!) { webhookDeliveries(endpointId: $id, first: 50) {
       edges { node { id type status attempts attemptLog { statusCode problem response } } } } }`,
    { id: endpointId },
  );
  return data.webhookDeliveries.edges.map(({ node }) => node);
}

const sendTest = (id: string) => ask('mutation ($id: ID!) { sendTestWebhook(endpointId: $id) { id } }', { id });
const deliver = () => app.runJob('deliver-webhooks');

async function aSignup() {
  const chapter = await aChapter(app.db);
  const event = await anEvent(app.db, { chapterId: chapter.id });
  const shift = await aShift(app.db, { eventId: event.id });
  await signUp(app, { shiftId: shift.id });
  return { chapter, event, shift };
}

test('sends a signed event with IDs only when someone signs up', async () => {
  const { secret } = await createEndpoint(['signup.created', 'event.created']);
  const { chapter, event, shift } = await aSignup();
  await deliver();
  expect(received.map(({ payload }) => payload.type)).toEqual(['event.created', 'signup.created']);
  const [, signup] = received;
  expect(Object.keys(signup!.payload.data).sort()).toEqual(['id', 'shiftId', 'status', 'volunteerId']);
  expect(signup!.payload.data).toMatchObject({ shiftId: shift.id, status: 'confirmed' });
  expect(received[0]!.payload.data).toMatchObject({ id: event.id, chapterId: chapter.id });
  for (const { body, headers } of received) {
    expect(Buffer.byteLength(body)).toBeLessThan(1_000);
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
  }
});

test('records nothing for a transaction that was rolled back, for other types, and without endpoints', async () => {
  const { id } = await createEndpoint(['volunteer.created']);
  const chapter = await aChapter(app.db);
  await expect(
    app.db.transaction(async (tx) => {
      await tx.query(`INSERT INTO volunteers.volunteer (email, name) VALUES ('rolled-back@example.org', 'Ana')`);
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await anEvent(app.db, { chapterId: chapter.id });
  expect(await readDeliveries(id)).toEqual([]);
});

test('signs with both secrets for a day after a rotation', async () => {
  const { id, secret } = await createEndpoint(['event.created']);
  const { data } = await ask<{ rotateWebhookSecret: { secret: string } }>(
    'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }',
    { id },
  );
  await sendTest(id);
  await deliver();
  const headers = received[0]!.headers as Record<string, string>;
  for (const one of [secret, data.rotateWebhookSecret.secret]) new Webhook(one).verify(received[0]!.body, headers);
  app.clock.advance(25 * hour);
  await sendTest(id);
  await deliver();
  expect(received[1]!.headers['webhook-signature']).toMatch(/^v1,\S+$/);
});

test('sends everything once and in order after a receiver was down for a day', async () => {
  const { id } = await createEndpoint(['event.created']);
  standardAnswer = { status: 503 };
  const chapter = await aChapter(app.db);
  const eventIds: string[] = [];
  for (let n = 0; n < 6; n += 1) eventIds.push((await anEvent(app.db, { chapterId: chapter.id })).id);
  for (let n = 0; n < 24; n += 1) {
    await deliver();
    app.clock.advance(hour);
  }
  const attempts = received.length;
  expect(attempts).toBeLessThan(40);
  expect(await readEndpoint(id)).toMatchObject({ status: 'ACTIVE', pendingCount: 6 });
  standardAnswer = { status: 204 };
  received = [];
  app.clock.advance(2 * hour);
  await deliver();
  // The first success is the event that was tried least often; the rest follow in order.
  const ids = received.map(({ payload }) => payload.data['id']);
  expect([...ids].sort()).toEqual([...eventIds].sort());
  expect(ids.slice(1)).toEqual(eventIds.filter((one) => one !== ids[0]));
  expect(await readEndpoint(id)).toMatchObject({ failures: 0, pendingCount: 0 });
});

test('an event that the receiver cannot process does not hold up the others', async () => {
  const { id } = await createEndpoint(['event.created']);
  const chapter = await aChapter(app.db);
  for (let n = 0; n < 4; n += 1) await anEvent(app.db, { chapterId: chapter.id });
  answers = [{ status: 500 }];
  await deliver();
  expect((await readDeliveries(id)).map(({ status }) => status)).toEqual([
    'SUCCEEDED',
    'SUCCEEDED',
    'SUCCEEDED',
    'PENDING',
  ]);
  const ids = received.map(({ headers }) => headers['webhook-id']);
  app.clock.advance(10_000);
  await deliver();
  expect(received.at(-1)!.headers['webhook-id']).toBe(ids[0]);
});

test('a failing endpoint gets the event that was tried least often', async () => {
  const { id } = await createEndpoint(['event.created']);
  const chapter = await aChapter(app.db);
  for (let n = 0; n < 2; n += 1) await anEvent(app.db, { chapterId: chapter.id });
  standardAnswer = { status: 500 };
  await deliver();
  const [first, second] = received.map(({ headers }) => headers['webhook-id']);
  // Both are due again, and the first one has had one more attempt.
  await app.db.query(
    `UPDATE integrations.webhook_delivery SET next_attempt_at = NULL, attempts = CASE WHEN event_id = $1 THEN 3 ELSE 2 END`,
    [first],
  );
  await app.db.query('UPDATE integrations.webhook_endpoint SET failures = 5, retry_at = NULL WHERE id = $1', [id]);
  received = [];
  await deliver();
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([second]);
});

test('a 410 disables the endpoint, and its owner gets an email', async () => {
  const { id } = await createEndpoint(['event.created']);
  answers = [{ status: 410 }];
  await sendTest(id);
  await sendTest(id);
  await deliver();
  expect(received).toHaveLength(1);
  expect(await readEndpoint(id)).toMatchObject({ status: 'DISABLED', disabledReason: 'GONE', pendingCount: 0 });
  const mails = await app.db.query(
    `SELECT FROM notifications.mail WHERE template = 'webhook-disabled' AND subject_id = $1`,
    [id],
  );
  expect(mails).toHaveLength(1);
  expect(refusal(await sendTest(id))).toBe('WEBHOOK_ENDPOINT_DISABLED');
});

test('five days without a success disable the endpoint, and an admin can enable it and replay', async () => {
  const { id } = await createEndpoint(['event.created']);
  standardAnswer = { status: 500 };
  for (let day = 0; day < 6; day += 1) {
    await sendTest(id);
    await deliver();
    app.clock.advance(12 * hour);
    await deliver();
    app.clock.advance(12 * hour + 60_000);
  }
  expect(await readEndpoint(id)).toMatchObject({ status: 'DISABLED', disabledReason: 'FAILING' });
  standardAnswer = { status: 200 };
  await ask('mutation ($id: ID!) { enableWebhookEndpoint(id: $id) { id } }', { id });
  received = [];
  const { data } = await ask<{ replayWebhooks: { count: number } }>(
    'mutation ($input: ReplayWebhooksInput!) { replayWebhooks(input: $input) { count } }',
    { input: { endpointId: id, from: '2020-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z', status: 'FAILED' } },
  );
  await deliver();
  expect(received).toHaveLength(data.replayWebhooks.count);
  expect(data.replayWebhooks.count).toBeGreaterThan(0);
  expect(await readEndpoint(id)).toMatchObject({ status: 'ACTIVE', failures: 0 });
});

test('follows no redirects, waits as long as the receiver asks, and logs each attempt', async () => {
  const { id } = await createEndpoint(['event.created']);
  answers = [
    { status: 302, headers: { location: url } },
    { status: 429, headers: { 'retry-after': '7200' } },
  ];
  await sendTest(id);
  await deliver();
  app.clock.advance(10_000);
  await deliver();
  app.clock.advance(hour);
  await deliver();
  expect(received).toHaveLength(2);
  app.clock.advance(1.1 * hour);
  await deliver();
  expect(received).toHaveLength(3);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const [delivery] = await readDeliveries(id);
  expect(delivery!.attemptLog).toEqual([
    { statusCode: 204, problem: null, response: '' },
    { statusCode: 429, problem: 'HTTP', response: 'not now' },
    { statusCode: 302, problem: 'REDIRECT', response: 'not now' },
  ]);
});

test('measures how long events wait and which endpoints are failing', async () => {
  const measure = async () => {
    const metrics = app.nest.get(Metrics);
    metrics.invalidate();
    const { text } = await metrics.render();
    const valueOf = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
    return [valueOf('upstander_webhook_oldest_due_seconds'), valueOf('upstander_webhook_endpoints_failing')];
  };
  const { id } = await createEndpoint(['event.created']);
  await sendTest(id);
  await app.db.query(`UPDATE integrations.webhook_delivery SET due_since = $1`, [
    new Date(app.clock.now().valueOf() - hour),
  ]);
  expect(await measure()).toEqual([3_600, 0]);
  // A failing endpoint waits for its receiver, not for us.
  await app.db.query('UPDATE integrations.webhook_endpoint SET failures = 3');
  expect(await measure()).toEqual([0, 1]);
  await app.db.query(`UPDATE integrations.webhook_endpoint SET status = 'disabled', disabled_reason = 'staff'`);
  expect(await measure()).toEqual([0, 0]);
});

test('two workers do not send to one endpoint at the same time', async () => {
  const { id } = await createEndpoint(['event.created']);
  for (let n = 0; n < 20; n += 1) await sendTest(id);
  await Promise.all([deliver(), deliver(), deliver()]);
  const ids = received.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(20);
  expect(ids).toHaveLength(20);
});

test('a worker that lost its endpoint to another one stops sending', async () => {
  const { id } = await createEndpoint(['event.created']);
  for (let n = 0; n < 3; n += 1) await sendTest(id);
  beforeAnswer = async () => {
    await app.db.query(`UPDATE integrations.webhook_endpoint SET leased_by = gen_random_uuid() WHERE id = $1`, [id]);
  };
  await deliver();
  expect(received).toHaveLength(1);
});

test('does not connect to a name that leads to a private address', async () => {
  const { port } = receiver.address() as AddressInfo;
  const { id } = await createEndpoint(['event.created'], 'https://hooks.example.org/');
  // As after DNS rebinding: the name was fine when it was saved.
  await app.db.query('UPDATE integrations.webhook_endpoint SET url = $2 WHERE id = $1', [
    id,
    `http://localhost:${port}/`,
  ]);
  await sendTest(id);
  await deliver();
  expect(received).toEqual([]);
  const [delivery] = await readDeliveries(id);
  expect(delivery!.attemptLog).toEqual([{ statusCode: null, problem: 'PRIVATE_ADDRESS', response: '' }]);
});
