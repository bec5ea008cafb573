import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup } from '@upstander/tests/support/factories.js';
import { raceAtLock, rowOfShift } from '@upstander/tests/support/lock-races.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import {
  byLink,
  readCounters,
  signUpExpectingPlace,
  linkOf,
  signUp,
  type Receipt,
} from '@upstander/tests/support/sign-ups.js';
import { withoutLock } from '@upstander/tests/support/without-lock.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
  await withoutLock(app, 'take_places', 'take_places_unlocked');
});
afterAll(() => app.close());

let day = 20;
async function shiftFor(newcomers: number, capacity = 10): Promise<string> {
  const { id } = await aShift(app.db, { capacity, event: { startsAt: new Date(Date.now() + days((day += 1))) } });
  await app.db.query('UPDATE events.shift SET most_first_timers = $2 WHERE id = $1', [id, newcomers]);
  return id;
}

/** Creates a volunteer who completed a shift of another chapter, with their personal link. */
async function createHelper(): Promise<{ email: string; token: string }> {
  const { id, email } = await aSignup(app.db, { shift: { event: { startsAt: new Date(Date.now() - days(30)) } } });
  await app.db.query(`UPDATE events.signup SET status = 'completed' WHERE id = $1`, [id]);
  return { email, token: linkOf(app, id) };
}

const outcomeOf = async (shiftId: string, email?: string) => {
  const answer = await signUp(app, { shiftId, ...(email && { email }) });
  return refusal(answer) ?? answer.data.signUp.signup.status;
};
const signUpAgain = async (shiftId: string, token: string) => {
  const answer = await app.graphql<{ signUpAgain: { signup: Receipt } }>(
    'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status position } } }',
    { input: { shiftId, token } },
  );
  return refusal(answer) ?? answer.data.signUpAgain.signup.status;
};

describe('a shift with a limit on first-time volunteers', () => {
  test('refuses the next first-timer, and accepts anyone who has helped any chapter before', async () => {
    const shiftId = await shiftFor(2);
    expect([await outcomeOf(shiftId), await outcomeOf(shiftId), await outcomeOf(shiftId)]).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'FIRST_TIMERS_FULL',
    ]);
    expect(await signUpAgain(shiftId, (await createHelper()).token)).toBe('CONFIRMED');
    expect(await readCounters(app, shiftId)).toEqual({ taken: 3, waiting: 0, true: true });
  });

  test('reveals to no one who enters an address whether its owner has helped', async () => {
    const shiftId = await shiftFor(0);
    const { email, token } = await createHelper();
    expect(await outcomeOf(shiftId, email)).toBe('FIRST_TIMERS_FULL');
    expect(await signUpAgain(shiftId, token)).toBe('CONFIRMED');
  });

  test('frees a first-timer place when an experienced volunteer confirms their address', async () => {
    const shiftId = await shiftFor(1);
    const { email } = await createHelper();
    const { id } = await signUpExpectingPlace(app, { shiftId, email });
    expect(await outcomeOf(shiftId)).toBe('FIRST_TIMERS_FULL');
    await byLink(app, 'confirmSignup', id);
    expect(await outcomeOf(shiftId)).toBe('CONFIRMED');
  });

  test('counts the waitlist too, so that freed places keep the limit', async () => {
    const shiftId = await shiftFor(2, 1);
    const first = await signUpExpectingPlace(app, { shiftId });
    expect([await outcomeOf(shiftId), await outcomeOf(shiftId)]).toEqual(['WAITLISTED', 'FIRST_TIMERS_FULL']);
    await byLink(app, 'confirmSignup', first.id);
    await byLink(app, 'cancelSignup', first.id);
    expect(await outcomeOf(shiftId)).toBe('WAITLISTED');
  });

  test('returns an existing sign-up even if the limit is reached', async () => {
    const shiftId = await shiftFor(1);
    const email = 'again@first-timers.example.org';
    const { id } = await signUpExpectingPlace(app, { shiftId, email });
    expect((await signUpExpectingPlace(app, { shiftId, email })).id).toBe(id);
  });
});

describe('under concurrency', () => {
  const raceFirstTimers = async (fn: string) => {
    const shiftId = await shiftFor(3, 40);
    const item = (i: number) => [
      {
        ord: 0,
        shift: shiftId,
        email: `${fn}-${i}@example.org`,
        name: 'Ana',
        locale: 'en',
        verified: false,
        vouched: false,
      },
    ];
    const answers = await raceAtLock<{ outcome: string }>(
      app.config.DATABASE_URL,
      rowOfShift(shiftId),
      Array.from({ length: 20 }, (_, i) => ({
        sql: `SELECT * FROM events.${fn}($1, $2, 24, 24, 20)`,
        values: [JSON.stringify(item(i)), new Date()],
      })),
    );
    return answers.filter(({ status, ...result }) => status === 'fulfilled' && rowsOf(result)[0]?.outcome === 'created')
      .length;
  };
  const rowsOf = (settledRequest: object) => (settledRequest as { value: Array<{ outcome: string }> }).value;

  test('accepts three of twenty concurrent first-timers', async () => {
    expect(await raceFirstTimers('take_places')).toBe(3);
  });

  test('control: accepts more without the lock', async () => {
    expect(await raceFirstTimers('take_places_unlocked')).toBeGreaterThan(3);
  });

  test('counts requests of one batch one after another', async () => {
    const shiftId = await shiftFor(3, 40);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => outcomeOf(shiftId)));
    expect(outcomes.filter((one) => one === 'CONFIRMED')).toHaveLength(3);
  });
});
