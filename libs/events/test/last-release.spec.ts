import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup } from '@upstander/tests/support/factories.js';
import { hours } from '@upstander/tests/support/movable-clock.js';

/** Programs of release 0.2.0 call events.place_signups during a rollout. */
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function place(items: Array<Record<string, unknown>>) {
  const defaults = { name: 'Ana', locale: 'en', proven: false, vouched: false };
  return app.db.query<{ outcome: string; id: string | null; status: string | null; place_in_line: number | null }>(
    'SELECT outcome, id, status, place_in_line FROM events.place_signups($1, $2, 24, 24, 20)',
    [JSON.stringify(items.map((item, ord) => ({ ord, ...defaults, ...item }))), app.clock.now()],
  );
}

test('sign-ups of release 0.2.0 get the outcomes that it knows', async () => {
  const [shift, later] = [
    await aShift(app.db, { capacity: 1 }),
    await aShift(app.db, { event: { startsAt: new Date(Date.now() + hours(2400)) } }),
  ];
  const knownSignup = await aSignup(app.db, { shiftId: later.id });
  const first = { shift: shift.id, email: 'ana@example.org', key: 'key of Ana', hash: 'aa' };
  const second = { shift: shift.id, email: 'bea@example.org' };
  const created = await place([first, second]);
  expect(created).toEqual([
    { outcome: 'new', id: expect.any(String), status: 'confirmed', place_in_line: null },
    { outcome: 'new', id: expect.any(String), status: 'waitlisted', place_in_line: 1 },
  ]);
  expect(await place([first, second])).toEqual([
    { ...created[0], outcome: 'again' },
    { ...created[1], outcome: 'there' },
  ]);
  const [verified, unknown, refused] = await place([
    { shift: shift.id, email: knownSignup.email, proven: true, gathered: true },
    { shift: later.id, email: 'unknown@example.org', proven: true, gathered: true },
    { shift: '00000000-0000-4000-8000-000000000000', email: 'cid@example.org' },
  ]);
  expect([verified?.outcome, unknown?.outcome, refused?.outcome]).toEqual(['new', 'apart', 'NOT_FOUND']);
  const [signup] = await app.db.query('SELECT proven_at IS NOT NULL AS verified FROM events.signup WHERE id = $1', [
    verified?.id,
  ]);
  expect(signup).toEqual({ verified: true });
});
