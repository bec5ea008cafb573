import { refusal, startApp, type TestApp } from '../support/app.js';
import { aCredential, aCredentialType, publishText, requireForShift } from '../support/credentials.js';
import { aChapter, aShift, aSignup } from '../support/factories.js';
import { hours } from '../support/movable-clock.js';
import { byLink, signUpExpectingPlace, linkOf } from '../support/sign-ups.js';

let app: TestApp;
let chapterId: string;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
  app.clock.set('2026-12-01T17:00:00Z');
  chapterId = (await aChapter(app.db)).id;
});
beforeEach(() => app.clock.set('2026-12-01T17:00:00Z'));
afterAll(() => app.close());

/** A shift in Los Angeles, eight hours behind UTC in winter. */
const aShiftAt = (startsAt: string, lasting = 4) =>
  aShift(app.db, {
    event: { chapterId, startsAt: new Date(startsAt), endsAt: new Date(new Date(startsAt).valueOf() + hours(lasting)) },
  });

const again = (shiftId: string, asking: { cookie: string }) =>
  app.graphql<{ signUpAgain: { signup: { id: string; status: string } } }>(
    'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status } } }',
    { input: { shiftId } },
    asking,
  );
const lacking = async (shiftIds: string[], asking: { cookie: string }) =>
  (
    await app.graphql<{
      missingCredentials: Array<{ reason: string; isRequiredToSignUp: boolean; type: { name: string } }>;
    }>(
      '{ missingCredentials(shiftIds: ' +
        JSON.stringify(shiftIds) +
        ') { reason isRequiredToSignUp type { name howToGet } } }',
      {},
      asking,
    )
  ).data.missingCredentials;

async function ana(): Promise<{ cookie: string; email: string; id: string }> {
  const person = await app.signedIn({ name: 'Ana Reyes' });
  const past = await aShiftAt('2026-11-20T17:00:00Z');
  const { volunteerId } = await aSignup(app.db, { shiftId: past.id, email: person.email });
  return { ...person, id: volunteerId };
}

describe('a credential that expires between two shifts', () => {
  test('counts for a shift before the end of its last day, and not for the next one', async () => {
    const person = await ana();
    const training = await aCredentialType(app.db);
    await aCredential(app.db, { volunteerId: person.id, typeId: training.id, expiresOn: '2026-12-10' });
    // Until 10 PM in Los Angeles, which is the next morning in UTC.
    const before = await aShiftAt('2026-12-11T03:00:00Z', 3);
    // From 10 PM until 2 AM: ends after the training has expired.
    const across = await aShiftAt('2026-12-11T06:00:00Z');
    // Until exactly midnight: still on the last day.
    const midnight = await aShiftAt('2026-12-11T07:00:00Z', 1);
    for (const shift of [before, across, midnight]) await requireForShift(app.db, shift.id, training.id);
    const missing = await lacking([before.id, across.id, midnight.id], person);
    expect(missing).toEqual([
      {
        reason: 'EXPIRES_EARLY',
        isRequiredToSignUp: true,
        type: { name: training.name, howToGet: 'Come to the course.' },
      },
    ]);
    expect((await again(before.id, person)).data.signUpAgain.signup.status).toBe('CONFIRMED');
    const refused = await again(across.id, person);
    expect(refusal(refused)).toBe('CREDENTIALS_MISSING');
    expect(refused.errors?.[0]?.extensions?.['details']?.['missing']).toEqual([
      { typeId: training.id, name: training.name, nameEs: `${training.name} (es)`, reason: 'expires_early' },
    ]);
    await aCredential(app.db, { volunteerId: person.id, typeId: training.id, expiresOn: '2027-12-10' });
    expect(await lacking([across.id], person)).toEqual([]);
  });

  test('a new waiver version must be signed by those who signed the old one', async () => {
    const person = await ana();
    const waiver = await aCredentialType(app.db, { kind: 'waiver' });
    const shift = await aShiftAt('2026-12-12T17:00:00Z');
    await requireForShift(app.db, shift.id, waiver.id);
    const sign = (version: number, name = 'Ana Reyes') =>
      app.graphql<{ signWaiver: { status: string; textVersion: number; signedName: string } }>(
        'mutation ($input: SignWaiverInput!) { signWaiver(input: $input) { id status textVersion signedName signedAt } }',
        { input: { typeId: waiver.id, version, name } },
        person,
      );
    expect(refusal(await again(shift.id, person))).toBe('CREDENTIALS_MISSING');
    const signed = (await sign(1)).data.signWaiver;
    expect(signed).toMatchObject({ status: 'APPROVED', textVersion: 1, signedName: 'Ana Reyes' });
    // Signing twice creates one signature.
    expect((await sign(1, 'Somebody')).data.signWaiver).toEqual(signed);
    expect(await lacking([shift.id], person)).toEqual([]);
    await publishText(app.db, waiver.id);
    expect((await lacking([shift.id], person)).map(({ reason }) => reason)).toEqual(['NEW_TEXT']);
    expect(refusal(await sign(1))).toBe('TEXT_CHANGED');
    await sign(2);
    expect(await lacking([shift.id], person)).toEqual([]);
    expect((await again(shift.id, person)).data.signUpAgain.signup.status).toBe('CONFIRMED');
  });
});

describe('an unverified address', () => {
  test('gets the same answer whatever its owner has; requirements are checked at verification', async () => {
    const training = await aCredentialType(app.db);
    const shift = await aShiftAt('2026-12-13T17:00:00Z');
    await requireForShift(app.db, shift.id, training.id);
    const has = await ana();
    await aCredential(app.db, { volunteerId: has.id, typeId: training.id });
    const lacks = await ana();
    const [first, second] = [
      await signUpExpectingPlace(app, { shiftId: shift.id, email: has.email }),
      await signUpExpectingPlace(app, { shiftId: shift.id, email: lacks.email }),
    ];
    expect([first.status, second.status]).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect((await byLink(app, 'confirmSignup', first.id)).signup?.status).toBe('CONFIRMED');
    const refused = await byLink(app, 'confirmSignup', second.id);
    expect(refused.refused).toBe('CREDENTIALS_MISSING');
    // The place is reserved like any unverified one. Once they have the training, they can verify.
    await aCredential(app.db, { volunteerId: lacks.id, typeId: training.id });
    expect((await byLink(app, 'confirmSignup', second.id)).signup?.status).toBe('CONFIRMED');
  });

  test('a remembered browser does not reveal missing credentials', async () => {
    const training = await aCredentialType(app.db);
    const shift = await aShiftAt('2026-12-14T17:00:00Z');
    await requireForShift(app.db, shift.id, training.id);
    const person = await aSignup(app.db, { shiftId: (await aShiftAt('2026-11-21T17:00:00Z')).id });
    const open = await aShiftAt('2026-12-15T17:00:00Z');
    const { headers } = await app.graphql(
      'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id } } }',
      { input: { shiftId: open.id, token: linkOf(app, person.id), remember: true } },
    );
    const cookie = headers
      .getSetCookie()
      .map((one) => one.split(';')[0]!)
      .find((one) => one.startsWith('volunteer='))!;
    const refused = await again(shift.id, { cookie });
    expect(refusal(refused)).toBe('NOT_FROM_THIS_BROWSER');
    expect(refused.errors?.[0]?.extensions?.['details'] ?? {}).toEqual({});
  });
});

test('a requirement due by the day of the shift allows signing up until it is too late to meet it', async () => {
  const person = await ana();
  const training = await aCredentialType(app.db);
  const shift = await aShiftAt('2026-12-16T17:00:00Z');
  await requireForShift(app.db, shift.id, training.id, { isDueByDay: true });
  const { data } = await again(shift.id, person);
  expect(data.signUpAgain.signup.status).toBe('CONFIRMED');
  const mine = await app.graphql<{ mySignup: { missing: Array<{ isRequiredToSignUp: boolean; dueAt: string }> } }>(
    'query ($token: String!) { mySignup(token: $token) { missing { isRequiredToSignUp dueAt reason } } }',
    { token: linkOf(app, data.signUpAgain.signup.id) },
  );
  expect(mine.data.mySignup.missing).toEqual([
    { isRequiredToSignUp: false, dueAt: '2026-12-15T17:00:00.000Z', reason: 'NONE' },
  ]);
  app.clock.set('2026-12-15T17:00:00Z');
  expect(refusal(await again(shift.id, await ana()))).toBe('CREDENTIALS_MISSING');
});

test("a minimum age is met by birth year once that year's birthday has passed for certain", async () => {
  const age = await aCredentialType(app.db, { kind: 'age', minimumAge: 18 });
  const shift = await aShiftAt('2026-12-17T17:00:00Z');
  await requireForShift(app.db, shift.id, age.id);
  const born = async (year: number) => {
    const person = await ana();
    await app.db.query('UPDATE volunteers.volunteer SET birth_year = $2 WHERE id = $1', [person.id, year]);
    return (await lacking([shift.id], person)).length;
  };
  expect(await born(2007)).toBe(0);
  expect(await born(2008)).toBe(1);
});

test("the public sees a shift's requirements before filling in the form", async () => {
  const training = await aCredentialType(app.db);
  const shift = await aShiftAt('2026-12-18T17:00:00Z');
  await requireForShift(app.db, shift.id, training.id);
  const [{ slug } = { slug: '' }] = await app.db.query<{ slug: string }>(
    'SELECT slug FROM events.event WHERE id = $1',
    [shift.eventId],
  );
  const read = async () =>
    (
      await app.graphql<{ event: { shifts: Array<{ requirements: unknown[] }> } }>(
        'query ($slug: String!) { event(slug: $slug) { shifts { requirements { isRequiredToSignUp dueAt type { name nameEs howToGet kind } } } } }',
        { slug },
      )
    ).data.event.shifts[0]!.requirements;
  expect(await read()).toEqual([
    {
      isRequiredToSignUp: true,
      dueAt: null,
      type: { name: training.name, nameEs: `${training.name} (es)`, howToGet: 'Come to the course.', kind: 'TRAINING' },
    },
  ]);
});
