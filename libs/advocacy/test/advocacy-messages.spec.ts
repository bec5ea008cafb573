import { MailTemplates } from '@upstander/notifications';
import { randomUUID } from 'node:crypto';
import {
  aConsultation,
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  asBusiness,
  byForce,
  safeContact,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { goBackBeforeEach } from '@upstander/tests/support/kept-tables.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';
import { writtenMails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
goBackBeforeEach(
  () => app,
  ['identity', 'notifications', 'opportunities', 'platform', 'sealed'],
  '2026-12-01T10:00:00Z',
);
afterAll(() => app.close());

interface MailRow extends Record<string, unknown> {
  key: string;
  recipient: string;
  subject_id: string;
  data: Record<string, unknown>;
}
const notices = () =>
  app.db.query<MailRow>(
    `SELECT key, recipient::text, subject_id, data FROM notifications.mail WHERE template = 'message-waiting' ORDER BY due_at, key`,
  );
const recipients = async () => (await notices()).map(({ recipient }) => recipient);
const later = async (milliseconds: number) => {
  app.clock.advance(milliseconds);
  await app.runJob('make-message-notices');
};

test('an advocate finds in which of their records somebody has written, until they have opened it', async () => {
  const advocate = await anAdvocate(app);
  const colleague = await anAdvocate(app, 'Lu Park');
  const { id, code } = await anApplication(app);
  await anApplication(app);
  await asAdvocate(app, advocate).take(id);
  const written = async (who: { cookie: string }, unread = true) => {
    const { data } = await app.graphql<{ sealedApplications: { totalCount: number } }>(
      `query ($unread: Boolean) { sealedApplications(filter: { mine: true, unread: $unread }) { totalCount } }`,
      { unread },
      who,
    );
    return data.sealedApplications.totalCount;
  };
  await asAdvocate(app, advocate).open(id);
  expect([await written(advocate), await written(advocate, false)]).toEqual([0, 1]);
  await withCode(app, code).answer({ body: 'Is anybody there?' });
  expect([await written(advocate), await written(advocate, false)]).toEqual([1, 0]);
  expect(await written(colleague)).toBe(0);
  await asAdvocate(app, advocate).open(id);
  expect(await written(advocate)).toBe(0);
});

describe('an advocate is told', () => {
  test('that something came, once and in four words; a second thing soon after brings no second mail', async () => {
    const advocate = await anAdvocate(app);
    await anApplication(app);
    await later(minutes(1));
    await aConsultation(app);
    await later(minutes(1));
    await later(minutes(30));
    expect(await recipients()).toEqual([advocate.email]);
    // Hours later, because of what came since; and then no more.
    await later(hours(4));
    expect(await recipients()).toHaveLength(2);
    await later(hours(24));
    expect(await recipients()).toHaveLength(2);
  });

  test('all of them while nobody has it; then the one who has', async () => {
    const [one, two] = [await anAdvocate(app), await anAdvocate(app, 'Noor Haddad')];
    const { id, code } = await anApplication(app);
    await later(minutes(1));
    expect((await recipients()).sort()).toEqual([one.email, two.email].sort());
    await asAdvocate(app, one).take(id);
    app.clock.advance(hours(5));
    await withCode(app, code).answer({ body: 'Hello.' });
    await later(minutes(1));
    expect((await recipients()).slice(2)).toEqual([one.email]);
  });

  test('of what belonged to somebody who is no advocate any more', async () => {
    const [gone, here] = [await anAdvocate(app), await anAdvocate(app, 'Noor Haddad')];
    const { id, code } = await anApplication(app);
    await asAdvocate(app, gone).take(id);
    await app.db.query('DELETE FROM identity."grant" WHERE account_id = $1', [gone.accountId]);
    await withCode(app, code).answer({ body: 'Is anybody there?' });
    await later(minutes(1));
    expect(await recipients()).toEqual([here.email]);
  });

  test('not of what was read before the mail was written', async () => {
    const advocate = await anAdvocate(app);
    const { id } = await anApplication(app);
    await later(minutes(1));
    await asAdvocate(app, advocate).take(id);
    expect(await writtenMails(app, { template: 'message-waiting' })).toEqual([]);
  });

  test('once, however many processes look at the same time', async () => {
    await anAdvocate(app);
    await anApplication(app);
    app.clock.advance(minutes(1));
    await Promise.all([1, 2, 3, 4].map(() => app.runJob('make-message-notices')));
    expect(await recipients()).toHaveLength(1);
  });
});

describe('a business is told', () => {
  test('of an introduction and of messages, every member; while the consent lives', async () => {
    const made = await anIntroduction(app);
    await later(minutes(1));
    expect(await recipients()).toEqual([made.member.email]);
    await asBusiness(app, made.member).answer({ id: made.introductionId, answer: 'INTERESTED' });
    app.clock.advance(hours(5));
    await made.desk.writeToBusiness({ introductionId: made.introductionId, body: 'Hello.' });
    await withCode(app, made.code).revokeConsent({ consentId: made.consentId });
    await later(minutes(1));
    expect((await recipients()).filter((email) => email === made.member.email)).toHaveLength(1);
  });

  test('and its answer is told to the advocate', async () => {
    const made = await anIntroduction(app);
    await later(minutes(1));
    await asBusiness(app, made.member).answer({ id: made.introductionId, answer: 'NOT_NOW' });
    await later(minutes(1));
    expect(await recipients()).toContain(made.advocate.email);
  });
});

describe('what a notice says', () => {
  test('is that there is one: no name, no business, no word of ours about what we do, no id of what is sealed', async () => {
    const made = await anIntroduction(app, { alias: 'Xaviera', shares: 'Quetzal feathers' });
    await made.desk.writeToBusiness({ introductionId: made.introductionId, body: 'Pomegranate' });
    await withCode(app, made.code).answer({ body: 'Pomegranate' });
    await later(minutes(1));
    const rows = await notices();
    const ids = [made.id, made.introductionId, made.consentId, made.opportunityId];
    for (const { key, data, subject_id } of rows) {
      expect(ids.filter((id) => `${key} ${JSON.stringify(data)} ${subject_id}`.includes(id))).toEqual([]);
    }
    expect(rows.map(({ subject_id }) => subject_id).sort()).toEqual(
      [made.advocate.accountId, made.member.businessId].sort(),
    );
    const mails = await writtenMails(app, { template: 'message-waiting' });
    expect(mails.map(({ subject }) => subject)).toEqual(['You have a message', 'You have a message']);
    for (const { text, html } of mails) {
      expect(`${text}${html}`).not.toMatch(
        /Xaviera|Quetzal|Pomegranate|Women|surviv|traffick|advocate|application|consult|Baker/i,
      );
      expect(text.match(/https?:\S+/g)!.every((url) => /\/(admin|sign-in)?$|:\d+$|1$/.test(url))).toBe(true);
    }
    const template = app.nest.get(MailTemplates).find('message-waiting')!;
    expect(template).toMatchObject({ class: 'transactional' });
    expect(template.render({ facts: { desk: 'advocate' }, data: {} }, 'es')).toMatchObject({
      subject: 'Tienes un mensaje',
      discreet: true,
    });
  });
});

describe('the person', () => {
  test('is never written to: whatever is written for them waits where they come with their code', async () => {
    const made = await anIntroduction(app);
    await withCode(app, made.code).changeSafeContact({
      safeContact: { channel: 'MAIL', value: 'canary@example.org', mayLeaveMessage: true },
    });
    await made.desk.writeToPerson({ recordId: made.id, kind: 'APPLICATION', body: 'Please come back.' });
    await made.desk.proposeConsent({
      applicationId: made.id,
      shares: 'More.',
      expiresAt: new Date(app.clock.now().valueOf() + hours(48)).toISOString(),
    });
    await later(minutes(1));
    const everyMail = await app.db.query<MailRow>('SELECT recipient::text, data, key FROM notifications.mail');
    expect(JSON.stringify(everyMail)).not.toMatch(/canary|\+?13105550123/);
    expect((await withCode(app, made.code).open()).messages).toMatchObject([{ body: 'Please come back.' }]);
  });
});

test('nothing that was sealed stands in any table that the app can read, in no queue and in no answer kept for retries', async () => {
  const canary = `canary${randomUUID().replaceAll('-', '')}`;
  const mark = (what: string) => `${canary}${what}`;
  const made = await anIntroduction(app, { alias: mark('alias'), shares: mark('shares'), availability: mark('when') });
  const sealed = { nameToUse: mark('name'), safeContact: { ...safeContact, when: mark('hour') } };
  const { code } = await anApplication(app, { ...sealed, note: mark('note'), idempotencyKey: randomUUID() });
  await aConsultation(app, {
    ...sealed,
    about: mark('about'),
    interpreter: mark('tongue'),
    idempotencyKey: randomUUID(),
  });
  await withCode(app, code).answer({ body: mark('answer'), idempotencyKey: randomUUID() });
  await made.desk.writeToPerson({ recordId: made.id, kind: 'APPLICATION', body: mark('letter'), idempotencyKey: 'k' });
  await made.desk.writeToBusiness({ introductionId: made.introductionId, body: mark('business'), idempotencyKey: 'k' });
  await made.desk.placeHold({ recordId: made.id, kind: 'APPLICATION', reason: mark('hold') });
  await asBusiness(app, made.member).write({
    introductionId: made.introductionId,
    body: mark('back'),
    idempotencyKey: 'k',
  });
  await later(minutes(1));
  const tables = await app.db.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  );
  expect(tables.map(({ name }) => name)).not.toContain('sealed.application');
  for (const { name } of tables) {
    const found = await app.db.query(
      `SELECT FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%' || $2 || '%'`,
      [canary, Buffer.from(canary).toString('hex')],
    );
    expect([name, found]).toEqual([name, []]);
  }
  // Nor as it is in the zone itself: what a dump of the whole server has is ciphertext.
  const sealedTables = await byForce<{ name: string }>(
    app,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'sealed'`,
  );
  expect(sealedTables.length).toBeGreaterThan(10);
  for (const { name } of sealedTables) {
    const found = await byForce(app, `SELECT FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'`, [
      Buffer.from(canary).toString('hex'),
    ]);
    expect([name, found]).toEqual([name, []]);
  }
});
