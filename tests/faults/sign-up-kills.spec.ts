import { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { anEvent, aShift } from '../support/factories.js';
import type { Receipt } from '../support/sign-ups.js';
import { SignUpCrowd, type SignUpRequest } from './support/crowd.js';
import { ApiServer } from './support/api-server.js';

/**
 * Two thousand people sign up at two API servers, which are killed with -9 once each (five thousand and three kills in
 * `npm run faults`). People without an answer retry with the same key, as the site does. This number is enough to detect
 * missing emails (dozens, if they were in a separate statement) and failed retries (if neither key nor person were
 * checked).
 */
const full = process.env['FAULTS'] === 'full';
const people = full ? 5_000 : 2_000;
/** Shares of the people signed up when a server is killed. */
const killShares = full ? [0.15, 0.4, 0.7] : [0.15, 0.6];
const shifts = 20;
const capacity = people / shifts / 2.5;

jest.setTimeout(180_000);

let database: SpecDatabase;
let db: Database;
let source: DataSource;
let servers: [ApiServer, ApiServer];

beforeAll(async () => {
  database = await cloneDatabase();
  source = await new DataSource({ type: 'postgres', url: database.ownerUrl, installExtensions: false }).initialize();
  db = new Database(source);
  servers = [await ApiServer.start(database.url), await ApiServer.start(database.url)];
});
afterAll(async () => {
  for (const server of servers) await server.end();
  await source.destroy();
  await database.drop();
});

test('kills during sign-ups: no overbooking, no loss, and retries get the same result', async () => {
  const event = await anEvent(db);
  const ids: string[] = [];
  for (let i = 0; i < shifts; i += 1) ids.push((await aShift(db, { eventId: event.id, capacity })).id);
  const wishes: SignUpRequest[] = Array.from({ length: people }, (_, i) => ({
    shiftId: ids[i % shifts]!,
    name: `Person ${i}`,
    email: `person-${i}@example.org`,
    idempotencyKey: randomUUID(),
  }));

  const crowd = new SignUpCrowd(servers, wishes);
  const kills = killShares.map((share, i) =>
    crowd.reached(Math.floor(people * share)).then(() => servers[i % 2]!.kill()),
  );
  const receipts = await crowd.signUp(64);
  await Promise.all(kills);
  expect(servers[0].kills + servers[1].kills).toBe(killShares.length);
  expect(crowd.unansweredCount).toBeGreaterThan(0);

  const rows = await db.query<{ id: string; key: string; status: string; place: number | null; mails: number }>(
    `SELECT u.id, u.idempotency_key AS key, upper(u.status) AS status, u.line_number::int AS place,
       (SELECT count(*)::int FROM notifications.mail m WHERE m.subject_id = u.id) AS mails
     FROM events.signup u`,
  );
  expect(rows).toHaveLength(people);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const wrong = wishes.filter(({ idempotencyKey }) => {
    const [row, receipt] = [byKey.get(idempotencyKey), receipts.get(idempotencyKey)];
    return !row || !receipt || !says(receipt, row) || row.mails !== 1;
  });
  expect(wrong).toEqual([]);

  const counters = await db.query<{ taken: number; waiting: number; confirmed: number; places: number[] }>(
    `SELECT s.taken, s.waiting, count(*) FILTER (WHERE u.status = 'confirmed')::int AS confirmed,
       array_agg(u.line_number::int ORDER BY u.line_number) FILTER (WHERE u.status = 'waitlisted') AS places
     FROM events.shift s JOIN events.signup u ON u.shift_id = s.id GROUP BY s.id`,
  );
  const inLine = people / shifts - capacity;
  const places = Array.from({ length: inLine }, (_, i) => i + 1);
  expect(counters).toEqual(
    Array.from({ length: shifts }, () => ({ taken: capacity, waiting: inLine, confirmed: capacity, places })),
  );
});

test('a retry at the other server gets the same result', async () => {
  const [row] = await db.query<{ shift_id: string }>('SELECT shift_id FROM events.signup LIMIT 1');
  const wish: SignUpRequest = {
    shiftId: row!.shift_id,
    name: 'Zoe',
    email: 'zoe@example.org',
    idempotencyKey: randomUUID(),
  };
  const first = await servers[0].signUp(wish);
  await servers[0].kill();
  expect(await servers[1].signUp(wish)).toEqual(first);
  expect(await servers[0].signUp(wish)).toEqual(first);
});

function says(receipt: Receipt, row: { id: string; status: string; place: number | null }): boolean {
  return receipt.id === row.id && receipt.status === row.status && receipt.position === row.place;
}
