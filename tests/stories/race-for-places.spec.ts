import { createApi } from '@upstander/api';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aShift } from '../support/factories.js';
import { rowOfShift, withLockHeld } from '../support/lock-races.js';
import { readCounters, type Receipt } from '../support/sign-ups.js';
import { dropCheck, withoutLock } from '../support/without-lock.js';
import { runAsOwner } from '../support/tampering.js';

/** Two API servers on one database, as in production. A race within one process would prove nothing about two. */
let app: TestApp;
let second: NestFastifyApplication;
let urls: string[];
beforeAll(async () => {
  app = await startApp();
  second = await createApi(app.config);
  await second.listen(0, '127.0.0.1');
  urls = [app.url, `http://127.0.0.1:${(second.getHttpServer().address() as AddressInfo).port}`];
});
afterAll(async () => {
  await second.close();
  await app.close();
});

const query = 'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }';

interface Answer {
  data: { signUp: { signup: Receipt } } | null;
  errors?: Array<{ extensions: { code: string } }>;
}

async function ask(url: string, input: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return (await response.json()) as Answer;
}

async function signUpAt(url: string, shiftId: string, i: number): Promise<Receipt> {
  const input = { shiftId, name: `Person ${i}`, email: `person-${i}-${shiftId}@example.org` };
  return (await ask(url, input)).data!.signUp.signup;
}

function crowd(shiftId: string, people: number): Promise<Receipt[]> {
  return Promise.all(Array.from({ length: people }, (_, i) => signUpAt(urls[i % 2]!, shiftId, i)));
}

const countOf = (receipts: Receipt[], status: string) => receipts.filter((receipt) => receipt.status === status).length;

describe('two hundred people and ten places', () => {
  test('ten get a place, the others are waitlisted in order, and no one is lost', async () => {
    const shift = await aShift(app.db, { capacity: 10 });
    const receipts = await crowd(shift.id, 200);
    expect(countOf(receipts, 'CONFIRMED')).toBe(10);
    const positions = receipts.flatMap(({ status, position }) => (status === 'WAITLISTED' ? [position!] : []));
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 190 }, (_, i) => i + 1));

    const rows = await app.db.query<{ id: string; status: string; place: string | null; mails: string[] }>(
      `SELECT u.id, upper(u.status) AS status, u.line_number AS place,
         array(SELECT m.template FROM notifications.mail m WHERE m.subject_id = u.id) AS mails
       FROM events.signup u WHERE u.shift_id = $1`,
      [shift.id],
    );
    const told1 = new Map(receipts.map((receipt) => [receipt.id, receipt]));
    expect(rows).toHaveLength(200);
    for (const { id, status, place, mails } of rows) {
      expect(told1.get(id)).toEqual({ id, status, position: place === null ? null : Number(place) });
      expect(mails).toEqual([status === 'CONFIRMED' ? 'signup-confirm' : 'signup-waitlisted']);
    }
    expect(await readCounters(app, shift.id)).toEqual({ taken: 10, waiting: 190, true: true });
  });

  test('no one gets a place after another was waitlisted', async () => {
    const shift = await aShift(app.db, { capacity: 40 });
    await crowd(shift.id, 120);
    // Transaction IDs are assigned at the first write, which is after taking the lock.
    const [order] = await app.db.query(
      `SELECT max(xmin::text::bigint) FILTER (WHERE status = 'confirmed')
         <= min(xmin::text::bigint) FILTER (WHERE status = 'waitlisted') AS kept
       FROM events.signup WHERE shift_id = $1`,
      [shift.id],
    );
    expect(order).toEqual({ kept: true });
  });

  test('a key used at both servers for two requests succeeds once', async () => {
    const [one, two] = [await aShift(app.db), await aShift(app.db)];
    const pairs = await Promise.all(
      Array.from({ length: 8 }, async (_, i) => {
        const form = { name: 'Ana', email: `key-${i}@example.org`, idempotencyKey: `key-${i}-${one.id}` };
        return Promise.all([ask(urls[0]!, { ...form, shiftId: one.id }), ask(urls[1]!, { ...form, shiftId: two.id })]);
      }),
    );
    for (const pair of pairs) {
      expect(pair.map(({ data }) => data?.signUp.signup.status).filter(Boolean)).toEqual(['CONFIRMED']);
      expect(pair.map(refusal).filter(Boolean)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    }
  });

  test('control: without the lock and the check, the last place is assigned twice', async () => {
    /** Both servers wait for the shift's row, each with a person who wants the last place. */
    const raceForOne = async () => {
      const shift = await aShift(app.db, { capacity: 1 });
      const receipts = await withLockHeld(app.config.DATABASE_URL, rowOfShift(shift.id), 2, () => crowd(shift.id, 200));
      return countOf(receipts, 'CONFIRMED');
    };
    expect(await raceForOne()).toBe(1);
    await withoutLock(app, 'take_places', 'take_places');
    await runAsOwner(app, dropCheck);
    expect(await raceForOne()).toBeGreaterThan(1);
  });
});
