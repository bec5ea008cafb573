import { SignedIds } from '@upstander/platform';
import { refusal, startApp, type RequestOptions, type TestApp } from '@upstander/tests/support/app.js';
import {
  type CredentialRow,
  aCredential,
  aCredentialType,
  credentialFields,
  publishText,
  signedInVolunteer,
  listPendingCredentials,
} from '@upstander/tests/support/credentials.js';
import { aChapter, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
let chapter: { id: string };
let rosa: { cookie: string };
let stranger: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T17:00:00Z');
  chapter = await aChapter(app.db);
  rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa' });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
beforeEach(() => app.clock.set('2026-12-01T17:00:00Z'));
afterAll(() => app.close());

const ask = <T>(document: string, variables: Record<string, unknown>, session?: RequestOptions) =>
  app.graphql<T>(document, variables, session);

const ana = () => signedInVolunteer(app, chapter.id);
const claim = (typeId: string, session: RequestOptions, input: Record<string, unknown> = {}) =>
  ask<{ claimCredential: CredentialRow }>(
    `mutation ($input: ClaimCredentialInput!) { claimCredential(input: $input) { ${credentialFields} } }`,
    { input: { typeId, issuedOn: '2026-11-01', evidence: 'Course of the library, no. 7', ...input } },
    session,
  );
const decide = (ids: string[], approve: boolean, reason: string | null = null, session: RequestOptions = rosa) =>
  ask<{ decideCredentials: CredentialRow[] }>(
    `mutation ($ids: [ID!]!, $approve: Boolean!, $reason: String) {
      decideCredentials(ids: $ids, approve: $approve, reason: $reason) { ${credentialFields} } }`,
    { ids, approve, reason },
    session,
  );
const listPending = (session: RequestOptions) => listPendingCredentials(app, session);
const ownCredentials = async (session: RequestOptions) =>
  (
    await ask<{ me: { volunteer: { credentials: CredentialRow[] } } }>(
      `{ me { volunteer { credentials { ${credentialFields} } } } }`,
      {},
      session,
    )
  ).data.me.volunteer.credentials;

describe('a claimed credential', () => {
  test('is approved by a chapter that knows the volunteer, and the volunteer is notified', async () => {
    const person = await ana();
    const training = await aCredentialType(app.db, { validMonths: 24 });
    const { id, status } = (await claim(training.id, person)).data.claimCredential;
    expect(status).toBe('CLAIMED');
    expect(refusal(await claim(training.id, person))).toBe('CREDENTIAL_PENDING');
    expect((await listPending(rosa)).map((one) => one.id)).toContain(id);
    expect((await listPending(stranger)).map((one) => one.id)).not.toContain(id);
    expect(refusal(await decide([id], true, null, stranger))).toBe('NOT_FOUND');
    const [row] = (await decide([id], true)).data.decideCredentials;
    expect(row).toMatchObject({ status: 'APPROVED', expiresOn: '2028-10-31', counts: true });
    const [mail] = await renderPendingEmails(app, { recipient: person.email, template: 'credential-decided' });
    expect(mail?.subject).toBe(`Approved: ${training.name}`);
    expect(mail?.text).toContain('October 31, 2028');
    // Approving it again changes nothing, and it can no longer be rejected.
    expect((await decide([id], true)).data.decideCredentials[0]).toEqual(row);
    expect(refusal(await decide([id], false, 'No.'))).toBe('CREDENTIAL_DECIDED');
  });

  test('is rejected with a reason that the volunteer can read, all or none of several', async () => {
    const training = await aCredentialType(app.db);
    const people = [await ana(), await ana()];
    const ids: string[] = [];
    for (const person of people) ids.push((await claim(training.id, person)).data.claimCredential.id);
    expect(refusal(await decide(ids, false))).toBe('BAD_INPUT');
    const foreignVolunteer = await aVolunteer(app, (await aChapter(app.db)).id);
    const foreign = await aCredential(app.db, {
      volunteerId: foreignVolunteer.id,
      typeId: training.id,
      status: 'claimed',
    });
    expect(refusal(await decide([...ids, foreign], false, 'The number is of another course.'))).toBe('NOT_FOUND');
    expect((await ownCredentials(people[0]!)).map(({ status }) => status)).toEqual(['CLAIMED']);
    const { data } = await decide(ids, false, 'The number is of another course.');
    expect(data.decideCredentials.map(({ status }) => status)).toEqual(['REJECTED', 'REJECTED']);
    expect((await ownCredentials(people[1]!))[0]).toMatchObject({
      counts: false,
      reason: 'The number is of another course.',
    });
  });

  test('needs evidence and a date that is not in the future', async () => {
    const person = await ana();
    const training = await aCredentialType(app.db);
    expect(refusal(await claim(training.id, person, { issuedOn: '2026-12-02' }))).toBe('BAD_INPUT');
    expect(refusal(await claim(training.id, person, { evidence: ' ' }))).toBe('BAD_INPUT');
    expect(refusal(await claim((await aCredentialType(app.db, { kind: 'waiver' })).id, person))).toBe(
      'WAIVER_IS_SIGNED',
    );
  });
});

describe('the waiver of a minor', () => {
  async function minorWithWaiver() {
    const person = await ana();
    await app.db.query('UPDATE volunteers.volunteer SET minor = true WHERE id = $1', [person.id]);
    const waiver = await aCredentialType(app.db, { kind: 'waiver' });
    const signWaiver = (input: Record<string, unknown>) =>
      ask<{ signWaiver: CredentialRow }>(
        `mutation ($input: SignWaiverInput!) { signWaiver(input: $input) { ${credentialFields} } }`,
        { input: { typeId: waiver.id, version: 1, ...input } },
        person,
      );
    return { person, waiver, sign: signWaiver };
  }
  const readWaiver = (token: string) =>
    ask<{ guardianWaiver: { firstName: string; body: string; version: number; signedAt: string | null } }>(
      'query ($token: String!) { guardianWaiver(token: $token) { firstName body version signedAt } }',
      { token },
    );
  const signFor = (token: string, version: number) =>
    ask('mutation ($input: SignGuardianWaiverInput!) { signGuardianWaiver(input: $input) { signedAt } }', {
      input: { token, version, name: 'Luz Reyes' },
    });

  test('is signed by the guardian through a link, in the current version', async () => {
    const { person, waiver, sign } = await minorWithWaiver();
    expect(refusal(await sign({ name: 'Ana Reyes' }))).toBe('BAD_INPUT');
    expect(refusal(await sign({ guardianEmail: person.email }))).toBe('BAD_INPUT');
    const { id } = (await sign({ guardianEmail: 'luz@example.org' })).data.signWaiver;
    const [mail] = await renderPendingEmails(app, { recipient: 'luz@example.org', template: 'guardian-waiver' });
    const token = app.nest.get(SignedIds).sign('guardian-waiver', id);
    expect(mail?.text).toContain(`/guardian/${token}`);
    expect((await readWaiver(token)).data.guardianWaiver).toMatchObject({
      firstName: 'Ana',
      version: 1,
      signedAt: null,
    });
    await publishText(app.db, waiver.id);
    expect(refusal(await signFor(token, 1))).toBe('TEXT_CHANGED');
    expect((await ownCredentials(person))[0]).toMatchObject({ status: 'REQUESTED', counts: false });
    await signFor(token, 2);
    expect((await ownCredentials(person))[0]).toMatchObject({
      status: 'APPROVED',
      counts: true,
      issuedOn: '2026-12-01',
    });
    const storedRows = await app.db.query(
      `SELECT c.signed_name AS name, c.text_version AS version, x.body FROM volunteers.credential c
         JOIN volunteers.credential_text x ON x.type_id = c.type_id AND x.version = c.text_version WHERE c.id = $1`,
      [id],
    );
    expect(storedRows).toEqual([{ name: 'Luz Reyes', version: 2, body: 'I take part at my own risk.' }]);
  });

  test('can be withdrawn, which disables the link', async () => {
    const { person, sign } = await minorWithWaiver();
    const { id } = (await sign({ guardianEmail: 'tia@example.org' })).data.signWaiver;
    await ask('mutation ($id: ID!) { withdrawCredential(id: $id) { id } }', { id }, person);
    expect(refusal(await readWaiver(app.nest.get(SignedIds).sign('guardian-waiver', id)))).toBe('NOT_FOUND');
    expect(await renderPendingEmails(app, { recipient: 'tia@example.org', template: 'guardian-waiver' })).toEqual([]);
  });
});

test('warns once before a credential expires, unless it is already renewed', async () => {
  const person = await ana();
  const training = await aCredentialType(app.db, { warnDays: 30 });
  await aCredential(app.db, { volunteerId: person.id, typeId: training.id, expiresOn: '2026-12-31' });
  const renewedVolunteer = await ana();
  await aCredential(app.db, { volunteerId: renewedVolunteer.id, typeId: training.id, expiresOn: '2026-12-31' });
  await aCredential(app.db, { volunteerId: renewedVolunteer.id, typeId: training.id, expiresOn: '2028-12-31' });
  const countWarnings = async (recipient: string) =>
    (await renderPendingEmails(app, { recipient, template: 'credential-expiring' })).map(({ subject }) => subject);
  // It is still November 30 in the organization's time zone.
  app.clock.set('2026-12-01T07:00:00Z');
  await app.runJob('warn-of-expiry');
  expect(await countWarnings(person.email)).toEqual([]);
  app.clock.set('2026-12-01T09:00:00Z');
  await app.runJob('warn-of-expiry');
  await app.runJob('warn-of-expiry');
  expect(await countWarnings(person.email)).toEqual([`${training.name} expires on December 31, 2026`]);
  expect(await countWarnings(renewedVolunteer.email)).toEqual([]);
});

test('awards a training once to everyone who attended it', async () => {
  const training = await aCredentialType(app.db);
  const person = await ana();
  const shift = await aShift(app.db, {
    event: { chapterId: chapter.id, title: 'Safety course', startsAt: new Date('2026-11-25T17:00:00Z') },
  });
  const { id } = await aSignup(app.db, { shiftId: shift.id, email: person.email });
  await aSignup(app.db, { shiftId: shift.id });
  await app.db.query(`UPDATE events.signup SET status = 'completed', checked_in_at = $2 WHERE id = $1`, [
    id,
    new Date('2026-11-25T17:00:00Z'),
  ]);
  const recordTraining = (session: RequestOptions) =>
    ask<{ recordEventTraining: number }>(
      'mutation ($e: ID!, $t: ID!) { recordEventTraining(eventId: $e, typeId: $t) }',
      { e: shift.eventId, t: training.id },
      session,
    );
  expect(refusal(await recordTraining(stranger))).toBe('NOT_FOUND');
  expect((await recordTraining(rosa)).data.recordEventTraining).toBe(1);
  expect((await recordTraining(rosa)).data.recordEventTraining).toBe(0);
  expect(await ownCredentials(person)).toMatchObject([{ status: 'APPROVED', issuedOn: '2026-11-25', counts: true }]);
});

test('sets the credentials a shift requires and copies them with the event', async () => {
  const training = await aCredentialType(app.db);
  const shift = await aShift(app.db, { event: { chapterId: chapter.id, startsAt: new Date('2026-12-28T17:00:00Z') } });
  const require = (timing: string, session: RequestOptions = rosa) =>
    ask<{ requireCredential: { shifts: Array<{ signUpCredentialIds: string[]; dayCredentialIds: string[] }> } }>(
      `mutation ($input: RequireCredentialInput!) { requireCredential(input: $input) {
        shifts { signUpCredentialIds dayCredentialIds } } }`,
      { input: { shiftId: shift.id, typeId: training.id, timing } },
      session,
    );
  expect(refusal(await require('BEFORE_SIGN_UP', stranger))).toBe('NOT_FOUND');
  await require('BEFORE_SIGN_UP');
  expect((await require('BEFORE_SHIFT')).data.requireCredential.shifts).toEqual([
    { signUpCredentialIds: [], dayCredentialIds: [training.id] },
  ]);
  const { data } = await ask<{ copyEvent: { shifts: Array<{ dayCredentialIds: string[] }> } }>(
    'mutation ($id: ID!) { copyEvent(id: $id) { shifts { dayCredentialIds } } }',
    { id: shift.eventId },
    rosa,
  );
  expect(data.copyEvent.shifts).toEqual([{ dayCredentialIds: [training.id] }]);
  expect((await require('NOT_AT_ALL')).data.requireCredential.shifts).toEqual([
    { signUpCredentialIds: [], dayCredentialIds: [] },
  ]);
});
