import { startApp, type TestApp } from '../support/app.js';
import { aShift, aSignup } from '../support/factories.js';
import { days } from '../support/movable-clock.js';
import { signUpExpectingPlace, linkOf } from '../support/sign-ups.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

interface InTheWay {
  shiftId: string;
  existingShift: { isSameShift: boolean; title: string; role: string; token: string } | null;
}

const ask = async (shiftIds: string[], token?: string | null, cookie?: string) =>
  (
    await app.graphql<{ overlappingShifts: InTheWay[] }>(
      'query ($shiftIds: [ID!]!, $token: String) { overlappingShifts(shiftIds: $shiftIds, token: $token) { shiftId existingShift { isSameShift title role token } } }',
      { shiftIds, token },
      { cookie },
    )
  ).data.overlappingShifts;

async function anasDay(day: number) {
  const startsAt = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + days(day));
  const held = await aShift(app.db, { role: 'Setup', event: { startsAt, title: 'Fair' } });
  const same = await aShift(app.db, { event: { startsAt: new Date(startsAt.valueOf() + 3_600_000) } });
  const later = await aShift(app.db, { event: { startsAt: new Date(startsAt.valueOf() + days(1)) } });
  return { held: held.id, same: same.id, later: later.id, all: [held.id, same.id, later.id] };
}

describe('sign-ups that overlap the shift being viewed', () => {
  test('are shown to a volunteer with a personal link or session, with a way to change them', async () => {
    const { held, same, all } = await anasDay(20);
    const { cookie, email } = await app.signedIn();
    const ana = await aSignup(app.db, { shiftId: held, email });
    const token = linkOf(app, ana.id);
    const told = [
      { shiftId: held, existingShift: { isSameShift: true, title: 'Fair', role: 'Setup', token } },
      { shiftId: same, existingShift: { isSameShift: false, title: 'Fair', role: 'Setup', token } },
    ];
    const sorted = (some: InTheWay[]) =>
      some.toSorted((a, b) => Number(b.existingShift?.isSameShift) - Number(a.existingShift?.isSameShift));
    expect(sorted(await ask(all, token))).toEqual(told);
    expect(sorted(await ask(all, null, cookie))).toEqual(told);
  });

  test('are hidden in a browser that only remembers the volunteer', async () => {
    const { held, same, later } = await anasDay(30);
    const ana = await aSignup(app.db, { shiftId: held });
    const other = await aShift(app.db, { event: { startsAt: new Date(Date.now() + days(50)) } });
    const { headers } = await app.graphql(
      'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id } } }',
      { input: { shiftId: other.id, token: linkOf(app, ana.id), remember: true } },
    );
    const cookie = headers
      .getSetCookie()
      .map((one) => one.split(';')[0]!)
      .find((one) => one.startsWith('volunteer='));
    expect(await ask([held, same, later], null, cookie)).toEqual([]);
  });

  test('are hidden from strangers, for unverified addresses, and after cancellation', async () => {
    const { held, same } = await anasDay(40);
    expect(await ask([same])).toEqual([]);
    const { id } = await signUpExpectingPlace(app, { shiftId: held });
    expect(await ask([same], linkOf(app, id))).toEqual([]);
    const ana = await aSignup(app.db, { shiftId: held });
    await app.db.query(`UPDATE events.signup SET status = 'cancelled' WHERE id = $1`, [ana.id]);
    expect(await ask([same], linkOf(app, ana.id))).toEqual([]);
    expect(await ask(['not-an-id'], linkOf(app, ana.id))).toEqual([]);
  });
});
