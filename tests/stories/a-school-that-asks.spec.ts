import { startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { anAsk, schoolOperations as does, type ShownAsk } from '../support/schools.js';
import { renderPendingEmails } from '../support/written-mails.js';

/** Daylight saving time changes twice, and nine o'clock stays nine o'clock. */
let app: TestApp;
let rosa: { accountId: string; email: string; cookie: string };
let chapterId: string;
let id = '';
let token = '';

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-10-20T17:00:00Z');
  ({ id: chapterId } = await aChapter(app.db));
  rosa = await app.signedIn({ role: 'organizer', chapterId, name: 'Rosa Diaz' });
});
afterAll(() => app.close());

async function acts<T = ShownAsk>(query: string, variables: Record<string, unknown>, cookie?: string): Promise<T> {
  const { data, errors } = await app.graphql<Record<string, T>>(query, variables, cookie ? { cookie } : {});
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as T;
}
const rosas = (query: string, variables: Record<string, unknown>) => acts(query, variables, rosa.cookie);
const advanceStatus = (from: string, to: string) => rosas(does.advance, { input: { id, from, to } });
const plans = (nextStep: string | null, nextStepOn: string | null) =>
  rosas(does.plan, { input: { id, nextStep, nextStepOn } });

async function reminders(): Promise<string[]> {
  const rows = await app.db.query<{ dueAt: Date }>(
    `SELECT due_at AS "dueAt" FROM notifications.mail WHERE template = 'school-next-step' AND status = 'due' ORDER BY due_at`,
  );
  return rows.map(({ dueAt }) => dueAt.toISOString());
}
const reminded = async () =>
  (await renderPendingEmails(app, { template: 'school-next-step' })).map(({ subject }) => subject);
const forget = () => app.db.query(`DELETE FROM notifications.mail WHERE template = 'school-next-step'`);

test("Dana writes to her daughter's school and confirms the letter", async () => {
  await acts(does.start, { input: anAsk({ chapterId, letterSender: 'US' }) });
  const [mail] = await renderPendingEmails(app, { recipient: 'dana@example.org' });
  expect(mail!.subject).toBe('Please confirm your letter to a school');
  // Someone reading over her shoulder, or sharing the address, learns nothing about the school.
  expect(mail!.text).not.toContain('Redwood');
  token = /\/school-ask\/([\w-]+)/.exec(mail!.text)![1]!;
  expect(await acts(does.confirm, { input: { token } })).toEqual({ status: 'DISTRICT' });
  const [notice] = await renderPendingEmails(app, { recipient: rosa.email, template: 'school-ask-new' });
  expect(notice!.text).toContain('Redwood Middle School, Fresno');
  const list = await acts<{ edges: Array<{ node: ShownAsk }> }>(does.list, {}, rosa.cookie);
  id = list.edges[0]!.node.id;
});

test('Rosa finds the principal; her reminder for the day before the clock change is at nine daylight saving time', async () => {
  await advanceStatus('DISTRICT', 'CONTACT');
  await rosas(does.addContact, { id, input: { name: 'Elena Park', role: 'Principal', email: 'park@school.example' } });
  await plans('Send the letter', '2026-10-31');
  expect(await reminders()).toEqual(['2026-10-31T16:00:00.000Z']);
});

test('the step moves past the clock change: nine is an hour later in UTC, and the old reminder is void', async () => {
  await plans('Send the letter', '2026-11-02');
  expect(await reminders()).toEqual(['2026-10-31T16:00:00.000Z', '2026-11-02T17:00:00.000Z']);
  app.clock.set('2026-10-31T16:00:00Z');
  // Two rows exist, and only one is valid.
  expect(await reminded()).toEqual(['Today: Send the letter (Redwood Middle School)']);
  const rows = await app.db.query<{ key: string; dueAt: Date }>(
    `SELECT key, due_at AS "dueAt" FROM notifications.mail WHERE template = 'school-next-step' ORDER BY due_at`,
  );
  expect(rows[1]!.key.endsWith('/2')).toBe(true);
  await forget();
});

test('on the day of the clock change it is nine o’clock new time', async () => {
  await plans('Send the letter', '2026-11-01');
  expect(await reminders()).toEqual(['2026-11-01T17:00:00.000Z']);
  await forget();
  await plans('Ask for a date', '2027-03-14');
  expect(await reminders()).toEqual(['2027-03-14T16:00:00.000Z']);
  await forget();
});

test('a past morning causes no email', async () => {
  app.clock.set('2026-11-02T18:00:00Z');
  await plans('Call once more', '2026-11-02');
  expect(await reminders()).toEqual([]);
});

test('another chapter has its own morning', async () => {
  const chicago = await aChapter(app.db, { name: 'Chicago' });
  await app.db.query(`UPDATE identity.chapter SET time_zone = 'America/Chicago' WHERE id = $1`, [chicago.id]);
  await plans('Call once more', '2026-11-10');
  const admin = await app.signedIn({ role: 'admin' });
  await acts(does.move, { id, chapterId: chicago.id }, admin.cookie);
  // Rosa belongs to the other chapter, so this one has no owner and no reminder.
  expect(await reminded()).toEqual([]);
  await acts(does.plan, { input: { id, nextStep: 'Call once more', nextStepOn: '2026-11-10' } }, admin.cookie);
  expect(await reminders()).toContain('2026-11-10T15:00:00.000Z');
  await acts(does.move, { id, chapterId }, admin.cookie);
  await forget();
});

test('Dana is notified once each of the letter, meeting, approval, lesson and protocol', async () => {
  await advanceStatus('CONTACT', 'ASKED');
  await advanceStatus('ASKED', 'MEETING');
  expect((await renderPendingEmails(app, { template: 'school-ask-news' })).map(({ text }) => text).join()).toContain(
    'scheduled a meeting',
  );
  await advanceStatus('MEETING', 'COMMITTED');
  await advanceStatus('COMMITTED', 'TAUGHT');
  await rosas(does.lesson, { id, input: { taughtOn: '2026-11-02', students: 120, curriculum: 'Signs and help' } });
  await advanceStatus('TAUGHT', 'PROTOCOL');
  const mails = await app.db.query<{ data: { to: string } }>(
    `SELECT data FROM notifications.mail WHERE template = 'school-ask-news' ORDER BY created_at, key`,
  );
  expect(mails.map(({ data }) => data.to).sort()).toEqual(['committed', 'meeting', 'protocol', 'taught']);
  // Outdated news are skipped: she gets only the latest.
  expect(await renderPendingEmails(app, { template: 'school-ask-news' })).toMatchObject([
    { recipient: 'dana@example.org', subject: 'News about your letter: Redwood Middle School' },
  ]);
});

test('Dana sees the progress, and a funder the number of students the school reported', async () => {
  const mine = await acts<{ steps: Array<{ status: string }> }>(does.mine, { token });
  expect(mine.steps.map(({ status }) => status)).toEqual([
    'PROTOCOL',
    'TAUGHT',
    'COMMITTED',
    'MEETING',
    'ASKED',
    'CONTACT',
    'DISTRICT',
  ]);
  const report = await acts<{ quarters: unknown[] }>(
    does.report,
    { from: '2026-10-01', to: '2026-12-31' },
    rosa.cookie,
  );
  expect(report.quarters).toEqual([{ start: '2026-10-01', asks: 1, students: 120, protocols: 1 }]);
});
