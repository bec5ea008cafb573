import type { Config } from '@upstander/platform';
import { lifetime, tls } from './tls.check.js';

const runCheck = (settings: object) => tls.runCheck({ config: settings as Config, environment: {} });
const plain = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/upstander', SMTP_URL: 'smtps://mail' };

test('names the plain connections of a production installation', async () => {
  expect(await runCheck(plain)).toEqual([
    expect.objectContaining({ state: 'warning', says: 'Not encrypted: DATABASE_URL.' }),
  ]);
  expect(await runCheck({ ...plain, NODE_ENV: 'development' })).toEqual([expect.objectContaining({ state: 'ok' })]);
  expect(await runCheck({ ...plain, DATABASE_URL: 'postgres://db/u?sslmode=verify-full' })).toEqual([
    expect.objectContaining({ state: 'ok', says: expect.stringContaining('No setting leads to a plain connection') }),
  ]);
});

test.each([
  [30, 'ok'],
  [3, 'warning'],
  [-1, 'wrong'],
])('reports a certificate that is valid for %d more days as %s', (days, state) => {
  const now = Date.parse('2026-11-30T12:00:00Z');
  const validTo = new Date(now + days * 86_400_000).toUTCString();
  expect(lifetime('of the site', validTo, now, 'Renew it.')).toMatchObject({ state });
});
