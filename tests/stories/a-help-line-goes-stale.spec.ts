import { startApp, type TestApp } from '../support/app.js';
import { asOwner } from '../support/tampering.js';
import { writtenMails } from '../support/written-mails.js';

/**
 * The lines that came with the release are to be checked by February 24, 2027. Nobody does it. Mo, a moderator, and Ada, an
 * advocate, are told; whoever needs the number finds it all the while.
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
const mails = () => writtenMails(app, { template: 'help-lines-stale' });
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

test('lines that no person has checked yet need attention from the first day, without an email', async () => {
  expect([await waits(), await mails()]).toEqual([3, []]);
  // Mo checks them on the day before they arrive at their date.
  app.clock.set('2026-11-25T12:00:00Z');
  await checkAll();
  await asOwner(app, `UPDATE learning.help_line SET verify_by = '2027-02-24'`);
  expect(await waits()).toBe(0);
});

test('no one is notified before the date has passed', async () => {
  // Still the 24th in Los Angeles.
  app.clock.set('2027-02-25T07:00:00Z');
  await app.runJob('tell-of-stale-help');
  expect([await waits(), await mails()]).toEqual([0, []]);
});

test('then it needs a person: on their first screen, and by one mail to each who looks after the lines', async () => {
  app.clock.set('2027-02-25T09:00:00Z');
  await app.runJob('tell-of-stale-help');
  await app.runJob('tell-of-stale-help');
  expect(await waits()).toBe(3);
  const written = await mails();
  expect(written.filter(({ recipient }) => recipient === mo.email)).toHaveLength(1);
  expect(written).toHaveLength(2);
  expect(written[0]!.text.replace(/\s+/g, ' ')).toContain('1-888-373-7888; to check by February 24, 2027');
  expect(written[0]!.text).toContain('/admin/help-lines');
});

test('whoever needs the numbers finds them all the same', async () => {
  expect(await numbers()).toEqual(everyNumber);
});

test('Mo checks each line: nothing is due, and an email that was not sent yet is dropped', async () => {
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

test('three months later it is said again', async () => {
  app.clock.set('2027-05-26T12:00:00Z');
  await app.runJob('tell-of-stale-help');
  expect(await waits()).toBe(3);
  expect((await mails()).filter(({ recipient }) => recipient === mo.email).length).toBeGreaterThan(1);
});
