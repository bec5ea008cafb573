import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCredential, aCredentialType, publishText, requireForShift } from '@upstander/tests/support/credentials.js';
import { aChapter, anEvent, aShift, aSignup, type SignupParts } from '@upstander/tests/support/factories.js';
import { minutes } from '@upstander/tests/support/movable-clock.js';
import { byLink } from '@upstander/tests/support/sign-ups.js';

let app: TestApp;
let chapter: { id: string };
let rosa: { cookie: string };
let stranger: { cookie: string };

const startsAt = new Date('2026-12-05T17:00:00Z');
const drawnPath = 'M40 120l60 -80l40 90l50 -60M220 100l80 0';

beforeAll(async () => {
  app = await startApp({ config: { TIME_ZONE: 'America/Los_Angeles' } });
  app.clock.set(startsAt);
  chapter = await aChapter(app.db);
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
beforeEach(() => app.clock.set(startsAt));
afterAll(() => app.close());

interface Entry {
  id: string;
  status: string;
  isMinor: boolean;
  isAdult: boolean;
  unsignedWaiverIds: string[];
}
const fields = 'id status isMinor isAdult unsignedWaiverIds';

/** A current shift that requires a waiver. */
async function aDay() {
  const event = await anEvent(app.db, { chapterId: chapter.id, startsAt });
  const shift = await aShift(app.db, { eventId: event.id });
  const waiver = await aCredentialType(app.db, { kind: 'waiver', validMonths: 12 });
  await app.db.query(`UPDATE volunteers.credential_text SET published_at = '2026-01-01' WHERE type_id = $1`, [
    waiver.id,
  ]);
  await requireForShift(app.db, shift.id, waiver.id, { isDueByDay: true });
  const addSignup = (overrides: SignupParts = {}) =>
    aSignup(app.db, { shiftId: shift.id, now: startsAt, ...overrides });
  const signature = (overrides: object = {}) => ({
    id: randomUUID(),
    typeId: waiver.id,
    version: 1,
    locale: 'ES',
    name: 'Ana Reyes',
    signature: drawnPath,
    ...overrides,
  });
  return { event, shift, waiver, addSignup, signature };
}
const signAtDoor = (signupId: string, waiver: object, session = rosa) =>
  app.graphql<{ signWaiverAtDoor: Entry } | null>(
    `mutation ($id: ID!, $waiver: DoorSignatureInput!) { signWaiverAtDoor(signupId: $id, waiver: $waiver) { ${fields} } }`,
    { id: signupId, waiver },
    session,
  );
const addWalkIn = (input: Record<string, unknown>) =>
  app.graphql<{ addWalkIn: Entry } | null>(
    `mutation ($input: AddWalkInInput!) { addWalkIn(input: $input) { ${fields} } }`,
    { input: { id: randomUUID(), name: 'Ivo', email: `${randomUUID()}@example.org`, ...input } },
    rosa,
  );
const checkIn = (signupId: string) =>
  app.graphql<{ checkIn: Entry } | null>(
    `mutation ($id: ID!) { checkIn(signupId: $id) { ${fields} } }`,
    { id: signupId },
    rosa,
  );
const findOnList = async (eventId: string, id: string) =>
  (
    await app.graphql<{ attendance: { edges: Array<{ node: Entry }> } }>(
      `query ($id: ID!) { attendance(eventId: $id) { edges { node { ${fields} } } } }`,
      { id: eventId },
      rosa,
    )
  ).data.attendance.edges
    .map(({ node }) => node)
    .find((one) => one.id === id)!;
const findStored = (typeId: string) =>
  app.db.query(
    `SELECT c.status, c.text_version AS version, c.signed_name AS name, c.signature, c.signed_locale AS locale,
       c.guardian_relation AS relation, c.address_confirmed AS confirmed, c.expires_on::text AS until, a.name AS witness
     FROM volunteers.credential c LEFT JOIN identity.account a ON a.id = c.witnessed_by WHERE c.type_id = $1 ORDER BY c.created_at`,
    [typeId],
  );

describe('an unsigned volunteer on the list', () => {
  test('signs with a finger, which is saved with text version, time and witness', async () => {
    const { event, waiver, addSignup, signature } = await aDay();
    const ana = await addSignup();
    expect(await findOnList(event.id, ana.id)).toMatchObject({ unsignedWaiverIds: [waiver.id], isAdult: false });
    const first = signature();
    expect((await signAtDoor(ana.id, first)).data?.signWaiverAtDoor).toMatchObject({
      unsignedWaiverIds: [],
      isAdult: true,
    });
    expect((await signAtDoor(ana.id, first)).data?.signWaiverAtDoor.unsignedWaiverIds).toEqual([]);
    expect((await signAtDoor(ana.id, signature({ name: 'Somebody Else' }))).data?.signWaiverAtDoor.id).toBe(ana.id);
    expect(await findStored(waiver.id)).toEqual([
      {
        status: 'approved',
        version: 1,
        name: 'Ana Reyes',
        signature: drawnPath,
        locale: 'es',
        relation: null,
        confirmed: true,
        until: '2027-12-04',
        witness: 'Rosa',
      },
    ]);
  });

  test('types the name instead of drawing it', async () => {
    const { waiver, addSignup, signature } = await aDay();
    const ana = await addSignup();
    await signAtDoor(ana.id, signature({ signature: null }));
    expect(await findStored(waiver.id)).toMatchObject([{ name: 'Ana Reyes', signature: null }]);
  });

  test('is not asked again after signing elsewhere, and the earlier waiver remains', async () => {
    const { event, waiver, addSignup, signature } = await aDay();
    const ana = await addSignup();
    await aCredential(app.db, { volunteerId: ana.volunteerId, typeId: waiver.id, at: startsAt });
    expect((await findOnList(event.id, ana.id)).unsignedWaiverIds).toEqual([]);
    await signAtDoor(ana.id, signature());
    expect(await findStored(waiver.id)).toMatchObject([{ signature: null }]);
  });

  test('is not accessible to another chapter', async () => {
    const { event, addSignup, signature } = await aDay();
    expect(refusal(await signAtDoor((await addSignup()).id, signature(), stranger))).toBe('NOT_FOUND');
    for (const query of ['doorWaivers(eventId: $id) { typeId }', 'doorSignatures(eventId: $id) { id }']) {
      expect(refusal(await app.graphql(`query ($id: ID!) { ${query} }`, { id: event.id }, stranger))).toBe('NOT_FOUND');
    }
  });

  test.each([
    ['<path d="M1 1"/>', 'BAD_INPUT'],
    ['M1 1l1 1" onload="alert(1)', 'BAD_INPUT'],
    ['M1 1l1 1', 'BAD_INPUT'],
    ['M590 100l20 0l-80 0', 'BAD_INPUT'],
    [`M0 0${'l1 0l-1 0'.repeat(700)}`, 'BAD_INPUT'],
    ['M0 0l600 200', null],
  ])('accepts only strokes inside the box: %.24s', async (signedAt, expected) => {
    const { addSignup, signature } = await aDay();
    expect(refusal(await signAtDoor((await addSignup()).id, signature({ signature: signedAt })))).toBe(expected);
  });
});

test('returns the current texts and the shifts that require them', async () => {
  const { event, shift, waiver } = await aDay();
  await aShift(app.db, { eventId: event.id });
  const { data } = await app.graphql(
    'query ($id: ID!) { doorWaivers(eventId: $id) { typeId version body bodyEs shiftIds } }',
    { id: event.id },
    rosa,
  );
  const texts = { body: 'I take part at my own risk.', bodyEs: 'Participo bajo mi propio riesgo.' };
  expect(data).toEqual({ doorWaivers: [{ typeId: waiver.id, version: 1, ...texts, shiftIds: [shift.id] }] });
});

test('accepts an older text from an offline device if it was current when signed', async () => {
  const { event, waiver, addSignup, signature } = await aDay();
  const [ana, bea] = [await addSignup(), await addSignup()];
  await publishText(app.db, waiver.id);
  const newAt = new Date(startsAt.valueOf() + minutes(30));
  await app.db.query('UPDATE volunteers.credential_text SET published_at = $2 WHERE type_id = $1 AND version = 2', [
    waiver.id,
    newAt,
  ]);
  app.clock.set(new Date(startsAt.valueOf() + minutes(60)));
  const before = new Date(newAt.valueOf() - minutes(1)).toISOString();
  expect(refusal(await signAtDoor(ana.id, signature({ at: before })))).toBeNull();
  // This shift accepts it; the next one requires the new text.
  expect((await findOnList(event.id, ana.id)).unsignedWaiverIds).toEqual([]);
  expect(refusal(await signAtDoor(bea.id, signature({ at: newAt.toISOString() })))).toBe('TEXT_CHANGED');
  expect((await findOnList(event.id, bea.id)).unsignedWaiverIds).toEqual([waiver.id]);
});

describe('a volunteer under 18', () => {
  test('is checked in only after a guardian on site signs', async () => {
    const { waiver, addSignup, signature } = await aDay();
    const kim = await addSignup({ name: 'Kim' });
    await app.db.query('UPDATE volunteers.volunteer SET minor = true WHERE id = $1', [kim.volunteerId]);
    expect(refusal(await checkIn(kim.id))).toBe('GUARDIAN_NEEDED');
    expect(refusal(await signAtDoor(kim.id, signature({ name: 'Kim' })))).toBe('BAD_INPUT');
    await signAtDoor(kim.id, signature({ name: 'Luz Reyes', guardianRelation: 'PARENT' }));
    expect((await checkIn(kim.id)).data?.checkIn).toMatchObject({ status: 'CHECKED_IN', isMinor: true });
    expect(await findStored(waiver.id)).toMatchObject([{ name: 'Luz Reyes', relation: 'parent' }]);
  });

  test('no longer needs the guardian who was asked by email', async () => {
    const { waiver, addSignup, signature } = await aDay();
    const kim = await addSignup();
    await app.db.query(
      `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, text_version, guardian_email, created_at, updated_at)
       VALUES ($1, $2, 'waiver', 'requested', 1, 'luz@example.org', $3, $3)`,
      [kim.volunteerId, waiver.id, new Date(startsAt.valueOf() - minutes(60))],
    );
    await signAtDoor(kim.id, signature({ guardianRelation: 'LEGAL_GUARDIAN' }));
    expect(await findStored(waiver.id)).toMatchObject([{ status: 'withdrawn' }, { status: 'approved' }]);
  });

  test('walks in with a guardian’s signature and leaves no record without one', async () => {
    const { shift, waiver, signature } = await aDay();
    const email = `${randomUUID()}@example.org`;
    expect(refusal(await addWalkIn({ shiftId: shift.id, email, isAdult: false }))).toBe('GUARDIAN_NEEDED');
    expect(refusal(await addWalkIn({ shiftId: shift.id, email, isAdult: false, waivers: [signature()] }))).toBe(
      'BAD_INPUT',
    );
    expect(await app.db.query('SELECT FROM volunteers.volunteer WHERE email = $1', [email])).toEqual([]);
    const waivers = [signature({ name: 'Luz Reyes', guardianRelation: 'PARENT' })];
    const entry = (await addWalkIn({ shiftId: shift.id, email, isAdult: false, waivers })).data?.addWalkIn;
    expect(entry).toMatchObject({ status: 'CHECKED_IN', isMinor: true, unsignedWaiverIds: [] });
    expect(await findStored(waiver.id)).toMatchObject([{ relation: 'parent', confirmed: false }]);
  });
});

describe('a walk-in', () => {
  test('states whether they are 18 or older where it matters', async () => {
    const event = await anEvent(app.db, { chapterId: chapter.id, startsAt });
    const { id: shiftId } = await aShift(app.db, { eventId: event.id });
    await app.db.query('UPDATE events.event SET with_minors = true, minimum_adults = 2 WHERE id = $1', [event.id]);
    expect(refusal(await addWalkIn({ shiftId }))).toBe('AGE_NEEDED');
    expect(refusal(await addWalkIn({ shiftId, isAdult: false }))).toBe('TOO_FEW_ADULTS');
    expect((await addWalkIn({ shiftId, isAdult: true })).data?.addWalkIn).toMatchObject({ isAdult: true });
    await addWalkIn({ shiftId, isAdult: true });
    expect((await addWalkIn({ shiftId, isAdult: false })).data?.addWalkIn).toMatchObject({
      isMinor: true,
      isAdult: false,
    });
  });

  test('cannot take an adult shift when under 18', async () => {
    const { id: shiftId } = await aShift(app.db, { event: { chapterId: chapter.id, startsAt } });
    await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = $1', [shiftId]);
    expect(refusal(await addWalkIn({ shiftId }))).toBe('AGE_NEEDED');
    expect(refusal(await addWalkIn({ shiftId, isAdult: false }))).toBe('TOO_YOUNG');
    expect((await addWalkIn({ shiftId, isAdult: true })).data?.addWalkIn.status).toBe('CHECKED_IN');
  });

  test('changes nothing for the owner of the address until they confirm it', async () => {
    const { shift, waiver, signature } = await aDay();
    const owner = await aSignup(app.db);
    await aCredential(app.db, { volunteerId: owner.volunteerId, typeId: waiver.id, at: startsAt });
    const other = await aCredentialType(app.db, { kind: 'waiver' });
    await requireForShift(app.db, shift.id, other.id);
    const waivers = [signature({ name: 'Ivo' }), signature({ name: 'Ivo', typeId: other.id })];
    const unsigned = (await addWalkIn({ shiftId: shift.id, email: owner.email })).data!.addWalkIn;
    expect(unsigned.unsignedWaiverIds.sort()).toEqual([waiver.id, other.id].sort());
    for (const one of waivers) await signAtDoor(unsigned.id, one);
    const ownSession = await app.signedIn({ email: owner.email });
    const readOwnCredentials = async () =>
      (
        await app.graphql<{ me: { volunteer: { credentials: Array<{ signedName: string; counts: boolean }> } } }>(
          '{ me { volunteer { credentials { signedName counts signature } } } }',
          {},
          ownSession,
        )
      ).data.me.volunteer.credentials.map(({ signedName, counts }) => `${signedName} ${counts}`);
    expect(await readOwnCredentials()).toEqual(['Ana Reyes true']);
    // Another shift still requires the owner to sign.
    const next = await aShift(app.db, { event: { chapterId: chapter.id, startsAt: new Date('2026-12-06T17:00:00Z') } });
    await requireForShift(app.db, next.id, other.id);
    const { id: otherSignupId } = await aSignup(app.db, { shiftId: next.id, email: owner.email });
    expect((await findOnList(next.eventId, otherSignupId)).unsignedWaiverIds).toEqual([other.id]);
    await byLink(app, 'confirmSignup', unsigned.id);
    expect((await readOwnCredentials()).sort()).toEqual(['Ana Reyes true', 'Ivo true', 'Ivo true']);
    expect((await findOnList(next.eventId, otherSignupId)).unsignedWaiverIds).toEqual([]);
  });
});

test('shows organizers the waivers signed at check-in by the name on the list', async () => {
  const { event, addSignup, signature } = await aDay();
  await signAtDoor((await addSignup({ name: 'Kim' })).id, signature({ name: 'Luz', guardianRelation: 'PARENT' }));
  const { data } = await app.graphql(
    'query ($id: ID!) { doorSignatures(eventId: $id) { name signedName guardianRelation signature version witness } }',
    { id: event.id },
    rosa,
  );
  expect(data).toEqual({
    doorSignatures: [
      { name: 'Kim', signedName: 'Luz', guardianRelation: 'PARENT', signature: drawnPath, version: 1, witness: 'Rosa' },
    ],
  });
});

test('saves one signature when two devices send it simultaneously', async () => {
  const { waiver, addSignup, signature } = await aDay();
  const ana = await addSignup();
  const [one, other] = [signature(), signature()];
  await Promise.all([one, other, one, other, one].map((signedAt) => signAtDoor(ana.id, signedAt)));
  expect(await findStored(waiver.id)).toHaveLength(1);
});
