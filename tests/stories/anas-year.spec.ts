import { pdfText } from '@upstander/files/documents';
import { simpleParser } from 'mailparser';
import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aCredentialType, requireForShift, publishText } from '../support/credentials.js';
import { aChapter, anEvent, aShift } from '../support/factories.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { hours } from '../support/movable-clock.js';
import { signUpExpectingPlace, type Receipt } from '../support/sign-ups.js';

/** Uses only the form, emails, their links, and finally her own pages. */
let sink: MailSink;
let app: TestApp;
let rosa: { cookie: string };
let chapterId: string;
let link = '';
let letterAddress = '';
const email = 'ana@example.org';

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url, PUBLIC_URL: 'http://help.example.org' } });
  chapterId = (await aChapter(app.db, { name: 'Los Angeles', timeZone: 'America/Los_Angeles' })).id;
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

/** Returns a Saturday of the year: one shift of 75 minutes at 9 AM winter time in Los Angeles. */
const saturday = (number: number) => new Date(Date.UTC(2026, 0, 3 + number * 7, 17));
async function shiftOn(startsAt: Date) {
  const endsAt = new Date(startsAt.valueOf() + hours(1.25));
  const event = await anEvent(app.db, { chapterId, title: 'Care kits', startsAt, endsAt });
  return { ...(await aShift(app.db, { eventId: event.id, startsAt, endsAt })), startsAt, endsAt };
}

/** Returns emails received since the last call. Keeps their links. */
async function post(): Promise<string[]> {
  sink.received.length = 0;
  await app.runJob('deliver-due-mail');
  const subjects = [];
  for (const { source } of sink.received) {
    const mail = await simpleParser(source);
    link = /http:\/\/help\.example\.org\/s\/([\w-]+)/.exec(mail.text ?? '')?.[1] ?? link;
    letterAddress = /http:\/\/help\.example\.org(\/hours\/[\w-]+\.pdf)/.exec(mail.text ?? '')?.[1] ?? letterAddress;
    subjects.push(mail.subject ?? '');
  }
  return subjects;
}

async function attends(signupId: string, { eventId, startsAt, endsAt }: Awaited<ReturnType<typeof shiftOn>>) {
  app.clock.set(endsAt);
  const marks = [
    { id: randomUUID(), signupId, kind: 'CHECK_IN', at: startsAt.toISOString() },
    { id: randomUUID(), signupId, kind: 'CHECK_OUT', at: endsAt.toISOString() },
  ];
  await app.graphql(
    'mutation ($marks: [AttendanceMarkInput!]!) { recordAttendance(marks: $marks) { code } }',
    { marks },
    rosa,
  );
  await app.graphql('mutation ($id: ID!) { approveHours(eventId: $id) { people } }', { id: eventId }, rosa);
}

test('her first shift is verified by its email', async () => {
  app.clock.set(new Date(saturday(0).valueOf() - hours(72)));
  const shift = await shiftOn(saturday(0));
  const { id } = await signUpExpectingPlace(app, { shiftId: shift.id, name: 'Ana Reyes', email });
  expect(await post()).toEqual([expect.stringContaining('Care kits')]);
  const confirmed = await app.graphql<{ confirmSignup: { signup: Receipt } }>(
    'mutation ($input: SignupTokenInput!) { confirmSignup(input: $input) { signup { status } } }',
    { input: { token: link } },
  );
  expect(confirmed.data.confirmSignup.signup.status).toBe('CONFIRMED');
  await attends(id, shift);
});

test('the next nine take one click on a link, without verification', async () => {
  for (let number = 1; number <= 9; number += 1) {
    app.clock.set(new Date(saturday(number).valueOf() - hours(72)));
    const shift = await shiftOn(saturday(number));
    const { data } = await app.graphql<{ signUpAgain: { signup: Receipt } }>(
      'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status } } }',
      { input: { shiftId: shift.id, token: link } },
    );
    expect(data.signUpAgain.signup.status).toBe('CONFIRMED');
    const [row] = await app.db.query<{ proven: boolean }>(
      'SELECT proven_at IS NOT NULL AS proven FROM events.signup WHERE id = $1',
      [data.signUpAgain.signup.id],
    );
    expect(row).toEqual({ proven: true });
    await attends(data.signUpAgain.signup.id, shift);
    const thanked = (await post()).filter((subject) => subject.includes('10 hours'));
    // Eight shifts of 75 minutes are ten hours.
    expect([number, thanked.length]).toEqual([number, number === 7 ? 1 : 0]);
  }
});

test('she signs in, sees her hours, and disputes one entry, which Rosa corrects', async () => {
  const ana = await app.signedIn({ name: 'Ana Reyes', email });
  const mine = async () =>
    (
      await app.graphql<{ me: { volunteer: { hours: Array<{ id: string }>; hoursTotal: { minutes: number } } } }>(
        '{ me { volunteer { hours { id } hoursTotal { minutes } } } }',
        {},
        ana,
      )
    ).data.me.volunteer;
  const before = await mine();
  expect([before.hours.length, before.hoursTotal.minutes]).toEqual([10, 750]);
  const id = before.hours[0]!.id;
  await app.graphql(
    'mutation ($id: ID!) { disputeHours(id: $id, reason: "I cleaned up until noon.") { id } }',
    { id },
    ana,
  );
  await app.graphql(
    'mutation ($id: ID!) { decideHours(id: $id, approve: true, minutes: 105, reason: "She did.") { id } }',
    { id },
    rosa,
  );
  expect((await mine()).hoursTotal.minutes).toBe(780);
});

test('a new waiver version must be signed before new sign-ups; existing ones stay', async () => {
  const ana = await app.signedIn({ name: 'Ana Reyes', email });
  const waiver = await aCredentialType(app.db, { kind: 'waiver', name: 'Liability waiver' });
  const wants = async (number: number) => {
    const shift = await shiftOn(saturday(number));
    await requireForShift(app.db, shift.id, waiver.id);
    return shift;
  };
  const signs = (version: number) =>
    app.graphql<{ signWaiver: { status: string; textVersion: number } }>(
      'mutation ($input: SignWaiverInput!) { signWaiver(input: $input) { status textVersion } }',
      { input: { typeId: waiver.id, version, name: 'Ana Reyes' } },
      ana,
    );
  const signUpAgain = (shiftId: string) =>
    app.graphql<{ signUpAgain: { signup: Receipt } }>(
      'mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id status } } }',
      { input: { shiftId, token: link } },
    );
  app.clock.set(new Date(saturday(12).valueOf() - hours(72)));
  const [first, second] = [await wants(12), await wants(13)];
  expect(refusal(await signUpAgain(first.id))).toBe('CREDENTIALS_MISSING');
  expect((await signs(1)).data.signWaiver).toEqual({ status: 'APPROVED', textVersion: 1 });
  const held = (await signUpAgain(first.id)).data.signUpAgain.signup;
  expect(held.status).toBe('CONFIRMED');

  expect(await publishText(app.db, waiver.id)).toBe(2);
  expect(refusal(await signUpAgain(second.id))).toBe('CREDENTIALS_MISSING');
  expect(refusal(await signs(1))).toBe('TEXT_CHANGED');
  expect((await signs(2)).data.signWaiver).toEqual({ status: 'APPROVED', textVersion: 2 });
  const next = (await signUpAgain(second.id)).data.signUpAgain.signup;
  expect(next.status).toBe('CONFIRMED');

  const standing = await app.db.query<{ status: string }>(
    'SELECT status FROM events.signup WHERE id = ANY ($1::uuid[])',
    [[held.id, next.id]],
  );
  expect(standing.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
  const signed = await app.db.query<{ version: number }>(
    `SELECT text_version AS version FROM volunteers.credential WHERE type_id = $1 AND signed_at IS NOT NULL ORDER BY 1`,
    [waiver.id],
  );
  expect(signed.map(({ version }) => version)).toEqual([1, 2]);
  app.clock.set(new Date(saturday(13).valueOf() + hours(2)));
});

test('the thank-you includes a letter of her hours, without a monetary value', async () => {
  const opened = await fetch(app.url + letterAddress, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0]!.split(';')[0]!;
  const letter = await fetch(app.url + opened.headers.get('location')!, { headers: { cookie } });
  const text = pdfText(Buffer.from(await letter.arrayBuffer()));
  for (const part of ['Ana Reyes', '13 hours', 'Care kits', 'January 3, 2026']) expect(text).toContain(part);
  expect(text).not.toContain('$');
});

test('in the end she is erased: her hours still count, anonymously', async () => {
  const ana = await app.signedIn({ name: 'Ana Reyes', email });
  const erased = await app.graphql<{ eraseMyVolunteer: { ok: boolean } }>(
    'mutation { eraseMyVolunteer { ok } }',
    {},
    ana,
  );
  expect(erased.data.eraseMyVolunteer.ok).toBe(true);
  const report = await app.graphql<{ hoursReport: { minutes: number } }>(
    '{ hoursReport(from: "2026-01-01", to: "2026-12-31") { minutes } }',
    {},
    rosa,
  );
  expect(report.data.hoursReport.minutes).toBe(780);
  expect((await fetch(app.url + letterAddress)).status).toBe(404);
  const again = { input: { shiftId: (await shiftOn(saturday(40))).id, token: link } };
  expect(
    refusal(
      await app.graphql('mutation ($input: SignUpAgainInput!) { signUpAgain(input: $input) { signup { id } } }', again),
    ),
  ).toBe('NOT_KNOWN');
  expect(refusal(await app.graphql('mutation { eraseMyVolunteer { ok } }', {}, ana))).toBe('NOT_FOUND');
});
