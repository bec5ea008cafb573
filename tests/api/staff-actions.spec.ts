import { locales } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { randomUUID } from 'node:crypto';
import { anAdvocate, asAdvocate, anApplication } from '../support/advocacy.js';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift } from '../support/factories.js';
import { days } from '../support/movable-clock.js';
import { signUpExpectingPlace } from '../support/sign-ups.js';
import { recordedOperations, recordedRoutes } from '../support/staff-operations.js';
import { runAsOwner } from '../support/tampering.js';

interface Row {
  operation: string;
  detail: string | null;
  requestId: string;
  actor: { id: string; name: string | null };
  targets: { kind: string; id: string }[];
}

const staffActionsQuery = `query ($filter: StaffActionFilter) { staffActions(filter: $filter, first: 100) {
  edges { node { operation detail requestId actor { id name } targets { kind id } } } } }`;
const close = 'mutation ($id: ID!) { closeChapter(id: $id) { id } }';
const create = `mutation ($name: String!) { createChapter(name: $name, timeZone: "America/Los_Angeles", city: "Fresno") { id } }`;

describe('staff actions', () => {
  let app: TestApp;
  let admin: { accountId: string; cookie: string };
  beforeAll(async () => {
    app = await startApp();
    admin = await app.signedIn({ role: 'admin', name: 'Rosa Admin' });
  });
  afterAll(() => app.close());

  async function trail(filter: Record<string, unknown> = {}): Promise<Row[]> {
    const { data, errors } = await app.graphql<{ staffActions: { edges: { node: Row }[] } }>(
      staffActionsQuery,
      { filter },
      { cookie: admin.cookie },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.staffActions.edges.map(({ node }) => node);
  }
  const asAdmin = <Data>(query: string, variables: Record<string, unknown>) =>
    app.graphql<Data>(query, variables, { cookie: admin.cookie });

  test('are recorded with actor, operation, subject and request ID', async () => {
    const chapter = await aChapter(app.db, { name: 'Bakersfield' });
    const { headers } = await asAdmin(close, { id: chapter.id });
    expect(await trail({ about: chapter.id })).toEqual([
      {
        operation: 'closeChapter',
        detail: null,
        requestId: headers.get('x-request-id'),
        actor: { id: admin.accountId, name: 'Rosa Admin' },
        targets: [{ kind: 'chapter', id: chapter.id }],
      },
    ]);
    expect(await trail({ about: headers.get('x-request-id') })).toHaveLength(1);
  });

  test('record the IDs of created records and no user input', async () => {
    const { data } = await asAdmin<{ createChapter: { id: string } }>(create, { name: 'Marigold Springs' });
    const [row] = await trail({ operation: 'createChapter' });
    expect(row?.targets).toEqual([{ kind: 'chapter', id: data.createChapter.id }]);
    const everything = await app.db.query<{ row: string }>(
      `SELECT s::text AS row FROM identity.staff_action s UNION ALL SELECT t::text FROM identity.staff_action_thing t`,
    );
    expect(everything.map(({ row: text }) => text).join()).not.toMatch(/marigold|fresno/i);
  });

  test('get one row each when a request contains several', async () => {
    const before = (await trail({ operation: 'createChapter' })).length;
    await asAdmin(
      `mutation { a: createChapter(name: "One", timeZone: "America/Los_Angeles", city: "A") { id }
         b: createChapter(name: "Two", timeZone: "America/Los_Angeles", city: "B") { id } }`,
      {},
    );
    expect(await trail({ operation: 'createChapter' })).toHaveLength(before + 2);
  });

  test("are rolled back if the row can't be written", async () => {
    const chapter = await aChapter(app.db, { name: 'Chico' });
    await runAsOwner(app, 'ALTER TABLE identity.staff_action RENAME TO staff_action_away');
    const { errors } = await asAdmin(close, { id: chapter.id });
    await runAsOwner(app, 'ALTER TABLE identity.staff_action_away RENAME TO staff_action');
    expect(refusal({ errors })).toBe('INTERNAL_SERVER_ERROR');
    const [chapterRow] = await app.db.query<{ closed_at: Date | null }>(
      'SELECT closed_at FROM identity.chapter WHERE id = $1',
      [chapter.id],
    );
    expect(chapterRow?.closed_at).toBeNull();
  });

  test('omit refused actions and self-service', async () => {
    const before = (await trail()).length;
    expect(refusal(await asAdmin(close, { id: randomUUID() }))).toBe('NOT_FOUND');
    const organizer = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
    expect(refusal(await app.graphql(create, { name: 'No' }, { cookie: organizer.cookie }))).toBe('NOT_ALLOWED');
    const shift = await aShift(app.db, { eventId: (await anEvent(app.db)).id });
    await signUpExpectingPlace(app, { shiftId: shift.id }, { cookie: organizer.cookie });
    await signUpExpectingPlace(app, { shiftId: shift.id });
    await app.graphql('mutation { signOut { ok } }', {}, { cookie: organizer.cookie });
    expect(await trail()).toHaveLength(before);
  });

  test('record a file before it is sent, both from the server and from a list', async () => {
    const files = (await trail({ operation: 'export' })).length;
    const headers = { cookie: admin.cookie, 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(`${app.url}/exports/volunteers.csv`, { headers });
    await answer.text();
    const rows = await trail({ operation: 'export' });
    expect([answer.status, rows.length, rows[0]?.detail]).toEqual([200, files + 1, '/exports/volunteers.csv']);
    await asAdmin('mutation { noteExport(list: "mail") { ok } }', {});
    expect((await trail({ operation: 'noteExport' }))[0]?.detail).toBe('mail');
    expect(refusal(await asAdmin('mutation { noteExport(list: "Ana Reyes") { ok } }', {}))).toBe('BAD_INPUT');
  });

  test('stay separate from the trail of the sealed zone', async () => {
    const advocate = await anAdvocate(app);
    const { id } = await anApplication(app);
    const before = (await trail()).length;
    await asAdvocate(app, advocate).take(id);
    expect(await trail()).toHaveLength(before);
    expect(await trail({ about: id })).toEqual([]);
  });

  test("are readable by admins only, and programs can't change or delete them", async () => {
    const finance = await app.signedIn({ role: 'finance' });
    expect(refusal(await app.graphql(staffActionsQuery, {}, { cookie: finance.cookie }))).toBe('NOT_ALLOWED');
    for (const table of ['staff_action', 'staff_action_thing']) {
      await expect(app.db.query(`DELETE FROM identity.${table}`)).rejects.toThrow('permission denied');
      await expect(app.db.query(`UPDATE identity.${table} SET at = now()`)).rejects.toThrow('permission denied');
    }
  });

  test('are deleted after STAFF_ACTION_DAYS, and never before 90 days', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    await app.db.query(
      `INSERT INTO identity.staff_action (id, at, account_id, operation, request_id)
       VALUES ($1, now() - interval '800 days', $3, 'closeChapter', 'old-request'),
         ($2, now() - interval '700 days', $3, 'closeChapter', 'young-request')`,
      [old, young, admin.accountId],
    );
    await app.runJob('forget-sign-ins');
    expect(await trail({ about: 'old-request' })).toEqual([]);
    expect(await trail({ about: 'young-request' })).toHaveLength(1);
    const all = () => app.db.query('SELECT id FROM identity.staff_action');
    const before = (await all()).length;
    app.clock.advance(days(5_000));
    await app.runJob('forget-sign-ins');
    app.clock.release();
    expect((await all()).length).toBe(before - 1);
  });

  test('every staff operation has a label in both languages', () => {
    const routes = recordedRoutes(app);
    const recorded = [...new Set([...recordedOperations(app), ...routes.map(({ operation }) => operation)])];
    expect(recorded.length).toBeGreaterThan(100);
    for (const locale of locales) {
      const { operations, files } = adminCatalogOf(locale).admin.staffActions;
      expect([locale, recorded.filter((name) => !Object.hasOwn(operations, name))]).toEqual([locale, []]);
      expect([locale, Object.keys(operations).filter((name) => !recorded.includes(name))]).toEqual([locale, []]);
      expect([locale, routes.filter(({ url }) => !Object.hasOwn(files, url))]).toEqual([locale, []]);
      expect(Object.values(files).every(Boolean)).toBe(true);
    }
  });
});
