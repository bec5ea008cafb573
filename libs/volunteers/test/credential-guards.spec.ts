import { SignedIds } from '@upstander/platform';
import { CourseCredentials } from '@upstander/volunteers';
import { refusal, startApp, type RequestOptions, type TestApp } from '@upstander/tests/support/app.js';
import { completeLessons, courseGrants, wholeProgress } from '@upstander/tests/support/courses.js';
import {
  aCredential,
  aCredentialType,
  requireForShift,
  signedInVolunteer,
  type Kind,
} from '@upstander/tests/support/credentials.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';

/** One test per rule about disallowed credential actions. */
let app: TestApp;
let chapter: { id: string };
let rosa: { cookie: string };
let admin: { cookie: string };

const now = new Date('2026-12-01T17:00:00Z');
const startsAt = new Date('2026-12-20T17:00:00Z');

beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
  chapter = await aChapter(app.db);
  rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa' });
  admin = await app.signedIn({ role: 'admin' });
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

const ask = <T>(document: string, variables: Record<string, unknown>, session?: RequestOptions) =>
  app.graphql<T>(document, variables, session);
const findRefusal = async (document: string, variables: Record<string, unknown>, session?: RequestOptions) =>
  refusal(await ask(document, variables, session));
const ana = () => signedInVolunteer(app, chapter.id);
const aShiftAhead = (capacity = 5) => aShift(app.db, { capacity, event: { chapterId: chapter.id, startsAt } });

const signWaiver = 'mutation ($input: SignWaiverInput!) { signWaiver(input: $input) { id } }';
const decide = `mutation ($ids: [ID!]!, $approve: Boolean!) {
  decideCredentials(ids: $ids, approve: $approve, reason: "Because of what was found.") { id } }`;
const revoke = 'mutation ($id: ID!) { revokeCredential(id: $id, reason: "Because of what was found.") { id } }';
const stateOf = async (id: string) =>
  (
    await app.db.query<{ status: string; by: string | null }>(
      'SELECT status, signed_name AS by FROM volunteers.credential WHERE id = $1',
      [id],
    )
  )[0];

describe('a retired credential type', () => {
  async function retireType(kind: Kind) {
    const type = await aCredentialType(app.db, { kind });
    const retire = 'mutation ($id: ID!) { retireCredentialType(id: $id) { retiredAt } }';
    expect((await ask(retire, { id: type.id }, admin)).errors).toBeUndefined();
    return type.id;
  }

  test('can no longer be claimed, signed or requested', async () => {
    const person = await ana();
    const claim = 'mutation ($input: ClaimCredentialInput!) { claimCredential(input: $input) { id } }';
    const input = { typeId: await retireType('training'), issuedOn: '2026-11-01', evidence: 'Course of the library' };
    expect(await findRefusal(claim, { input }, person)).toBe('NOT_FOUND');
    const waiver = { typeId: await retireType('waiver'), version: 1, name: 'Ana Reyes' };
    expect(await findRefusal(signWaiver, { input: waiver }, person)).toBe('NOT_FOUND');
    const request = 'mutation ($v: ID!, $t: ID!) { requestScreening(volunteerId: $v, typeId: $t) { id } }';
    expect(await findRefusal(request, { v: person.id, t: await retireType('screening') }, admin)).toBe('NOT_FOUND');
    const credentials = await app.db.query('SELECT FROM volunteers.credential WHERE volunteer_id = $1', [person.id]);
    expect(credentials).toEqual([]);
  });

  test('is not awarded by a course', async () => {
    const person = await ana();
    const { id } = await courseGrants(app);
    const progress = await wholeProgress(app);
    await app.db.query('UPDATE volunteers.credential_type SET retired_at = $2 WHERE id = $1', [id, now]);
    await completeLessons(app, person, progress);
    const training = { typeId: id, volunteerId: person.id, course: 'Signs', day: '2026-12-01' };
    const record = () => app.db.transaction((tx) => app.nest.get(CourseCredentials).record(tx, training));
    await expect(record()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const credentials = await app.db.query('SELECT FROM volunteers.credential WHERE type_id = $1', [id]);
    expect(credentials).toEqual([]);
  });

  test('cannot be required by an existing or a new shift', async () => {
    const typeId = await retireType('training');
    const shift = await aShiftAhead();
    const require = 'mutation ($input: RequireCredentialInput!) { requireCredential(input: $input) { id } }';
    for (const timing of ['BEFORE_SIGN_UP', 'BEFORE_SHIFT']) {
      expect(await findRefusal(require, { input: { shiftId: shift.id, typeId, timing } }, rosa)).toBe('NOT_FOUND');
    }
    const times = { startsAtLocal: '2026-12-20T09:00', endsAtLocal: '2026-12-20T11:00' };
    const create = async (requirements: Record<string, string[]>) => {
      const shifts = [{ role: 'Games', capacity: 3, ...times, ...requirements }];
      const input = { chapterId: chapter.id, title: 'Games', timeZone: 'America/Los_Angeles', ...times, shifts };
      const { errors } = await ask(
        'mutation ($input: EventInput!) { createEvent(input: $input) { id } }',
        { input },
        rosa,
      );
      return errors?.[0]?.extensions.details?.['fields'] ?? null;
    };
    for (const field of ['signUpCredentialIds', 'dayCredentialIds', 'skillIds']) {
      expect(JSON.stringify(await create({ [field]: [typeId] }))).toMatch(new RegExp(`${field}.*not-there`));
    }
    expect(await create({ signUpCredentialIds: [(await aCredentialType(app.db)).id] })).toBeNull();
  });
});

describe("a guardian's link", () => {
  const waiverQuery = 'query ($token: String!) { guardianWaiver(token: $token) { signedAt } }';
  const sign = 'mutation ($input: SignGuardianWaiverInput!) { signGuardianWaiver(input: $input) { signedAt } }';
  const link = (id: string, version = 0) => app.nest.get(SignedIds).sign('guardian-waiver', id, version);

  async function requestedWaiver() {
    const person = await ana();
    await app.db.query('UPDATE volunteers.volunteer SET minor = true WHERE id = $1', [person.id]);
    const { id: typeId } = await aCredentialType(app.db, { kind: 'waiver', validMonths: 1 });
    const input = { typeId, version: 1, guardianEmail: `${person.id}@example.org` };
    const { data } = await ask<{ signWaiver: { id: string } }>(signWaiver, { input }, person);
    return { person, id: data.signWaiver.id };
  }
  const signs = (token: string, name = 'Luz Reyes') => ({ input: { token, version: 1, name } });

  test('reports that it was used, even after the waiver expires, and ignores a second name', async () => {
    const { id } = await requestedWaiver();
    await ask(sign, signs(link(id)));
    const signAgain = async () =>
      (await ask<{ signGuardianWaiver: { signedAt: string } }>(sign, signs(link(id), 'Somebody Else'))).data;
    expect((await signAgain()).signGuardianWaiver.signedAt).toBe(now.toISOString());
    app.clock.set('2027-06-01T17:00:00Z');
    expect((await signAgain()).signGuardianWaiver.signedAt).toBe(now.toISOString());
    expect((await ask<{ guardianWaiver: object }>(waiverQuery, { token: link(id) })).data.guardianWaiver).toEqual({
      signedAt: now.toISOString(),
    });
    expect(await stateOf(id)).toEqual({ status: 'approved', by: 'Luz Reyes' });
  });

  test('stops working after a withdrawal, a revocation or a replacement', async () => {
    const expectDead = async (id: string, token: string, before = stateOf(id)) => {
      const state = await before;
      expect([await findRefusal(waiverQuery, { token }), await findRefusal(sign, signs(token))]).toEqual([
        'NOT_FOUND',
        'NOT_FOUND',
      ]);
      expect(await stateOf(id)).toEqual(state);
    };
    const withdrawn = await requestedWaiver();
    await ask('mutation ($id: ID!) { withdrawCredential(id: $id) { id } }', { id: withdrawn.id }, withdrawn.person);
    for (const version of [0, 1]) await expectDead(withdrawn.id, link(withdrawn.id, version));
    const revoked = await requestedWaiver();
    await ask(sign, signs(link(revoked.id)));
    expect((await ask(revoke, { id: revoked.id }, rosa)).errors).toBeUndefined();
    await expectDead(revoked.id, link(revoked.id));
    const replacedWaiver = await requestedWaiver();
    await app.db.query('UPDATE volunteers.credential SET token_version = token_version + 1 WHERE id = $1', [
      replacedWaiver.id,
    ]);
    await expectDead(replacedWaiver.id, link(replacedWaiver.id));
    expect(await findRefusal(waiverQuery, { token: link(replacedWaiver.id, 1) })).toBeNull();
  });
});

test('requires the screening steps to decide or revoke a background check', async () => {
  const person = await ana();
  const { id: typeId } = await aCredentialType(app.db, { kind: 'screening' });
  for (const approve of [true, false]) {
    const id = await aCredential(app.db, { volunteerId: person.id, typeId, at: now });
    expect(await findRefusal(decide, { ids: [id], approve }, admin)).toBe('SCREENING_IN_STEPS');
    expect(await findRefusal(revoke, { id }, admin)).toBe('SCREENING_IN_STEPS');
    expect((await stateOf(id))?.status).toBe('approved');
  }
  const request = 'mutation ($v: ID!, $t: ID!) { requestScreening(volunteerId: $v, typeId: $t) { id } }';
  const { data } = await ask<{ requestScreening: { id: string } }>(request, { v: person.id, t: typeId }, admin);
  const { id } = data.requestScreening;
  const claimedId = await aCredential(app.db, {
    volunteerId: person.id,
    typeId: (await aCredentialType(app.db)).id,
    status: 'claimed',
  });
  for (const approve of [true, false]) {
    expect(await findRefusal(decide, { ids: [claimedId, id], approve }, admin)).toBe('SCREENING_IN_STEPS');
  }
  expect([(await stateOf(id))?.status, (await stateOf(claimedId))?.status]).toEqual(['requested', 'claimed']);
});

test('does not count adults who lack a required credential through the end of the shift', async () => {
  const event = await anEvent(app.db, { chapterId: chapter.id, startsAt });
  await app.db.query('UPDATE events.event SET with_minors = true WHERE id = $1', [event.id]);
  const { id: shiftId } = await aShift(app.db, { eventId: event.id });
  const { id: typeId } = await aCredentialType(app.db);
  const [first, second] = [await aSignup(app.db, { shiftId }), await aSignup(app.db, { shiftId })];
  await app.db.query('UPDATE volunteers.volunteer SET birth_year = 1980 WHERE id = ANY ($1)', [
    [first.volunteerId, second.volunteerId],
  ]);
  const readGap = async () =>
    (
      await ask<{ shiftGaps: Array<{ adults: number; tooFewAdults: boolean }> }>(
        'query ($id: ID!) { shiftGaps(eventId: $id) { adults tooFewAdults } }',
        { id: event.id },
        rosa,
      )
    ).data.shiftGaps[0];
  expect(await readGap()).toEqual({ adults: 2, tooFewAdults: false });
  await requireForShift(app.db, shiftId, typeId, { isDueByDay: true });
  expect(await readGap()).toEqual({ adults: 0, tooFewAdults: true });
  await aCredential(app.db, { volunteerId: first.volunteerId, typeId, expiresOn: '2026-12-20' });
  await aCredential(app.db, { volunteerId: second.volunteerId, typeId, expiresOn: '2026-12-19' });
  expect(await readGap()).toEqual({ adults: 1, tooFewAdults: true });
});

test('keeps the place if the missing credential is approved while the job is releasing it', async () => {
  const { id: typeId } = await aCredentialType(app.db);
  const shift = await aShiftAhead(1);
  await requireForShift(app.db, shift.id, typeId, { isDueByDay: true });
  const signup = await aSignup(app.db, { shiftId: shift.id, now });
  app.clock.set('2026-12-17T17:00:00Z');
  await app.runJob('keep-requirements');
  await app.db.query(`UPDATE notifications.mail SET status = 'sent' WHERE subject_id = $1`, [signup.id]);
  app.clock.set('2026-12-19T17:00:00Z');
  // The job has found that the credential is missing and waits for the shift lock when it is approved.
  const lock = { sql: 'SELECT FROM events.shift WHERE id = $1 FOR NO KEY UPDATE', params: [shift.id], waiting: 1 };
  await raceBehindLock(
    app,
    lock,
    () => [app.runJob('keep-requirements')],
    () => aCredential(app.db, { volunteerId: signup.volunteerId, typeId }),
  );
  const [row] = await app.db.query('SELECT status FROM events.signup WHERE id = $1', [signup.id]);
  expect(row).toEqual({ status: 'confirmed' });
});
