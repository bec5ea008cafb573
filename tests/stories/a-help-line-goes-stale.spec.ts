import { startApp, type TestApp } from '../support/app.js';
import { runAsOwner } from '../support/tampering.js';
import { renderPendingEmails } from '../support/written-mails.js';

/**
 * The help lines of a release are due for verification by February 24, 2027, and no one does it. Mo (moderator) and Ada
 * (advocate) are notified, while visitors can still see the numbers.
 */
let app: TestApp;
let mo: { cookie: string; email: string };
beforeAll(async () => {
  app = await startApp();
  mo = await app.signedIn({ name: 'Mo', role: 'moderator' });
  await app.signedIn({ name: 'Ada', role: 'advocate' });
  await app.signedIn({ role: 'organizer' });
});
afterAll(() => app.close());

const waits = async () =>
  (await app.graphql<{ directoryTasks: { helpLines: number } }>('{ directoryTasks { helpLines } }', {}, mo)).data
    .directoryTasks.helpLines;
const numbers = async () =>
  (await app.graphql<{ helpLines: Array<{ phone: string }> }>('{ helpLines { phone } }')).data.helpLines.map(
    ({ phone }) => phone,
  );
const mails = () => renderPendingEmails(app, { template: 'help-lines-stale' });
async function checkAll(): Promise<object[]> {
  const ids = await app.db.query<{ id: string }>('SELECT id FROM learning.help_line');
  const checked: object[] = [];
  for (const { id } of ids) {
    const answer = await app.graphql<{ verifyHelpLine: object }>(
      'mutation ($id: ID!) { verifyHelpLine(id: $id) { verifiedOn verifyBy verifiedByName stale } }',
      { id },
      mo,
    );
    checked.push(answer.data.verifyHelpLine);
  }
  return checked;
}
const everyNumber = ['+18883737888', '+18008435678', '911'];

test('unverified help lines need attention from the first day, without an email', async () => {
  expect([await waits(), await mails()]).toEqual([3, []]);
  // Mo verifies them the day before they are due.
  app.clock.set('2026-11-25T12:00:00Z');
  await checkAll();
  await runAsOwner(app, `UPDATE learning.help_line SET verify_by = '2027-02-24'`);
  expect(await waits()).toBe(0);
});

test('no one is notified before the due date', async () => {
  // Still the 24th in Los Angeles.
  app.clock.set('2027-02-25T07:00:00Z');
  await app.runJob('tell-of-stale-help');
  expect([await waits(), await mails()]).toEqual([0, []]);
});

test('then they appear on the home screen and in one email to each person in charge', async () => {
  app.clock.set('2027-02-25T09:00:00Z');
  await app.runJob('tell-of-stale-help');
  await app.runJob('tell-of-stale-help');
  expect(await waits()).toBe(3);
  const written = await mails();
  expect(written.filter(({ recipient }) => recipient === mo.email)).toHaveLength(1);
  expect(written).toHaveLength(2);
  expect(written[0]!.text.replace(/\s+/g, ' ')).toContain('1-888-373-7888; check by February 24, 2027');
  expect(written[0]!.text).toContain('/admin/help-lines');
});

test('visitors still find all numbers', async () => {
  expect(await numbers()).toEqual(everyNumber);
});

test('Mo verifies each line: nothing is due, and an unsent email is dropped', async () => {
  const { data } = await app.graphql<{ allHelpLines: Array<{ stale: boolean }> }>('{ allHelpLines { stale } }', {}, mo);
  expect(data.allHelpLines.every(({ stale }) => stale)).toBe(true);
  for (const line of await checkAll()) {
    expect(line).toEqual({
      verifiedOn: '2027-02-25',
      verifyBy: '2027-05-25',
      verifiedByName: 'Mo',
      stale: false,
    });
  }
  expect([await waits(), await mails(), await numbers()]).toEqual([0, [], everyNumber]);
});

test('three months later the reminder repeats', async () => {
  app.clock.set('2027-05-26T12:00:00Z');
  await app.runJob('tell-of-stale-help');
  expect(await waits()).toBe(3);
  expect((await mails()).filter(({ recipient }) => recipient === mo.email).length).toBeGreaterThan(1);
});
