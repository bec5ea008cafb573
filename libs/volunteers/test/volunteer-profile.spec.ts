import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, aShift } from '@upstander/tests/support/factories.js';
import { byLink, signUpExpectingPlace } from '@upstander/tests/support/sign-ups.js';
import { aVolunteer, historyOf, termId, updateMe, volunteer } from '@upstander/tests/support/volunteers.js';

let app: TestApp;
let chapter: { id: string };
let organizer: { cookie: string; accountId: string };
let stranger: { cookie: string };

beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
});
afterAll(() => app.close());

const me = (session: { cookie: string }) =>
  app.graphql<{ me: { volunteer: Record<string, unknown> | null } }>(
    '{ me { volunteer { name phone emergencyContact { name } } } }',
    {},
    session,
  );
const faultsOf = (answer: { errors?: Array<{ extensions: { details?: Record<string, unknown> } }> }) =>
  answer.errors?.[0]?.extensions.details?.['fields'];

describe('a postal code', () => {
  test('must be valid in the organization’s country and is normalized', async () => {
    const ana = await app.signedIn({ name: 'Ana Reyes' });
    await aVolunteer(app, chapter.id, { email: ana.email });
    const set = (postcode: string | null) =>
      app.graphql<{ updateMyVolunteer: { postcode: string | null } }>(
        'mutation ($input: MyVolunteerInput!) { updateMyVolunteer(input: $input) { postcode } }',
        { input: { postcode } },
        ana,
      );
    expect((await set('90012-1234')).data.updateMyVolunteer.postcode).toBe('90012');
    expect(faultsOf(await set('K1A 0B1'))).toEqual({ postcode: 'not-a-postcode' });
    expect((await set(null)).data.updateMyVolunteer.postcode).toBeNull();
  });
});

describe('a volunteer', () => {
  test('saves a profile and reads it back', async () => {
    const ana = await app.signedIn({ name: 'Ana Reyes' });
    expect((await me(ana)).data.me.volunteer).toBeNull();
    const drivingId = await termId(app, 'Driving');
    const saturday = { weekday: 6, from: '09:00', until: '13:00' };
    const { data, errors } = await updateMe(app, ana, {
      preferredName: 'Ani',
      phone: '+1 310 555 0142',
      languages: ['ES', 'en', 'es'],
      homeChapterId: chapter.id,
      skillIds: [drivingId],
      availability: [saturday, { weekday: 1, from: '18:00', until: '24:00' }],
      birthYear: 1990,
      accessibilityNeeds: 'A chair now and then.',
      emergencyContact: { name: 'Luz Reyes', phone: '+13105550143', relation: 'my sister' },
    });
    expect(errors).toBeUndefined();
    expect(data.updateMyVolunteer).toMatchObject({
      name: 'Ana Reyes',
      preferredName: 'Ani',
      phone: '+13105550142',
      languages: ['es', 'en'],
      availability: [{ weekday: 1, from: '18:00', until: '24:00' }, saturday],
      skillIds: [drivingId],
      version: 2,
      emergencyContact: { name: 'Luz Reyes', phone: '+13105550143', relation: 'my sister' },
    });
    expect((await me(ana)).data.me.volunteer).toMatchObject({ name: 'Ana Reyes', phone: '+13105550142' });
    // Omitted fields stay unchanged, and null clears a field.
    const after = await updateMe(app, ana, { preferredName: null, emergencyContact: null });
    expect(after.data.updateMyVolunteer).toMatchObject({
      preferredName: null,
      phone: '+13105550142',
      emergencyContact: null,
      birthYear: 1990,
    });
    expect(await historyOf(app, String(after.data.updateMyVolunteer.id))).toEqual([
      'profile-changed',
      'emergency-contact-changed',
      'profile-changed',
      'emergency-contact-changed',
    ]);
  });

  test('gets all validation errors together', async () => {
    const ana = await app.signedIn({ name: 'Ana' });
    const answer = await updateMe(app, ana, {
      name: 'Call 0900 123 4567',
      homeChapterId: randomUUID(),
      skillIds: [randomUUID()],
      interestIds: [await termId(app, 'Driving')],
      availability: [{ weekday: 8, from: '09:00', until: '08:00' }],
      birthYear: 2099,
    });
    expect(faultsOf(answer)).toEqual({
      name: 'not-a-name',
      homeChapterId: 'not-there',
      skillIds: 'not-there',
      interestIds: 'not-there',
      availability: 'not-a-time',
      birthYear: 'out-of-range',
    });
    const contact = await updateMe(app, ana, { emergencyContact: { name: ' ', phone: '+13105550143' } });
    expect(faultsOf(contact)).toEqual({ 'emergencyContact.name': 'required' });
    expect((await me(ana)).data.me.volunteer).toBeNull();
  });

  test('cannot overwrite a change that was saved meanwhile', async () => {
    const ana = await app.signedIn();
    const { data } = await updateMe(app, ana, { phone: '+13105550101' });
    const version = data.updateMyVolunteer.version;
    await updateMe(app, ana, { phone: '+13105550102', version });
    const lateAnswer = await updateMe(app, ana, { phone: '+13105550103', version });
    expect(lateAnswer.errors?.[0]?.extensions).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { version: version + 1, values: { phone: '+13105550102' } },
    });
  });

  test('sees nothing that a stranger typed with their address', async () => {
    const ana = await app.signedIn({ name: 'Ana Reyes' });
    const shift = await aShift(app.db, { event: { chapterId: chapter.id } });
    await signUpExpectingPlace(app, {
      shiftId: shift.id,
      email: ana.email,
      name: 'Nobody Else',
      phone: '+13105550199',
    });
    expect((await me(ana)).data.me.volunteer).toBeNull();
    const { data } = await updateMe(app, ana, { languages: ['es'] });
    expect(data.updateMyVolunteer).toMatchObject({ name: 'Ana Reyes', phone: null });
  });

  test('is not visible in another account', async () => {
    const ana = await app.signedIn({ name: `Ana ${randomUUID().slice(0, 6)}` });
    await updateMe(app, ana, { phone: '+13105550142' });
    const admin = await app.signedIn({ role: 'admin' });
    await updateMe(app, admin, { phone: '+13105550199' });
    const { data } = await app.graphql<{ accounts: { edges: Array<{ node: { volunteer: unknown } }> } }>(
      'query ($text: String) { accounts(text: $text) { edges { node { volunteer { phone } } } } }',
      { text: ana.email },
      admin,
    );
    expect(data.accounts.edges).toEqual([{ node: { volunteer: null } }]);
  });
});

describe('staff', () => {
  test('see the volunteers of their own chapters only', async () => {
    const bea = await aVolunteer(app, chapter.id, { name: 'Bea' });
    expect((await volunteer(app, organizer, bea.id)).data.volunteer).toMatchObject({ name: 'Bea', email: bea.email });
    expect(refusal(await volunteer(app, stranger, bea.id))).toBe('NOT_FOUND');
    const admin = await app.signedIn({ role: 'admin' });
    expect((await volunteer(app, admin, bea.id)).data.volunteer.name).toBe('Bea');
  });

  test('see a volunteer once the address is confirmed, not when it is typed', async () => {
    const ana = await app.signedIn();
    await updateMe(app, ana, { phone: '+13105550142' });
    const [{ id }] = (await app.db.query<{ id: string }>('SELECT id FROM volunteers.volunteer WHERE email = $1', [
      ana.email,
    ])) as [{ id: string }];
    const shift = await aShift(app.db, { event: { chapterId: chapter.id } });
    const unverifiedReceipt = await signUpExpectingPlace(app, { shiftId: shift.id, email: ana.email });
    expect(refusal(await volunteer(app, organizer, id))).toBe('NOT_FOUND');
    await byLink(app, 'confirmSignup', unverifiedReceipt.id);
    expect((await volunteer(app, organizer, id)).data.volunteer.phone).toBe('+13105550142');
  });

  test('see volunteers for as long as they choose the chapter as home', async () => {
    const ana = await app.signedIn();
    const { data } = await updateMe(app, ana, { homeChapterId: chapter.id });
    const { id } = data.updateMyVolunteer;
    expect((await volunteer(app, organizer, id)).data.volunteer).toMatchObject({ homeChapter: { id: chapter.id } });
    await updateMe(app, ana, { homeChapterId: null });
    expect(refusal(await volunteer(app, organizer, id))).toBe('NOT_FOUND');
  });

  test('see whether a volunteer is a minor, but not the year of birth', async () => {
    const year = new Date().getUTCFullYear();
    const ana = await app.signedIn();
    const isMinorWith = async (input: Record<string, unknown>) => {
      const { data } = await updateMe(app, ana, { homeChapterId: chapter.id, minor: false, birthYear: null, ...input });
      return (await volunteer(app, organizer, data.updateMyVolunteer.id)).data.volunteer.isMinor;
    };
    expect(await isMinorWith({})).toBe(false);
    expect(await isMinorWith({ minor: true })).toBe(true);
    expect(await isMinorWith({ birthYear: year - 18 })).toBe(true);
    expect(await isMinorWith({ birthYear: year - 19 })).toBe(false);
    const { id } = (await updateMe(app, ana, {})).data.updateMyVolunteer;
    const response = await app.graphql('query ($id: ID!) { volunteer(id: $id) { birthYear } }', { id }, organizer);
    expect(refusal(response)).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('correct profiles in their own chapters, which is recorded', async () => {
    const bea = await aVolunteer(app, chapter.id, { name: 'Bae' });
    const correct = (input: Record<string, unknown>, session = organizer) =>
      app.graphql<{ updateVolunteer: Record<string, unknown> }>(
        `mutation ($id: ID!, $input: VolunteerInput!) { updateVolunteer(id: $id, input: $input) { name homeChapter { id } version } }`,
        { id: bea.id, input },
        session as typeof organizer,
      );
    expect(refusal(await correct({ name: 'X' }, stranger as typeof organizer))).toBe('NOT_FOUND');
    const otherChapter = await aChapter(app.db);
    expect(faultsOf(await correct({ homeChapterId: otherChapter.id }))).toEqual({ homeChapterId: 'not-there' });
    const { data } = await correct({ name: 'Bea', homeChapterId: chapter.id });
    expect(data.updateVolunteer).toEqual({ name: 'Bea', homeChapter: { id: chapter.id }, version: 2 });
    const [line] = await app.db.query(
      'SELECT kind, detail, by_account_id FROM volunteers.history WHERE volunteer_id = $1',
      [bea.id],
    );
    expect(line).toEqual({
      kind: 'profile-changed',
      detail: 'homeChapterId name',
      by_account_id: organizer.accountId,
    });
  });
});

describe('skills and interests', () => {
  const admins = async () => app.signedIn({ role: 'admin' });
  const create = (name: string, session: { cookie: string }) =>
    app.graphql<{ createVolunteerTerm: { id: string } }>(
      `mutation ($input: VolunteerTermInput!) { createVolunteerTerm(input: $input) { id } }`,
      { input: { kind: 'SKILL', name, nameEs: `${name} (es)` } },
      session,
    );

  test('are unique, and retired ones stay with those who chose them', async () => {
    const admin = await admins();
    const { data } = await create('Beekeeping', admin);
    const { id } = data.createVolunteerTerm;
    expect(refusal(await create('BEEKEEPING', admin))).toBe('TERM_EXISTS');
    const ana = await app.signedIn();
    await updateMe(app, ana, { skillIds: [id] });
    await app.graphql('mutation ($id: ID!) { retireVolunteerTerm(id: $id) { id } }', { id }, admin);
    const { data: shownTerms } = await app.graphql<{ volunteerTerms: Array<{ id: string }> }>(
      '{ volunteerTerms { id } }',
    );
    expect(shownTerms.volunteerTerms.map((term) => term.id)).not.toContain(id);
    expect((await updateMe(app, ana, { phone: '+13105550142' })).data.updateMyVolunteer.skillIds).toEqual([id]);
    const bea = await app.signedIn();
    expect(faultsOf(await updateMe(app, bea, { skillIds: [id] }))).toEqual({ skillIds: 'not-there' });
  });
});
