import { CodeGate, ReplyCodes } from '@upstander/advocacy';
import { randomUUID } from 'node:crypto';
import { aConsultation, anApplication } from '../support/advocacy.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAccount } from '../support/people.js';
import { welch } from './support/welch.js';

/**
 * Checks that neither answers nor their timing reveal what exists. `npm run faults` makes two thousand requests each
 * and compares times. Other runs compare only the answers, because a few timings prove nothing.
 */
const full = process.env['FAULTS'] === 'full';
const calls = full ? 2_000 : 30;
/** Above this, the means differ by more than chance (one in a hundred thousand). */
const most = 4.5;

jest.setTimeout(full ? 3_600_000 : 60_000);

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
});
afterAll(() => app.close());

interface Asked {
  answer: string;
  ms: number;
}

/** Makes two kinds of requests in turns, so that other load on the machine affects both equally. */
async function inTurn(one: (n: number) => Promise<string>, other: (n: number) => Promise<string>) {
  const samples: [Asked[], Asked[]] = [[], []];
  for (let n = 0; n < calls; n += 1) {
    for (const turn of n % 2 === 0 ? [0, 1] : [1, 0]) {
      const began = performance.now();
      const answer = await (turn === 0 ? one : other)(n);
      samples[turn]!.push({ answer, ms: performance.now() - began });
    }
  }
  const [times, otherTimes] = samples.map((all) => all.map(({ ms }) => ms)) as [number[], number[]];
  const answers = samples.map((all) => [...new Set(all.map(({ answer }) => answer))]);
  return { answers, t: welch(times, otherTimes) };
}

function judge(label: string, { answers, t }: Awaited<ReturnType<typeof inTurn>>): void {
  expect(answers[0]).toEqual(answers[1]);
  if (!full) return;
  console.info(`${label}: |t| = ${Math.abs(t).toFixed(2)} over 2 × ${calls} calls`);
  expect(Math.abs(t)).toBeLessThan(most);
}

test('a valid reply code takes as long as an invalid one', async () => {
  const gate = app.nest.get(CodeGate);
  const codes = app.nest.get(ReplyCodes);
  const { code: right } = await anApplication(app);
  const { code: wrong } = await aConsultation(app);
  await app.graphql('mutation ($input: RecordCodeInput!) { eraseRecord(input: $input) { ok } }', {
    input: { code: wrong },
  });
  const look = (code: string) => async () => {
    await gate.find(await codes.hash(code));
    return 'looked';
  };
  judge('a right and a wrong code', await inTurn(look(right), look(wrong)));
});

test('an unknown code and the code of an erased record get the same answer', async () => {
  const { code } = await anApplication(app);
  const erase = 'mutation ($input: RecordCodeInput!) { eraseRecord(input: $input) { ok } }';
  await app.graphql(erase, { input: { code } });
  const open = async (words: string) => {
    const query = 'mutation ($input: RecordCodeInput!) { openRecord(input: $input) { status } }';
    const { data, errors } = await app.graphql(query, { input: { code: words } });
    return JSON.stringify([data, errors]);
  };
  expect(await open(code)).toBe(await open('abacus abdomen abide ability'));
});

test('requesting a sign-in code gets the same answer for known and unknown addresses', async () => {
  const validCodes: string[] = [];
  for (let n = 0; n < calls; n += 1) validCodes.push((await anAccount(app.db)).email);
  const ask = async (email: string, n: number) => {
    const { data, errors } = await app.graphql(
      'mutation ($email: EmailAddress!) { requestSignInCode(email: $email) { ok } }',
      { email },
      { headers: { 'x-forwarded-for': `2001:db8:${n.toString(16)}::1` } },
    );
    return JSON.stringify([data, errors]);
  };
  const outcome = await inTurn(
    (n) => ask(validCodes[n]!, 2 * n),
    (n) => ask(`${randomUUID()}@example.org`, 2 * n + 1),
  );
  judge('a known and an unknown address', outcome);
});
