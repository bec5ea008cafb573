import { randomUUID } from 'node:crypto';
import { MailTemplates } from '@upstander/notifications';
import { JobQueue } from '@upstander/platform';
import {
  aConsultation,
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  actAsBusiness,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

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

interface MailRow extends Record<string, unknown> {
  key: string;
  recipient: string;
  subject_id: string;
  due_at: Date;
  data: Record<string, unknown>;
}
const notices = () =>
  app.db.query<MailRow>(
    `SELECT key, recipient::text, subject_id, data, due_at FROM notifications.mail WHERE template = 'message-waiting' ORDER BY due_at, key`,
  );
const recipients = async () => (await notices()).map(({ recipient }) => recipient);
const advanceAndNotify = async (milliseconds: number) => {
  app.clock.advance(milliseconds);
  await app.runJob('make-message-notices');
};

const runAt = async (time: string) => {
  app.clock.set(`2026-12-01T${time}Z`);
  await app.runJob('make-message-notices');
};

describe('advocates are notified', () => {
  test('at the next quarter hour, without another email for a message soon after', async () => {
    const advocate = await anAdvocate(app);
    app.clock.set('2026-12-01T10:02:11Z');
    await anApplication(app);
    for (const time of ['10:02:12', '10:09:00', '10:14:59']) await runAt(time);
    expect(await recipients()).toEqual([]);
    await runAt('10:15:03');
    await aConsultation(app);
    for (const time of ['10:16:00', '10:30:00', '10:45:00']) await runAt(time);
    const [sentNotice] = await notices();
    expect(await recipients()).toEqual([advocate.email]);
    expect(sentNotice!.due_at.toISOString()).toBe('2026-12-01T10:15:00.000Z');
    // Hours later for newer items, and then not again.
    for (const time of ['14:14:00', '14:16:00']) await runAt(time);
    expect(await recipients()).toHaveLength(2);
    await runAt('23:59:00');
    expect(await recipients()).toHaveLength(2);
  });

  test('all together, regardless of which advocate the item is for', async () => {
    const [one, second] = [await anAdvocate(app), await anAdvocate(app, 'Noor Haddad')];
    const { id, code } = await anApplication(app);
    await advanceAndNotify(minutes(15));
    expect((await recipients()).sort()).toEqual([one.email, second.email].sort());
    await asAdvocate(app, one).take(id);
    app.clock.advance(hours(5));
    await withCode(app, code).answer({ body: 'Hello.' });
    await advanceAndNotify(minutes(15));
    expect((await recipients()).slice(2).sort()).toEqual([one.email, second.email].sort());
  });

  test('of an application whose advocate no longer has the role', async () => {
    const [former, current] = [await anAdvocate(app), await anAdvocate(app, 'Noor Haddad')];
    const { id, code } = await anApplication(app);
    await asAdvocate(app, former).take(id);
    await app.db.query('DELETE FROM identity."grant" WHERE account_id = $1', [former.accountId]);
    await withCode(app, code).answer({ body: 'Is anyone there?' });
    await advanceAndNotify(minutes(15));
    expect(await recipients()).toEqual([current.email]);
  });

  test('only of items that are still unread when the email is sent', async () => {
    const advocate = await anAdvocate(app);
    const { id } = await anApplication(app);
    await advanceAndNotify(minutes(15));
    await asAdvocate(app, advocate).take(id);
    expect(await renderPendingEmails(app, { template: 'message-waiting' })).toEqual([]);
  });

  test('once, even if several processes run at the same time', async () => {
    await anAdvocate(app);
    await anApplication(app);
    app.clock.advance(minutes(15));
    await Promise.all([1, 2, 3, 4].map(() => app.runJob('make-message-notices')));
    expect(await recipients()).toHaveLength(1);
  });

  test('without enqueuing a job on a message, because its time would reveal when it was written', async () => {
    const introduction = await anIntroduction(app);
    const enqueued = jest.spyOn(app.nest.get(JobQueue), 'enqueue');
    await anApplication(app);
    await withCode(app, introduction.code).answer({ body: 'Hello.' });
    await introduction.desk.writeToBusiness({ introductionId: introduction.introductionId, body: 'Hello.' });
    await actAsBusiness(app, introduction.member).answer({ id: introduction.introductionId, answer: 'INTERESTED' });
    await actAsBusiness(app, introduction.member).write({
      introductionId: introduction.introductionId,
      body: 'Hello.',
    });
    expect(enqueued.mock.calls).toEqual([]);
    enqueued.mockRestore();
  });
});

describe('the members of a business are notified', () => {
  test('of introductions and messages at a quarter hour, while the consent is live', async () => {
    const introduction = await anIntroduction(app);
    await advanceAndNotify(minutes(14));
    expect(await recipients()).toEqual([]);
    await advanceAndNotify(minutes(1));
    expect(await recipients()).toEqual([introduction.member.email]);
    await actAsBusiness(app, introduction.member).answer({ id: introduction.introductionId, answer: 'INTERESTED' });
    app.clock.advance(hours(5));
    await introduction.desk.writeToBusiness({ introductionId: introduction.introductionId, body: 'Hello.' });
    await withCode(app, introduction.code).revokeConsent({ consentId: introduction.consentId });
    await advanceAndNotify(minutes(15));
    expect((await recipients()).filter((email) => email === introduction.member.email)).toHaveLength(1);
  });

  test('and the advocates are notified of their answer', async () => {
    const introduction = await anIntroduction(app);
    await advanceAndNotify(minutes(15));
    await actAsBusiness(app, introduction.member).answer({ id: introduction.introductionId, answer: 'NOT_NOW' });
    await advanceAndNotify(minutes(15));
    expect(await recipients()).toContain(introduction.advocate.email);
  });
});

describe('a notice', () => {
  test('says only that something is waiting, without names or IDs', async () => {
    const introduction = await anIntroduction(app, { alias: 'Xaviera', shares: 'Quetzal feathers' });
    await introduction.desk.writeToBusiness({ introductionId: introduction.introductionId, body: 'Pomegranate' });
    await withCode(app, introduction.code).answer({ body: 'Pomegranate' });
    await advanceAndNotify(minutes(15));
    const rows = await notices();
    const ids = [
      introduction.id,
      introduction.introductionId,
      introduction.consentId,
      introduction.opportunityId,
      introduction.member.businessId,
    ];
    for (const { key, data, subject_id } of rows) {
      expect(ids.filter((id) => `${key} ${JSON.stringify(data)} ${subject_id}`.includes(id))).toEqual([]);
    }
    expect(rows.map(({ subject_id }) => subject_id).sort()).toEqual(
      [introduction.advocate.accountId, introduction.member.accountId].sort(),
    );
    const mails = await renderPendingEmails(app, { template: 'message-waiting' });
    expect(mails.map(({ subject }) => subject)).toEqual(['Something is waiting', 'Something is waiting']);
    for (const { text, html } of mails) {
      expect(`${text}${html}`).not.toMatch(
        /Xaviera|Quetzal|Pomegranate|Women|surviv|traffick|advocate|application|consult|Baker/i,
      );
      expect(text.match(/https?:\S+/g)!.every((url) => /\/(admin|sign-in)?$|:\d+$|1$/.test(url))).toBe(true);
    }
    const template = app.nest.get(MailTemplates).find('message-waiting')!;
    expect(template).toMatchObject({ class: 'transactional' });
    expect(
      template.render({ facts: { desk: 'advocate' }, data: {} }, { id: randomUUID(), locale: 'es' }),
    ).toMatchObject({
      subject: 'Hay algo pendiente',
      discreet: true,
    });
  });

  test('appears in the email log with its date only, without recipient or business', async () => {
    const introduction = await anIntroduction(app);
    await advanceAndNotify(minutes(15));
    const { accountId } = introduction.member;
    await app.db.query(
      `UPDATE notifications.mail SET status = 'failed', sent_at = $1, last_error = '550 ' || recipient`,
      [app.clock.now()],
    );
    const admin = await app.signedIn({ role: 'admin' });
    const log = async (filter: Record<string, unknown>) => {
      const { data } = await app.graphql<{ mailLog: { edges: Array<{ node: Record<string, unknown> }> } }>(
        `query ($filter: MailLogFilter) { mailLog(filter: $filter, first: 50) {
          edges { node { id template recipient isNotice dueAt sentAt lastError } } } }`,
        { filter },
        admin,
      );
      return data.mailLog.edges.map(({ node: { id: _id, ...node } }) => node);
    };
    const notice = {
      template: 'notice',
      isNotice: true,
      recipient: 'not-shown@notice.invalid',
      lastError: null,
      dueAt: '2026-12-01T00:00:00.000Z',
      sentAt: '2026-12-01T00:00:00.000Z',
    };
    // The introduction is waiting for the business; an untaken application would be waiting for the advocates.
    expect(await log({ template: 'notice' })).toEqual([notice]);
    expect(await log({ recipient: introduction.member.email })).toEqual([]);
    expect(await log({ template: 'message-waiting' })).toEqual([notice]);
    // Its position in the log and its random IDs also reveal only the date.
    const [row] = await app.db.query<{ at: Date; subject: string }>(
      'SELECT created_at AS at, subject_id AS subject FROM notifications.mail',
    );
    expect(row).toEqual({ at: new Date('2026-12-01T00:00:00Z'), subject: accountId });
  });
});
