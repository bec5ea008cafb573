import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aShift } from '../support/factories.js';
import { signUp } from '../support/sign-ups.js';
import { ask, aVisitor, codeByMail, solvePuzzle, type Visitor } from '../support/visitors.js';

/** A school, a church hall, an office, a mobile carrier: hundreds of people whose requests come from one address. */
const hall = '203.0.113.77';
const people = 300;
const minutesOfArrival = 5;
/** Reading the email and typing the code takes this long. */
const secondsToType = 40;
const start = new Date('2026-12-01T18:00:00Z');

let app: TestApp;
afterEach(() => app.close());

const emailOf = (n: number) => `person-${n}-${randomUUID()}@example.org`;
const requestCode = (visitor: Visitor, email: string, solution?: string) =>
  visitor.ask(ask.solvedCode, { email, solution });

async function requestAsBrowser(visitor: Visitor, email: string): Promise<{ refused: string | null; solved: boolean }> {
  const first = await requestCode(visitor, email);
  if (refusal(first) !== 'SOLUTION_NEEDED') return { refused: refusal(first), solved: false };
  const puzzle = first.errors![0]!.extensions.details!['puzzle'] as never;
  return { refused: refusal(await requestCode(visitor, email, solvePuzzle(puzzle))), solved: true };
}

test('300 people behind one address sign in and sign up within five minutes, and none is refused', async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
  const { id: shiftId } = await aShift(app.db, { capacity: people });
  const crowd = Array.from({ length: people }, (_, n) => {
    const arrives = Math.floor((n * minutesOfArrival * 60) / people);
    return { email: emailOf(n), visitor: aVisitor(app, hall), arrives, types: arrives + secondsToType };
  });
  const refused: Array<string | null> = [];
  let solved = 0;
  for (let second = 0; second <= minutesOfArrival * 60 + secondsToType; second += 1) {
    app.clock.set(new Date(start.valueOf() + second * 1000));
    const arriving = crowd.filter(({ arrives }) => arrives === second);
    for (const { email, visitor } of arriving) {
      const requested = await requestAsBrowser(visitor, email);
      refused.push(requested.refused);
      if (requested.solved) solved += 1;
    }
    for (const [n, { email, visitor }] of crowd.entries()) {
      if (crowd[n]!.types !== second) continue;
      const code = await codeByMail(app, email);
      if (n % 10 === 0) {
        const wrong = code === '00000000' ? '11111111' : '00000000';
        expect(refusal(await visitor.ask(ask.signInWithCode, { email, code: wrong }))).toBe('SIGN_IN_FAILED');
      }
      refused.push(refusal(await visitor.ask(ask.signInWithCode, { email, code })));
      const headers = { 'x-forwarded-for': hall };
      refused.push(refusal(await signUp(app, { shiftId, email }, { cookie: visitor.cookie, headers })));
    }
  }
  expect(refused).toHaveLength(people * 3);
  expect(refused.filter(Boolean)).toEqual([]);
  expect(solved).toBe(0);
  const [row] = await app.db.query('SELECT count(*)::int AS n FROM events.signup WHERE shift_id = $1', [shiftId]);
  expect(row).toEqual({ n: people });
});

test('a hundred people who request a code in the same minute all get one, some after a puzzle', async () => {
  app = await startApp({ config: { TRUST_PROXY: 'true' } });
  const outcomes = [];
  for (let n = 0; n < 100; n += 1) outcomes.push(await requestAsBrowser(aVisitor(app, hall), emailOf(n)));
  expect(outcomes.filter(({ refused }) => refused)).toEqual([]);
  expect(outcomes.filter(({ solved }) => solved)).toHaveLength(100 - app.config.EMAIL_REQUESTS_PER_NETWORK);
});

describe('one address that tries 300 accounts is stopped', () => {
  test('asking for codes: with a puzzle first, then rejected', async () => {
    app = await startApp({
      config: {
        TRUST_PROXY: 'true',
        EMAIL_REQUESTS_PER_NETWORK: '20',
        SOLVED_EMAIL_REQUESTS_PER_NETWORK: '30',
      },
    });
    const plain = [];
    for (let n = 0; n < people; n += 1) plain.push(refusal(await requestCode(aVisitor(app, hall), emailOf(n))));
    expect(plain.filter((code) => code === null)).toHaveLength(20);
    expect(plain.filter((code) => code === 'SOLUTION_NEEDED')).toHaveLength(people - 20);
    const solving = [];
    for (let n = 0; n < 20; n += 1) solving.push((await requestAsBrowser(aVisitor(app, hall), emailOf(n))).refused);
    expect(solving.filter((code) => code === null)).toHaveLength(10);
    expect(solving.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(10);
    expect((await requestAsBrowser(aVisitor(app), emailOf(0))).refused).toBeNull();
  });

  test('typing passwords or codes', async () => {
    app = await startApp({ config: { TRUST_PROXY: 'true', FAILED_SIGN_INS_PER_NETWORK: '20' } });
    const passwords = [];
    const codes = [];
    for (let n = 0; n < people; n += 1) {
      const visitor = aVisitor(app, hall);
      passwords.push(refusal(await visitor.ask(ask.signIn, { email: emailOf(n), password: 'some words to try' })));
      if (n < 40) codes.push(refusal(await visitor.ask(ask.signInWithCode, { email: emailOf(n), code: '12345678' })));
    }
    expect(passwords.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(20);
    expect(passwords.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(people - 20);
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(20);
  });
});
