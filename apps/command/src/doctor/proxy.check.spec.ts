import type { Config } from '@upstander/platform';
import { proxy } from './surroundings.check.js';

const runCheck = (PUBLIC_URL: string, TRUST_PROXY: number) =>
  proxy.runCheck({ config: { PUBLIC_URL, TRUST_PROXY } as Config, environment: {} });

test('warns if the site uses HTTPS, and thus a proxy, without TRUST_PROXY', async () => {
  expect(await runCheck('https://volunteer.example.org', 0)).toEqual([
    expect.objectContaining({ state: 'warning', todo: expect.stringContaining('TRUST_PROXY=true') }),
  ]);
});

test.each([
  ['https://volunteer.example.org', 1],
  ['http://localhost:4000', 0],
])('accepts %s with TRUST_PROXY=%d', async (url, hops) => {
  expect(await runCheck(url, hops)).toEqual([expect.objectContaining({ state: 'ok' })]);
});
