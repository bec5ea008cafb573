import { SignedIds } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
let shiftId: string;

beforeAll(async () => {
  app = await startApp();
  const [startsAt, endsAt] = [new Date(Date.now() + days(3)), new Date(Date.now() + days(3.1))];
  ({ id: shiftId } = await aShift(app.db, { event: { startsAt, endsAt }, capacity: 20 }));
});
afterAll(() => app.close());

/** Creates a sign-up with a place; `shows`: the volunteer shares their name with peers. */
async function addSignup(name: string, isShown: boolean, assignments = '') {
  const { id, volunteerId } = await aSignup(app.db, { shiftId, name });
  await app.db.query(
    `UPDATE volunteers.volunteer SET shows_name_to_peers = $2 ${assignments ? `, ${assignments}` : ''} WHERE id = $1`,
    [volunteerId, isShown],
  );
  return { id, volunteerId };
}
async function peersOf({ id }: { id: string }): Promise<string[]> {
  const token = app.nest.get(SignedIds).sign('signup', id);
  const { data } = await app.graphql<{ mySignup: { peers: string[] } }>(
    'query ($token: String!) { mySignup(token: $token) { peers } }',
    { token },
  );
  return data.mySignup.peers;
}

test('shows first name and initial to others who share theirs', async () => {
  const ana = await addSignup('Ana Reyes', true);
  const bea = await addSignup('Beatriz Luna Vega', true, `preferred_name = 'Bea'`);
  const cal = await addSignup('Cal Hidden', false);
  await addSignup('Dani Young', true, 'minor = true');
  const eva = await addSignup('Eva Gone', true);
  await app.db.query("UPDATE events.signup SET status = 'cancelled' WHERE id = $1", [eva.id]);
  expect(await peersOf(ana)).toEqual(['Bea V.']);
  expect(await peersOf(bea)).toEqual(['Ana R.']);
  // Neither a volunteer who hides their name nor one who canceled sees anyone.
  expect(await peersOf(cal)).toEqual([]);
  expect(await peersOf(eva)).toEqual([]);
  await app.db.query('UPDATE volunteers.volunteer SET shows_name_to_peers = false WHERE id = $1', [bea.volunteerId]);
  expect(await peersOf(ana)).toEqual([]);
});

test('hides peers from other shifts, and once the shift is over', async () => {
  const ana = await addSignup('Flor Reyes', true);
  await addSignup('Gael Vega', true);
  expect(await peersOf(ana)).toContain('Gael V.');
  const other = await aShift(app.db, { event: { startsAt: new Date(Date.now() + days(3)) } });
  const soloSignup = await aSignup(app.db, { shiftId: other.id, name: 'Hugo Alone' });
  await app.db.query('UPDATE volunteers.volunteer SET shows_name_to_peers = true WHERE id = $1', [
    soloSignup.volunteerId,
  ]);
  expect(await peersOf(soloSignup)).toEqual([]);
  app.clock.set(new Date(Date.now() + days(9)));
  expect(await peersOf(ana)).toEqual([]);
});
