import { anApplication, withCode } from '../support/advocacy.js';
import { refusal, startApp, type TestApp } from '../support/app.js';

/** An attacker with many addresses guesses reply codes, or tries to lock out the owner. */
let app: TestApp;
beforeAll(async () => {
  app = await startApp({
    config: { TRUST_PROXY: 'true', CODE_TRIES_PER_MINUTE: '5', CODE_TRIES_PER_QUARTER_HOUR: '30' },
  });
});
afterAll(() => app.close());

const open = (code: string, from: string) =>
  app.graphql<{ openRecord: { kind: string } }>(
    'mutation ($input: RecordCodeInput!) { openRecord(input: $input) { kind } }',
    { input: { code } },
    { headers: { 'x-forwarded-for': from } },
  );

test('the right code works despite any number of wrong codes from strangers', async () => {
  const { code } = await anApplication(app);
  const strangers = Array.from({ length: 60 }, (_, i) => open('lemon river candle piano', `203.0.113.${i % 20}`));
  const ownersAttempt = open(code, '198.51.100.7');
  const strangersResults = await Promise.all(strangers);
  expect(new Set(strangersResults.map(refusal))).toEqual(new Set(['CODE_NOT_RIGHT']));
  expect((await ownersAttempt).data.openRecord).toEqual({ kind: 'APPLICATION' });
});

test('all other operations still work during the attack', async () => {
  const { code } = await anApplication(app);
  const me = withCode(app, code);
  const strangers = Array.from({ length: 20 }, (_, i) => open('lemon river candle piano', `203.0.113.${i + 100}`));
  expect((await me.answer({ body: 'Still here.' })).messages).toHaveLength(1);
  expect(await me.erase()).toEqual({ ok: true });
  await Promise.all(strangers);
});

test('one network has to wait after thirty tries', async () => {
  for (let i = 0; i < 30; i += 1) await open('lemon river candle piano', '192.0.2.1');
  expect(refusal(await open('lemon river candle piano', '192.0.2.1'))).toBe('TOO_MANY_TRIES');
});
