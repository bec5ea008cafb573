import { isPublicAddress } from '@upstander/integrations';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';

let app: TestApp;
let admin: string;
beforeAll(async () => {
  app = await startApp();
  ({ cookie: admin } = await app.signedIn({ role: 'admin' }));
});
afterAll(() => app.close());

const ask = <Data>(query: string, variables: Record<string, unknown> = {}) =>
  app.graphql<Data>(query, variables, { cookie: admin });

test.each([
  ['http://hooks.example.org/', 'not-a-web-address'],
  ['https://127.0.0.2/', 'private-address'],
  ['https://2130706434/', 'private-address'],
  ['https://0x7f.0.0.2/', 'private-address'],
  ['https://0177.0.0.2/', 'private-address'],
  ['https://[::1]/', 'private-address'],
  ['https://[::ffff:10.0.0.1]/', 'private-address'],
  ['https://[64:ff9b::a00:1]/', 'private-address'],
  ['https://169.254.169.254/latest/meta-data', 'private-address'],
  ['https://100.64.0.1/', 'private-address'],
  ['https://localhost/', 'private-address'],
  ['https://database.internal/', 'private-address'],
  ['https://user:secret@hooks.example.org/', 'not-a-web-address'],
  ['ftp://hooks.example.org/', 'not-a-web-address'],
])('refuses %s at its field', async (address, fault) => {
  const { errors } = await ask(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }',
    { input: { url: address, types: ['event.created'] } },
  );
  expect(errors?.[0]?.extensions.details).toMatchObject({ fields: { url: fault } });
});

test('does not connect to a private address that was allowed when it was saved', async () => {
  const { data } = await ask<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
    { input: { url: 'https://hooks.example.org/', types: ['event.created'] } },
  );
  const { id } = data.createWebhookEndpoint.endpoint;
  await app.db.query(`UPDATE integrations.webhook_endpoint SET url = 'http://127.0.0.2:9/' WHERE id = $1`, [id]);
  await ask('mutation ($id: ID!) { sendTestWebhook(endpointId: $id) { id } }', { id });
  await app.runJob('deliver-webhooks');
  const attempts = await app.db.query('SELECT status_code AS code, problem FROM integrations.webhook_attempt');
  expect(attempts).toEqual([{ code: null, problem: 'private_address' }]);
});

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '127.1.2.3',
  '169.254.0.1',
  '100.127.255.255',
  '198.18.0.1',
  '192.0.2.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '240.0.0.1',
  '192.0.0.8',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'ff02::1',
  '100::1',
  'not an address',
])('does not take %s for a public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('takes public addresses for public', () => {
  expect(['8.8.8.8', '93.184.216.34', '2606:4700::1111'].every(isPublicAddress)).toBe(true);
});
