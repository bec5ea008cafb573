import { SignedIds } from '@upstander/platform';
import { pdfText } from '@upstander/files/documents';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, aSignup } from '@upstander/tests/support/factories.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
let la: { id: string };
let sd: { id: string };
let ana: { cookie: string; email: string };
let volunteerId: string;

beforeAll(async () => {
  app = await startApp({
    config: { ORGANIZATION_NAME: 'Women’s Rights Group', POSTAL_ADDRESS: 'PO Box 1\nLos Angeles' },
  });
  app.clock.set(new Date('2026-12-06T04:00:00Z'));
  la = await aChapter(app.db, { name: 'Los Angeles', timeZone: 'America/Los_Angeles' });
  sd = await aChapter(app.db, { name: 'San Diego' });
  ana = await app.signedIn({ name: 'Ana 王小明' });
  ({ volunteerId } = await aSignup(app.db, {
    name: 'Ana 王小明',
    email: ana.email,
    shift: { event: { chapterId: la.id } },
  }));
  await addHours(la.id, '2026-01-10', 90, 'Flyers');
  await addHours(la.id, '2026-12-05', 150, 'Soup kitchen', 'disputed');
  await addHours(sd.id, '2026-06-01', 125, 'Court watch');
  await addHours(la.id, '2026-06-02', 600, 'Never counted', 'claimed');
  await addHours(la.id, '2026-06-03', 601, 'Refused', 'rejected');
});
afterAll(() => app.close());

/** Records hours as approved or claimed, then sets their final status. */
async function addHours(chapterId: string, day: string, minutes: number, activity: string, status = 'approved') {
  await app.db.query(
    `INSERT INTO volunteers.hours (volunteer_id, chapter_id, day, minutes, what, status, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [volunteerId, chapterId, day, minutes, activity, status === 'claimed' ? status : 'approved', app.clock.now()],
  );
  await app.db.query('UPDATE volunteers.hours SET status = $2 WHERE what = $1 AND status <> $2', [activity, status]);
}
const requestLetter = (path: string, cookie?: string) =>
  fetch(`${app.url}${path}`, { headers: cookie ? { cookie } : {}, redirect: 'follow' });
async function letter(path: string, cookie?: string): Promise<string> {
  const answer = await requestLetter(path, cookie);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return pdfText(Buffer.from(await answer.arrayBuffer())).normalize('NFC');
}
const my = '/exports/my-hours.pdf';

test('lists the approved hours in a volunteer’s letter, without a value in money', async () => {
  const text = await letter(`${my}?from=2026-01-01&to=2026-12-31&lang=en`, ana.cookie);
  for (const part of ['6 hours 5 minutes', 'Flyers', 'January 10, 2026', '1:30', 'San Diego', '2:05', 'PO Box 1']) {
    expect(text).toContain(part);
  }
  for (const letter of '王小明') expect(text).toContain(letter);
  for (const part of ['Never counted', 'Refused', '$', '□']) expect(text).not.toContain(part);
  // In the chapter's time zone it is still the fifth.
  expect(text).toContain('December 5, 2026');
});

test('limits the letter to the requested days, in the requested language', async () => {
  const answer = await requestLetter(`${my}?from=2026-06-01&to=2026-06-30&lang=es`, ana.cookie);
  expect(answer.headers.get('content-disposition')).toBe('inline; filename="horas-2026-06-01-2026-06-30.pdf"');
  const text = pdfText(Buffer.from(await answer.arrayBuffer()));
  expect(text).toContain('2 horas 5 minutos');
  expect(text).not.toContain('Flyers');
});

test('refuses a letter for no hours and for invalid or overly long date ranges', async () => {
  const status = async (query: string) => (await requestLetter(my + query, ana.cookie)).status;
  expect(await status('?from=2020-01-01&to=2020-12-31')).toBe(404);
  for (const invalidQuery of ['?from=soon&to=2026-01-01', '?from=2026-01-01', '?from=2026-02-01&to=2026-01-01']) {
    expect([invalidQuery, await status(invalidQuery)]).toEqual([invalidQuery, 400]);
  }
  expect(await status('?from=2000-01-01&to=2026-01-01')).toBe(400);
  expect(await status('?from[]=2026-01-01&to=2026-01-01')).toBe(400);
});

test('lets staff download a letter for hours in their own chapters only', async () => {
  const rosa = await app.signedIn({ role: 'organizer', chapterId: la.id });
  const path = `/exports/volunteers/${volunteerId}/hours.pdf?from=2026-01-01&to=2026-12-31`;
  const text = await letter(path, rosa.cookie);
  expect(text).toContain('Soup kitchen');
  expect(text).not.toContain('Court watch');
  const stranger = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
  expect((await requestLetter(path, stranger.cookie)).status).toBe(404);
  expect((await requestLetter(path, ana.cookie)).status).toBe(403);
  expect((await requestLetter(my)).status).toBe(401);
});

test('opens the letter for the last twelve months from an email link, and rejects other links', async () => {
  const token = app.nest.get(SignedIds).sign('hours-letter', volunteerId);
  const first = await fetch(`${app.url}/hours/${token}.pdf`, { redirect: 'manual' });
  const cookie = first.headers.getSetCookie()[0]!.split(';')[0]!;
  const location = first.headers.get('location')!;
  expect([first.status, location.includes(token)]).toEqual([303, false]);
  expect(await letter(location, cookie)).toContain('Soup kitchen');
  const other = app.nest.get(SignedIds).sign('stop-messages', volunteerId);
  expect((await requestLetter(`/hours/${other}.pdf`)).status).toBe(404);
});

test('includes the link in the thank-you email for ten hours', async () => {
  await addHours(la.id, '2026-03-01', 600, 'Driving', 'claimed');
  const [row] = await app.db.query<{ id: string }>("SELECT id FROM volunteers.hours WHERE what = 'Driving'");
  const admin = await app.signedIn({ role: 'admin' });
  await app.graphql('mutation ($id: ID!) { decideHours(id: $id, approve: true) { id } }', { id: row!.id }, admin);
  const [mail] = await renderPendingEmails(app, { recipient: ana.email, template: 'hours-milestone' });
  expect(mail!.text).toMatch(/\/hours\/[\w-]{46}\.pdf/);
});
