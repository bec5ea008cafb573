import { randomUUID } from 'node:crypto';
import {
  aConsultation,
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  actAsBusiness,
  runBypassingTriggers,
  safeContact,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
restoreBeforeEach(
  () => app,
  ['identity', 'notifications', 'opportunities', 'platform', 'sealed'],
  '2026-12-01T10:00:00Z',
);
afterAll(() => app.close());

const advanceAndNotify = async (milliseconds: number) => {
  app.clock.advance(milliseconds);
  await app.runJob('make-message-notices');
};

test('an advocate sees which of their records have new messages until opening them', async () => {
  const advocate = await anAdvocate(app);
  const colleague = await anAdvocate(app, 'Lu Park');
  const { id, code } = await anApplication(app);
  await anApplication(app);
  await asAdvocate(app, advocate).take(id);
  const readMessages = async (session: { cookie: string }, unread = true) => {
    const { data } = await app.graphql<{ sealedApplications: { totalCount: number } }>(
      `query ($unread: Boolean) { sealedApplications(filter: { mine: true, unread: $unread }) { totalCount } }`,
      { unread },
      session,
    );
    return data.sealedApplications.totalCount;
  };
  await asAdvocate(app, advocate).open(id);
  expect([await readMessages(advocate), await readMessages(advocate, false)]).toEqual([0, 1]);
  await withCode(app, code).answer({ body: 'Is anybody there?' });
  expect([await readMessages(advocate), await readMessages(advocate, false)]).toEqual([1, 0]);
  expect(await readMessages(colleague)).toBe(0);
  await asAdvocate(app, advocate).open(id);
  expect(await readMessages(advocate)).toBe(0);
});

describe('the person', () => {
  test('never gets an email; replies wait until the code is used', async () => {
    const introduction = await anIntroduction(app);
    await withCode(app, introduction.code).changeSafeContact({
      safeContact: { channel: 'MAIL', value: 'canary@example.org', mayLeaveMessage: true },
    });
    await introduction.desk.writeToPerson({
      recordId: introduction.id,
      kind: 'APPLICATION',
      body: 'Please come back.',
    });
    await introduction.desk.proposeConsent({
      applicationId: introduction.id,
      shares: 'More.',
      expiresAt: new Date(app.clock.now().valueOf() + hours(48)).toISOString(),
    });
    await advanceAndNotify(minutes(15));
    const everyMail = await app.db.query('SELECT recipient::text, data, key FROM notifications.mail');
    expect(JSON.stringify(everyMail)).not.toMatch(/canary|\+?13105550123/);
    expect((await withCode(app, introduction.code).open()).messages).toMatchObject([{ body: 'Please come back.' }]);
  });
});

test('sealed content appears in no table, queue or stored response that the app can read', async () => {
  const canary = `canary${randomUUID().replaceAll('-', '')}`;
  const mark = (field: string) => `${canary}${field}`;
  const introduction = await anIntroduction(app, {
    alias: mark('alias'),
    shares: mark('shares'),
    availability: mark('when'),
  });
  const sealed = { nameToUse: mark('name'), safeContact: { ...safeContact, when: mark('hour') } };
  const { code } = await anApplication(app, { ...sealed, note: mark('note'), idempotencyKey: randomUUID() });
  await aConsultation(app, {
    ...sealed,
    about: mark('about'),
    interpreter: mark('tongue'),
    idempotencyKey: randomUUID(),
  });
  await withCode(app, code).answer({ body: mark('answer'), idempotencyKey: randomUUID() });
  await introduction.desk.writeToPerson({
    recordId: introduction.id,
    kind: 'APPLICATION',
    body: mark('letter'),
    idempotencyKey: 'k',
  });
  await introduction.desk.writeToBusiness({
    introductionId: introduction.introductionId,
    body: mark('business'),
    idempotencyKey: 'k',
  });
  await introduction.desk.placeHold({ recordId: introduction.id, kind: 'APPLICATION', reason: mark('hold') });
  await actAsBusiness(app, introduction.member).write({
    introductionId: introduction.introductionId,
    body: mark('back'),
    idempotencyKey: 'k',
  });
  await advanceAndNotify(minutes(15));
  const tables = await app.db.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  );
  expect(tables.map(({ name }) => name)).not.toContain('sealed.application');
  for (const { name } of tables) {
    const matches = await app.db.query(
      `SELECT FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%' || $2 || '%'`,
      [canary, Buffer.from(canary).toString('hex')],
    );
    expect([name, matches]).toEqual([name, []]);
  }
  // Nor in the zone itself: a dump of the whole server contains only ciphertext.
  const sealedTables = await runBypassingTriggers<{ name: string }>(
    app,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'sealed'`,
  );
  expect(sealedTables.length).toBeGreaterThan(10);
  for (const { name } of sealedTables) {
    const matches = await runBypassingTriggers(app, `SELECT FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'`, [
      Buffer.from(canary).toString('hex'),
    ]);
    expect([name, matches]).toEqual([name, []]);
  }
});
