import { startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { anAsk, schoolOperations as does, type ShownAsk } from '../support/schools.js';
import { writtenMails } from '../support/written-mails.js';

/**
 * A parent asks a school in October, and by spring its staff know whom to tell: the whole way, with a reminder on the
 * morning of each next step. In between the clocks change twice; nine o'clock stays nine o'clock.
 */
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
const goes = (from: string, to: string) => rosas(does.advance, { input: { id, from, to } });
const plans = (nextStep: string | null, nextStepOn: string | null) =>
  rosas(does.plan, { input: { id, nextStep, nextStepOn } });

/** When the reminders that wait are due, as UTC, the earliest first. */
async function reminders(): Promise<string[]> {
  const rows = await app.db.query<{ dueAt: Date }>(
    `SELECT due_at AS "dueAt" FROM notifications.mail WHERE template = 'school-next-step' AND status = 'due' ORDER BY due_at`,
  );
  return rows.map(({ dueAt }) => dueAt.toISOString());
}
/** What Rosa would read of the reminders that are still true. */
const reminded = async () => (await writtenMails(app, { template: 'school-next-step' })).map(({ subject }) => subject);
const forget = () => app.db.query(`DELETE FROM notifications.mail WHERE template = 'school-next-step'`);

test('Dana writes to the school of her daughter, and confirms that it was she', async () => {
  await acts(does.start, { input: anAsk({ chapterId, letterBy: 'US' }) });
  const [mail] = await writtenMails(app, { recipient: 'dana@example.org' });
  expect(mail!.subject).toBe('Please confirm your letter to a school');
  // Whoever reads over a shoulder, or another who has this address, learns nothing of the school.
  expect(mail!.text).not.toContain('Redwood');
  token = /\/school-ask\/([\w-]+)/.exec(mail!.text)![1]!;
  expect(await acts(does.confirm, { input: { token } })).toEqual({ status: 'DISTRICT' });
  const [told] = await writtenMails(app, { recipient: rosa.email, template: 'school-ask-new' });
  expect(told!.text).toContain('Redwood Middle School, Fresno');
  const list = await acts<{ edges: Array<{ node: ShownAsk }> }>(does.list, {}, rosa.cookie);
  id = list.edges[0]!.node.id;
});

test('Rosa finds the principal, and is reminded the day before the clocks go back at nine of summer time', async () => {
  await goes('DISTRICT', 'CONTACT');
  await rosas(does.addContact, { id, input: { name: 'Elena Park', role: 'Principal', email: 'park@school.example' } });
  await plans('Send the letter', '2026-10-31');
  expect(await reminders()).toEqual(['2026-10-31T16:00:00.000Z']);
});

test('the step moves past the change of the clocks: nine is an hour later in UTC, and the old mail is not true any more', async () => {
  await plans('Send the letter', '2026-11-02');
  expect(await reminders()).toEqual(['2026-10-31T16:00:00.000Z', '2026-11-02T17:00:00.000Z']);
  app.clock.set('2026-10-31T16:00:00Z');
  // Both are rows, and one of them is still true.
  expect(await reminded()).toEqual(['Today: Send the letter (Redwood Middle School)']);
  const rows = await app.db.query<{ key: string; dueAt: Date }>(
    `SELECT key, due_at AS "dueAt" FROM notifications.mail WHERE template = 'school-next-step' ORDER BY due_at`,
  );
  expect(rows[1]!.key.endsWith('/2')).toBe(true);
  await forget();
});

test('on the very day the clocks change it is nine o’clock of the new time', async () => {
  await plans('Send the letter', '2026-11-01');
  expect(await reminders()).toEqual(['2026-11-01T17:00:00.000Z']);
  await forget();
  await plans('Ask for a date', '2027-03-14');
  expect(await reminders()).toEqual(['2027-03-14T16:00:00.000Z']);
  await forget();
});

test('a morning that is over makes no mail', async () => {
  app.clock.set('2026-11-02T18:00:00Z');
  await plans('Call once more', '2026-11-02');
  expect(await reminders()).toEqual([]);
});

test('another chapter has another morning', async () => {
  const chicago = await aChapter(app.db, { name: 'Chicago' });
  await app.db.query(`UPDATE identity.chapter SET time_zone = 'America/Chicago' WHERE id = $1`, [chicago.id]);
  await plans('Call once more', '2026-11-10');
  const admin = await app.signedIn({ role: 'admin' });
  await acts(does.move, { id, chapterId: chicago.id }, admin.cookie);
  // Rosa is of the other chapter: nobody looks after it now, and nobody is reminded.
  expect(await reminded()).toEqual([]);
  await acts(does.plan, { input: { id, nextStep: 'Call once more', nextStepOn: '2026-11-10' } }, admin.cookie);
  expect(await reminders()).toContain('2026-11-10T15:00:00.000Z');
  await acts(does.move, { id, chapterId }, admin.cookie);
  await forget();
});

test('the letter, the meeting, the yes, the lesson, the protocol: Dana hears of each once', async () => {
  await goes('CONTACT', 'ASKED');
  await goes('ASKED', 'MEETING');
  expect((await writtenMails(app, { template: 'school-ask-news' })).map(({ text }) => text).join()).toContain(
    'agreed to meet',
  );
  await goes('MEETING', 'COMMITTED');
  await goes('COMMITTED', 'TAUGHT');
  await rosas(does.lesson, { id, input: { taughtOn: '2026-11-02', students: 120, curriculum: 'Signs and help' } });
  await goes('TAUGHT', 'PROTOCOL');
  const mails = await app.db.query<{ data: { to: string } }>(
    `SELECT data FROM notifications.mail WHERE template = 'school-ask-news' ORDER BY created_at, key`,
  );
  expect(mails.map(({ data }) => data.to).sort()).toEqual(['committed', 'meeting', 'protocol', 'taught']);
  // What is not true any more when its turn comes is skipped: she reads the last news, not four at once.
  expect(await writtenMails(app, { template: 'school-ask-news' })).toMatchObject([
    { recipient: 'dana@example.org', subject: 'News of your ask: Redwood Middle School' },
  ]);
});

test('Dana sees the way it went, and a funder the students, as the school says', async () => {
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
