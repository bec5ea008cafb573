import { startApp, type TestApp } from '../support/app.js';
import { carrierSettings, signedText } from '../support/access-samples.mailbox.js';
import { aCharge, anEventOf, signatureOf } from '../support/signed-events.js';

/** Payment services send events in bursts from few networks. Rejecting one delays a gift. */
let app: TestApp;
const limit = 20;

beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true', REQUESTS_PER_MINUTE: String(limit), ...carrierSettings } });
});

afterAll(() => app.close());

async function deliver(from: string, signed = true): Promise<number> {
  const body = JSON.stringify(anEventOf(app, 'charge.succeeded', aCharge(app)));
  const signature = signatureOf(app, body, signed ? {} : { secret: 'whsec_of_somebody_else' });
  const response = await fetch(`${app.url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature, 'x-forwarded-for': from },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

const repeat = async (n: number, one: () => Promise<number>) => {
  const statuses: number[] = [];
  for (let i = 0; i < n; i += 1) statuses.push(await one());
  return statuses;
};

test('accepts a burst of signed webhooks even from a network that is over its page limit', async () => {
  const from = '198.51.100.7';
  const page = async () => (await fetch(`${app.url}/robots.txt`, { headers: { 'x-forwarded-for': from } })).status;
  expect(new Set(await repeat(limit * 3, () => deliver(from)))).toEqual(new Set([200]));
  expect((await repeat(limit + 1, page)).at(-1)).toBe(429);
  expect(await deliver(from)).toBe(200);
});

test('stops forged signatures before parsing the body and delays no one else', async () => {
  const forger = '203.0.113.9';
  const statuses = await repeat(limit + 2, () => deliver(forger, false));
  expect(new Set(statuses.slice(0, limit + 1))).toEqual(new Set([400]));
  expect(statuses.at(-1)).toBe(429);
  expect(await deliver('198.51.100.8')).toBe(200);
});

test('accepts a burst of signed texts and delivery reports', async () => {
  const report = async () => {
    const { path, body, headers } = signedText(app, '/sms/status/0197c3f0-1111-7000-8000-000000000001', {
      MessageStatus: 'sent',
    });
    const from = { 'x-forwarded-for': '198.51.100.9' };
    return (await fetch(app.url + path, { method: 'POST', headers: { ...headers, ...from }, body })).status;
  };
  expect(new Set(await repeat(limit * 3, report))).toEqual(new Set([204]));
});
