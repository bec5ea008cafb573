import { pdfText } from '@upstander/files/documents';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { followLink } from '@upstander/tests/support/follow-link.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
let la: { id: string };
let ny: { id: string };

beforeAll(async () => {
  app = await startApp({
    config: { ORGANIZATION_NAME: 'Women’s Rights Group' },
  });
  la = await aChapter(app.db, { timeZone: 'America/Los_Angeles' });
  ny = await aChapter(app.db, { name: 'New York', timeZone: 'America/New_York' });
});
beforeEach(() => app.clock.set(nineInNewYork));
afterAll(() => app.close());

const nineInNewYork = new Date('2027-01-15T14:00:00Z');
const nineInLosAngeles = new Date('2027-01-15T17:00:00Z');

async function volunteerWith(
  given: Array<[day: string, minutes: number, what: string, status?: string]>,
  chapterId = ny.id,
  parts: Parameters<typeof aVolunteer>[2] = {},
) {
  const volunteer = await aVolunteer(app, chapterId, parts);
  for (const [day, minutes, activity, status = 'approved'] of given) {
    const [hours] = await app.db.query<{ id: string }>(
      `INSERT INTO volunteers.hours (volunteer_id, chapter_id, day, minutes, what, status, created_at)
       VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 = 'claimed' THEN $6 ELSE 'approved' END, $7) RETURNING id`,
      [volunteer.id, chapterId, day, minutes, activity, status, app.clock.now()],
    );
    await app.db.query('UPDATE volunteers.hours SET status = $2 WHERE id = $1 AND status <> $2', [hours!.id, status]);
  }
  return volunteer;
}
const findSentMails = async (to: { email: string }, at: Date | string = nineInNewYork) => {
  app.clock.set(at);
  await app.runJob('mail-yearly-hours');
  return findDueMails(to);
};
const findDueMails = ({ email }: { email: string }) =>
  renderPendingEmails(app, { recipient: email, template: 'hours-year' });

test('emails volunteers their hours of the last year in January, by activity, with a link to the letter', async () => {
  const ana = await volunteerWith(
    [
      ['2026-01-01', 90, 'Flyers'],
      ['2026-06-05', 150, 'Soup kitchen', 'disputed'],
      ['2026-12-31', 30, 'Flyers'],
      ['2026-06-06', 601, 'Refused', 'rejected'],
      ['2026-06-07', 602, 'Not decided', 'claimed'],
      ['2025-12-31', 603, 'The year before'],
      ['2027-01-01', 604, 'The year after'],
    ],
    ny.id,
    { name: 'Ana Morales' },
  );
  const [mail, ...otherMails] = await findSentMails(ana);
  expect(otherMails).toEqual([]);
  expect(mail!.subject).toBe('Your hours in 2026');
  expect(mail!.text).toContain('You volunteered 4 hours 30 minutes in 2026.');
  expect(mail!.text).toContain('Soup kitchen: 2 hours 30 minutes\nFlyers: 2 hours\nTotal hours: 4 hours 30 minutes');
  for (const part of ['Refused', 'Not decided', 'The year', '$']) expect(mail!.text).not.toContain(part);
  const path = /(\/hours\/[\w-]{46}\.pdf\?\S+)/.exec(mail!.text)![1]!;
  const letter = await followLink(app.url + path);
  expect(letter.headers.get('content-disposition')).toContain('hours-2026-01-01-2026-12-31.pdf');
  const text = pdfText(Buffer.from(await letter.arrayBuffer()));
  expect(text).toContain('4 hours 30 minutes');
  expect(text).not.toContain('The year');
});

test('uses the volunteer’s language and groups the end of a long list in one line', async () => {
  const hourRows = Array.from({ length: 14 }, (_, n): [string, number, string] => ['2026-03-01', 60 + n, `Turno ${n}`]);
  const luz = await volunteerWith(hourRows, ny.id, { name: 'Luz' });
  await app.db.query(`UPDATE volunteers.volunteer SET locale = 'es' WHERE id = $1`, [luz.id]);
  const [mail] = await findSentMails(luz);
  expect(mail!.subject).toBe('Tus horas de 2026');
  expect(mail!.text).toContain('Todo lo demás: 2 horas 1 minuto');
  expect(mail!.text).toContain('Horas en total: 15 horas 31 minutos');
});

test('sends the email once, at 9 a.m. on January 15 in the chapter’s time zone, and only in January', async () => {
  const west = await volunteerWith([['2026-05-01', 60, 'Flyers']], la.id);
  const east = await volunteerWith([['2026-05-01', 60, 'Flyers']], ny.id);
  const movedVolunteer = await volunteerWith([['2026-05-01', 60, 'Flyers']], la.id);
  await app.db.query('UPDATE volunteers.volunteer SET home_chapter_id = $2 WHERE id = $1', [movedVolunteer.id, ny.id]);
  expect(await findSentMails(east, '2027-01-15T13:59:00Z')).toHaveLength(0);
  expect(await findSentMails(east)).toHaveLength(1);
  expect([(await findDueMails(west)).length, (await findDueMails(movedVolunteer)).length]).toEqual([0, 1]);
  expect(await findSentMails(west, nineInLosAngeles)).toHaveLength(1);
  await Promise.all([1, 2, 3].map(() => app.runJob('mail-yearly-hours')));
  expect([(await findSentMails(east, '2027-01-31T12:00:00Z')).length, (await findDueMails(west)).length]).toEqual([
    1, 1,
  ]);

  const lateVolunteer = await volunteerWith([['2026-05-01', 60, 'Flyers', 'claimed']], la.id);
  expect(await findSentMails(lateVolunteer, '2027-01-20T12:00:00Z')).toHaveLength(0);
  await app.db.query(`UPDATE volunteers.hours SET status = 'approved' WHERE volunteer_id = $1`, [lateVolunteer.id]);
  expect(await findSentMails(lateVolunteer, '2027-02-01T08:00:00Z')).toHaveLength(0);
  expect(await findSentMails(lateVolunteer, '2027-06-15T17:00:00Z')).toHaveLength(0);
  expect(await findSentMails(lateVolunteer, '2027-02-01T07:59:00Z')).toHaveLength(1);
});

test('uses the hours at the time of sending and sends nothing when none are left', async () => {
  const bea = await volunteerWith([['2026-05-01', 60, 'Flyers']]);
  expect(await findSentMails(bea)).toHaveLength(1);
  await app.db.query('UPDATE volunteers.hours SET minutes = 90 WHERE volunteer_id = $1', [bea.id]);
  expect((await findDueMails(bea))[0]!.text).toContain('1 hour 30 minutes');
  await app.db.query(`UPDATE volunteers.hours SET status = 'rejected' WHERE volunteer_id = $1`, [bea.id]);
  expect(await findDueMails(bea)).toEqual([]);
});

test('skips volunteers who have no hours, opted out, or were disabled, erased or merged', async () => {
  const oneHour: Parameters<typeof volunteerWith>[0] = [['2026-05-01', 60, 'Flyers']];
  const withoutHours = await volunteerWith([]);
  const before = await Promise.all([1, 2, 3, 4, 5].map(() => volunteerWith(oneHour)));
  const after = await Promise.all([1, 2, 3, 4, 5].map(() => volunteerWith(oneHour)));
  const closeVolunteers = async (people: typeof before) => {
    const [stopped, disabled, erasedVolunteer, merged, unprovenVolunteer] = people;
    const set = (column: string, volunteer: { id: string }, to: unknown = nineInNewYork) =>
      app.db.query(`UPDATE volunteers.volunteer SET ${column} = $2 WHERE id = $1`, [volunteer.id, to]);
    await set('messages_stopped_at', stopped!);
    await app.signedIn({ email: disabled!.email });
    await app.db.query('UPDATE identity.account SET disabled_at = $2 WHERE email = $1', [
      disabled!.email,
      nineInNewYork,
    ]);
    await app.db.query(
      `UPDATE volunteers.volunteer SET email = 'erased-' || id || '@erased.invalid', name = '—', phone = NULL, erased_at = $2 WHERE id = $1`,
      [erasedVolunteer!.id, nineInNewYork],
    );
    await set('merged_into', merged!, withoutHours.id);
    await set('proven_at', unprovenVolunteer!, null);
  };
  await closeVolunteers(before);
  await findSentMails(withoutHours);
  const rows = await app.db.query<{ recipient: string }>(
    `SELECT recipient::text FROM notifications.mail WHERE template = 'hours-year' AND recipient::text = ANY ($1::text[])`,
    [[withoutHours, ...before].map(({ email }) => email)],
  );
  expect(rows).toEqual([]);
  for (const one of after) expect(await findDueMails(one)).toHaveLength(1);
  await closeVolunteers(after);
  for (const one of after) expect(await findDueMails(one)).toEqual([]);
});

test('offers an unsubscribe link and removes the email from the log when the volunteer is erased', async () => {
  const cal = await volunteerWith([['2026-05-01', 60, 'Flyers']]);
  const [mail] = await findSentMails(cal);
  const token = /\/messages\/([\w-]{46})/.exec(mail!.text)![1]!;
  await app.graphql('mutation ($token: String!) { stopVolunteerMessages(token: $token) { ok } }', { token });
  expect(await findDueMails(cal)).toEqual([]);
  const admin = await app.signedIn({ role: 'admin' });
  const eraseAnswer = await app.graphql(
    'mutation ($id: ID!) { eraseVolunteer(id: $id) { ok } }',
    { id: cal.id },
    admin,
  );
  expect(eraseAnswer.data).toEqual({ eraseVolunteer: { ok: true } });
  expect(await app.db.query('SELECT FROM notifications.mail WHERE recipient = $1', [cal.email])).toEqual([]);
});
