import { createApi } from '@upstander/api';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aShift, aSignup } from '../support/factories.js';
import { rowOfShift, withLockHeld, type Statement } from '../support/lock-races.js';
import { readCounters, linkOf, mailsOf, type Receipt } from '../support/sign-ups.js';
import { runAsOwner } from '../support/tampering.js';
import { dropCheck, withoutLock } from '../support/without-lock.js';

/** Two API servers on one database. Everyone uses a link from an earlier email, which signs up with one click. */
let app: TestApp;
let second: NestFastifyApplication;
let urls: string[];
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '100000' } });
  second = await createApi(app.config);
  await second.listen(0, '127.0.0.1');
  urls = [app.url, `http://127.0.0.1:${(second.getHttpServer().address() as AddressInfo).port}`];
});
afterAll(async () => {
  await second.close();
  await app.close();
});

interface Answer {
  data: { signUpAgain: { signup: Receipt } } | null;
  errors?: Array<{ extensions: { code: string } }>;
}

const query = 'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status position } } }';
async function clickAt(url: string, input: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return (await response.json()) as Answer;
}
const outcomeOf = (answer: Answer) => answer.data?.signUpAgain.signup.status ?? refusal(answer);

async function links(people: number): Promise<string[]> {
  const shift = await aShift(app.db, { capacity: people });
  const made = [];
  for (let i = 0; i < people; i += 1) made.push(linkOf(app, (await aSignup(app.db, { shiftId: shift.id })).id));
  return made;
}

const startsAt = new Date('2028-06-10T17:00:00Z');
const aLaterShift = (capacity = 10) => aShift(app.db, { capacity, event: { startsAt } });
const crowd = (shiftId: string, tokens: string[]) =>
  Promise.all(tokens.map((token, i) => clickAt(urls[i % 2]!, { shiftId, token })));

describe('sixty known volunteers and ten places', () => {
  test('ten get a place, the others are waitlisted, each gets one email, and the chapter knows all of them', async () => {
    const shift = await aLaterShift();
    const answers = await crowd(shift.id, await links(60));
    const receipts = answers.map(({ data }) => data!.signUpAgain.signup);
    expect(receipts.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(10);
    const positions = receipts.flatMap(({ position }) => (position === null ? [] : [position]));
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(await readCounters(app, shift.id)).toEqual({ taken: 10, waiting: 50, true: true });
    for (const { id, status } of receipts) {
      expect(await mailsOf(app, id)).toEqual([status === 'CONFIRMED' ? 'signup-confirm' : 'signup-waitlisted']);
    }
    const [known] = await app.db.query(
      `SELECT count(*)::int AS people, bool_and(m.helped) AS helped, bool_and(m.active_at = u.proven_at) AS active,
         bool_and(v.active_at = u.proven_at) AS volunteer_active
       FROM events.signup u JOIN events.shift s ON s.id = u.shift_id JOIN events.event e ON e.id = s.event_id
         JOIN volunteers.volunteer v ON v.id = u.volunteer_id
         JOIN volunteers.membership m ON m.volunteer_id = u.volunteer_id AND m.chapter_id = e.chapter_id
       WHERE u.shift_id = $1`,
      [shift.id],
    );
    expect(known).toEqual({ people: 60, helped: true, active: true, volunteer_active: true });
  });

  test('ten simultaneous clicks by one person create one sign-up', async () => {
    const shift = await aLaterShift();
    const [token] = await links(1);
    const answers = await crowd(shift.id, Array<string>(10).fill(token!));
    expect(new Set(answers.map(({ data }) => data!.signUpAgain.signup.id)).size).toBe(1);
    expect(await readCounters(app, shift.id)).toEqual({ taken: 1, waiting: 0, true: true });
  });
});

describe('a person who clicks on two overlapping shifts, one at each server', () => {
  /** Both servers wait for the shift rows, so neither has seen the other's write. */
  async function clickBoth(): Promise<Array<string | null | undefined>> {
    const shifts = [await aLaterShift(), await aLaterShift()].map(({ id }) => id);
    const [token] = await links(1);
    const rows: Statement = {
      sql: 'SELECT FROM events.shift WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE',
      values: [shifts],
    };
    const answers = await withLockHeld(app.config.DATABASE_URL, rows, 2, () =>
      Promise.all(shifts.map((shiftId, i) => clickAt(urls[i]!, { shiftId, token: token! }))),
    );
    return answers.map(outcomeOf).sort();
  }

  test('gets one of them and a refusal for the other', async () => {
    expect(await clickBoth()).toEqual(['CONFIRMED', 'OVERLAPPING_SHIFT']);
  });

  test('control: without the exclusion constraint they get both', async () => {
    const name = 'no_two_overlapping_shifts';
    const [row] = await app.db.query<{ definition: string }>(
      'SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1',
      [name],
    );
    await runAsOwner(app, `ALTER TABLE events.signup DROP CONSTRAINT ${name}`);
    try {
      expect(await clickBoth()).toEqual(['CONFIRMED', 'CONFIRMED']);
    } finally {
      await runAsOwner(
        app,
        `DELETE FROM events.signup; ALTER TABLE events.signup ADD CONSTRAINT ${name} ${row!.definition}`,
      );
    }
  });
});

test('control: without the lock and the check, the last place is assigned twice', async () => {
  const raceForOne = async () => {
    const [shift, tokens] = [await aLaterShift(1), await links(20)];
    const answers = await withLockHeld(app.config.DATABASE_URL, rowOfShift(shift.id), 2, () => crowd(shift.id, tokens));
    return answers.filter((answer) => outcomeOf(answer) === 'CONFIRMED').length;
  };
  expect(await raceForOne()).toBe(1);
  await withoutLock(app, 'take_places', 'take_places');
  await runAsOwner(app, dropCheck);
  expect(await raceForOne()).toBeGreaterThan(1);
});
