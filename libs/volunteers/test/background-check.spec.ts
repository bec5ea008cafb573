import { refusal, startApp, type RequestOptions, type TestApp } from '@upstander/tests/support/app.js';
import {
  type CredentialRow,
  aCredentialType,
  credentialFields,
  signedInVolunteer,
  listPendingCredentials,
} from '@upstander/tests/support/credentials.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
let chapter: { id: string };
let rosa: { cookie: string };
let admin: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T17:00:00Z');
  chapter = await aChapter(app.db);
  rosa = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa' });
  admin = await app.signedIn({ role: 'admin' });
});
beforeEach(() => app.clock.set('2026-12-01T17:00:00Z'));
afterAll(() => app.close());

const ask = <T>(document: string, variables: Record<string, unknown>, session?: RequestOptions) =>
  app.graphql<T>(document, variables, session);

const ana = () => signedInVolunteer(app, chapter.id);
const listPending = (session: RequestOptions) => listPendingCredentials(app, session);

describe('a background check', () => {
  const requestCheck = (volunteerId: string, typeId: string, session: RequestOptions = admin) =>
    ask<{ requestScreening: CredentialRow }>(
      `mutation ($v: ID!, $t: ID!) { requestScreening(volunteerId: $v, typeId: $t) { ${credentialFields} } }`,
      { v: volunteerId, t: typeId },
      session,
    );
  const disclose = (id: string, session: RequestOptions) =>
    ask('mutation ($id: ID!) { acknowledgeDisclosure(id: $id, version: 1) { status } }', { id }, session);
  const authorise = (id: string, session: RequestOptions) =>
    ask('mutation ($id: ID!) { authoriseScreening(id: $id, name: "Ana Reyes") { status } }', { id }, session);
  const record = (id: string, input: Record<string, unknown>) =>
    ask<{ recordScreening: CredentialRow & { finalFrom: string } }>(
      `mutation ($input: RecordBackgroundCheckInput!) { recordScreening(input: $input) { ${credentialFields} finalFrom } }`,
      { input: { id, issuedOn: '2026-12-01', providerReference: 'CHK-1', ...input } },
      admin,
    );
  const settle = (id: string, approve: boolean) =>
    ask<{ decideScreening: CredentialRow }>(
      `mutation ($id: ID!, $approve: Boolean!) { decideScreening(id: $id, approve: $approve) { ${credentialFields} } }`,
      { id, approve },
      admin,
    );

  test('goes from the disclosure to the authorization to the result, in that order only', async () => {
    const person = await ana();
    const type = await aCredentialType(app.db, { kind: 'screening', validMonths: 24 });
    const { id } = (await requestCheck(person.id, type.id)).data.requestScreening;
    expect(refusal(await requestCheck(person.id, type.id))).toBe('CREDENTIAL_PENDING');
    expect(refusal(await authorise(id, person))).toBe('SCREENING_IN_STEPS');
    expect(refusal(await record(id, { clear: true }))).toBe('SCREENING_IN_STEPS');
    await disclose(id, person);
    expect(refusal(await record(id, { clear: true }))).toBe('SCREENING_IN_STEPS');
    expect(refusal(await disclose(id, await ana()))).toBe('NOT_FOUND');
    await authorise(id, person);
    expect(await listPending(admin)).toContainEqual({ id, status: 'AUTHORISED' });
    expect((await record(id, { clear: true })).data.recordScreening).toMatchObject({
      status: 'APPROVED',
      counts: true,
      expiresOn: '2028-11-30',
    });
  });

  test('is rejected by the database when out of order', async () => {
    const { id } = await aVolunteer(app, chapter.id);
    const type = await aCredentialType(app.db, { kind: 'screening' });
    const insert = (columns: string, values: string) =>
      app.db.query(
        `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, created_at, updated_at, status, ${columns})
         VALUES ($1, $2, 'screening', now(), now(), 'approved', ${values})`,
        [id, type.id],
      );
    await expect(insert('issued_on', `'2026-01-01'`)).rejects.toThrow('screening_in_order');
    await expect(insert('disclosed_at, text_version', `now(), 1`)).rejects.toThrow('screening_in_order');
  });

  test('is not rejected before the notice period of five business days ends', async () => {
    const person = await ana();
    const type = await aCredentialType(app.db, { kind: 'screening' });
    const { id } = (await requestCheck(person.id, type.id)).data.requestScreening;
    await disclose(id, person);
    await authorise(id, person);
    expect(refusal(await record(id, { clear: false }))).toBe('BAD_INPUT');
    // December 1 is a Tuesday, so five business days end on Tuesday, December 8.
    const { data } = await record(id, { clear: false, reportGiven: true });
    expect(data.recordScreening).toMatchObject({ status: 'UNDER_REVIEW', counts: false, finalFrom: '2026-12-09' });
    const [notice] = await renderPendingEmails(app, { recipient: person.email, template: 'screening-notice' });
    expect(notice?.text).toMatch(/No\s+decision\s+has\s+been\s+made\s+yet/);
    expect(notice?.text).toContain('December 9, 2026');
    app.clock.set('2026-12-09T07:59:00Z');
    const earlyAnswer = await settle(id, false);
    expect(refusal(earlyAnswer)).toBe('NOTICE_RUNS');
    app.clock.set('2026-12-09T08:00:00Z');
    expect((await settle(id, false)).data.decideScreening.status).toBe('REJECTED');
    const [final] = await renderPendingEmails(app, { recipient: person.email, template: 'screening-refused' });
    expect(final?.text).toContain('Within 60 days');
    expect(refusal(await settle(id, true))).toBe('CREDENTIAL_DECIDED');
  });

  test('shows organizers only that it is not done yet', async () => {
    const person = await ana();
    const type = await aCredentialType(app.db, { kind: 'screening' });
    const { id } = (await requestCheck(person.id, type.id)).data.requestScreening;
    await disclose(id, person);
    await authorise(id, person);
    await record(id, { clear: false, reportGiven: true });
    const readCredentials = async (session: RequestOptions) =>
      (
        await ask<{ volunteer: { credentials: Array<{ status: string; providerReference: string | null }> } }>(
          'query ($id: ID!) { volunteer(id: $id) { credentials { status providerReference finalFrom notifiedAt } } }',
          { id: person.id },
          session,
        )
      ).data.volunteer.credentials;
    expect(await readCredentials(rosa)).toEqual([
      { status: 'REQUESTED', providerReference: null, finalFrom: null, notifiedAt: null },
    ]);
    expect(await readCredentials(admin)).toMatchObject([{ status: 'UNDER_REVIEW', providerReference: 'CHK-1' }]);
    expect((await listPending(rosa)).map((one) => one.id)).not.toContain(id);
  });
});
