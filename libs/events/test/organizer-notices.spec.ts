import { simpleParser, type ParsedMail } from 'mailparser';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCoOrganizer } from '@upstander/tests/support/co-organizers.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';
import { aRegistration, aRegistrationForm } from '@upstander/tests/support/registrations.js';

/** 10 a.m. on a Tuesday in Los Angeles, long after the factories' rows, which have the time of the computer. */
const now = new Date('2099-12-01T18:00:00Z');
const nextMorning = new Date('2099-12-02T16:02:00Z');

let app: TestApp;
let sink: MailSink;
let chapter: { id: string };
let rosa: { accountId: string; cookie: string; email: string };

beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url } });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  app.clock.set(now);
  sink.received.length = 0;
  await app.db.query('DELETE FROM notifications.mail');
  chapter = await aChapter(app.db);
  rosa = await app.signedIn({ name: 'Rosa', role: 'organizer', chapterId: chapter.id });
  await run();
  app.clock.set(after(minutes(1)));
});

const after = (milliseconds: number) => new Date(now.valueOf() + milliseconds);
async function run(at?: Date): Promise<void> {
  if (at) app.clock.set(at);
  await app.runJob('make-staff-notices');
  await app.runJob('deliver-due-mail');
}
const mailsTo = (email: string): Promise<ParsedMail[]> =>
  Promise.all(sink.received.filter(({ to }) => to === email).map(({ source }) => simpleParser(source)));
const subjects = async (email = rosa.email) => (await mailsTo(email)).map(({ subject }) => subject);

interface Place {
  startsAt?: Date;
  capacity?: number;
  chapterId?: string;
}
async function aBeachCleanup({ startsAt = after(hours(300)), capacity = 2, chapterId = chapter.id }: Place = {}) {
  const event = await anEvent(app.db, { chapterId, title: 'Beach cleanup', startsAt });
  return aShift(app.db, { eventId: event.id, capacity, role: 'Sorting' });
}
const cancel = (id: string) =>
  app.db.query(`SELECT events.end_signups(ARRAY[$1::uuid], 'cancelled', $2)`, [id, app.clock.now()]);
const choose = (topic: string, frequency: string) =>
  app.graphql(
    `mutation ($input: UpdateNotificationPreferencesInput!) {
       updateNotificationPreferences(input: $input) { preferences { topic frequency } }
     }`,
    { input: { preferences: [{ topic, frequency }] } },
    { cookie: rosa.cookie },
  );

describe('notifying organizers', () => {
  test('lists the new sign-ups of a day in one summary, at 8 a.m. in the time zone of the chapter', async () => {
    const { id: shiftId } = await aBeachCleanup({ capacity: 400 });
    for (let i = 0; i < 300; i += 1) await aSignup(app.db, { shiftId, name: `Ana ${i}`, now: app.clock.now() });
    await run(new Date('2099-12-02T15:59:00Z'));
    expect(await subjects()).toEqual([]);
    await run(nextMorning);
    await run(new Date('2099-12-02T16:03:00Z'));
    const mails = await mailsTo(rosa.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['300 new sign-ups: Beach cleanup']);
    expect(mails[0]!.text).toContain('and 295 more');
    expect(mails[0]!.text).toContain('Sorting');
    expect(mails[0]!.headers.get('list')).toMatchObject({ id: expect.anything() as unknown });
  });

  test('does not announce a sign-up that was canceled, or never confirmed, before the summary was sent', async () => {
    const { id: shiftId } = await aBeachCleanup();
    const { id } = await aSignup(app.db, { shiftId, now: app.clock.now() });
    await aSignup(app.db, { shiftId, proven: false, now: app.clock.now() });
    app.clock.set(nextMorning);
    await app.runJob('make-staff-notices');
    await cancel(id);
    await app.runJob('deliver-due-mail');
    expect(await subjects()).toEqual([]);
    expect(await app.db.query(`SELECT status FROM notifications.mail`)).toEqual([{ status: 'skipped' }]);
  });

  test('combines a burst of late cancellations in one email within minutes', async () => {
    const { id: shiftId } = await aBeachCleanup({ startsAt: after(hours(40)), capacity: 60 });
    const { id: laterShift } = await aBeachCleanup({ startsAt: after(hours(60)) });
    const signups = [];
    for (let i = 0; i < 50; i += 1) signups.push(await aSignup(app.db, { shiftId, now: new Date(0) }));
    const early = await aSignup(app.db, { shiftId: laterShift, now: new Date(0) });
    for (const { id } of signups) await cancel(id);
    await cancel(early.id);
    await run(after(minutes(4)));
    expect(await subjects()).toEqual([]);
    await run(after(minutes(7)));
    await run(after(minutes(8)));
    expect(await subjects()).toEqual(['50 late cancellations: Beach cleanup']);
  });

  test('waits a quarter of an hour before the next email about the same topic', async () => {
    const { id: shiftId } = await aBeachCleanup({ startsAt: after(hours(40)), capacity: 60 });
    const first = await aSignup(app.db, { shiftId, now: new Date(0) });
    const second = await aSignup(app.db, { shiftId, now: new Date(0) });
    await cancel(first.id);
    await run(after(minutes(7)));
    app.clock.set(after(minutes(8)));
    await cancel(second.id);
    await run(after(minutes(16)));
    expect(await subjects()).toHaveLength(1);
    await run(after(minutes(23)));
    expect(await subjects()).toHaveLength(2);
  });

  test('is silent about a volunteer who handed over the spot or signed up again', async () => {
    const { id: shiftId } = await aBeachCleanup({ startsAt: after(hours(40)), capacity: 60 });
    const giver = await aSignup(app.db, { shiftId, now: new Date(0) });
    await cancel(giver.id);
    const taker = await aSignup(app.db, { shiftId, now: new Date(0) });
    await app.db.query('UPDATE events.signup SET taken_over_from = $2 WHERE id = $1', [taker.id, giver.id]);
    const again = await aSignup(app.db, { shiftId, email: 'again@example.org', now: new Date(0) });
    await cancel(again.id);
    await aSignup(app.db, { shiftId, email: 'again@example.org', now: new Date(0) });
    await run(after(minutes(10)));
    expect(await subjects()).toEqual([]);
  });

  test('counts someone with a spot as a late cancellation, and no one on the waitlist or with an offer', async () => {
    const { id: shiftId } = await aBeachCleanup({ startsAt: after(hours(40)), capacity: 60 });
    const waiting = await aSignup(app.db, { shiftId, status: 'waitlisted', now: new Date(0) });
    const offered = await aSignup(app.db, { shiftId, status: 'waitlisted', now: new Date(0) });
    const accepted = await aSignup(app.db, { shiftId, name: 'Lou Park', status: 'waitlisted', now: new Date(0) });
    const settle = (id: string, status: string) =>
      app.db.query('UPDATE events.signup SET status = $2 WHERE id = $1', [id, status]);
    await settle(offered.id, 'offered');
    await settle(accepted.id, 'offered');
    await settle(accepted.id, 'confirmed');
    await app.db.query('UPDATE events.shift SET taken = 2, waiting = 1 WHERE id = $1', [shiftId]);
    for (const { id } of [waiting, offered, accepted]) await cancel(id);
    await run(after(minutes(10)));
    const [mail, ...others] = await mailsTo(rosa.email);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('1 late cancellation: Beach cleanup');
    expect(mail!.text).toContain('Lou Park');
  });

  test('does not notify the organizer who removed the volunteer', async () => {
    const omar = await app.signedIn({ name: 'Omar', role: 'organizer', chapterId: chapter.id });
    await run();
    const { id: shiftId } = await aBeachCleanup({ startsAt: after(hours(40)) });
    const { id } = await aSignup(app.db, { shiftId, now: new Date(0) });
    app.clock.set(after(minutes(2)));
    await cancel(id);
    await app.db.query('UPDATE events.signup SET removed_by = $2 WHERE id = $1', [id, rosa.accountId]);
    await run(after(minutes(10)));
    expect(await subjects()).toEqual([]);
    expect(await subjects(omar.email)).toEqual(['1 late cancellation: Beach cleanup']);
  });

  test('announces a shift with few volunteers 48 hours before its start, unless it fills up', async () => {
    const first = await aBeachCleanup({ startsAt: after(hours(48) + minutes(20)), capacity: 2 });
    const second = await aBeachCleanup({ startsAt: after(hours(48) + minutes(20)), capacity: 2 });
    await run(after(minutes(19)));
    expect(await subjects()).toEqual([]);
    app.clock.set(after(minutes(26)));
    await app.runJob('make-staff-notices');
    await app.db.query('UPDATE events.shift SET taken = 1 WHERE id = $1', [second.id]);
    await app.runJob('deliver-due-mail');
    const [mail, ...others] = await mailsTo(rosa.email);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('1 shift needs more people: Beach cleanup');
    expect(mail!.text).toContain(`/admin/events/${first.eventId}`);
  });

  test('holds back what is not urgent from 9 p.m. to 8 a.m.', async () => {
    const evening = new Date('2099-12-02T04:59:00Z');
    await run(evening);
    await aBeachCleanup({ startsAt: new Date(evening.valueOf() + hours(48) + minutes(10)) });
    const { id: shiftId } = await aBeachCleanup({ startsAt: new Date(evening.valueOf() + hours(30)), capacity: 1 });
    const { id } = await aSignup(app.db, { shiftId, now: new Date(0) });
    await app.db.query('UPDATE events.shift SET taken = 1 WHERE id = $1', [shiftId]);
    app.clock.set(new Date(evening.valueOf() + minutes(2)));
    await cancel(id);
    await run(new Date(evening.valueOf() + minutes(20)));
    expect(await subjects()).toEqual(['1 late cancellation: Beach cleanup']);
    await run(new Date('2099-12-02T16:01:00Z'));
    expect(await subjects()).toEqual([
      '1 late cancellation: Beach cleanup',
      '1 shift needs more people: Beach cleanup',
    ]);
  });

  test('announces a shift with minors and too few adults, even to someone who wants no notifications', async () => {
    const { id: shiftId, eventId } = await aBeachCleanup({ startsAt: after(hours(48) + minutes(20)), capacity: 1 });
    await app.db.query('UPDATE events.shift SET taken = 1 WHERE id = $1', [shiftId]);
    await app.db.query('UPDATE events.event SET with_minors = true, minimum_adults = 2 WHERE id = $1', [eventId]);
    await app.graphql(
      `mutation { a: updateNotificationPreferences(input: { preferences: [{ topic: SAFEGUARDING, frequency: NEVER }] }) { recipientMasked } }`,
      {},
      { cookie: rosa.cookie },
    );
    await run(after(minutes(26)));
    const [mail] = await mailsTo(rosa.email);
    expect(mail!.subject).toBe('1 shift needs more adults: Beach cleanup');
    expect(mail!.text).toContain('0 adults, 2 needed');
    expect(mail!.headers.has('list')).toBe(false);
  });

  test('lists the answers of participants in the summary', async () => {
    const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Walk', startsAt: after(hours(300)) });
    const question = {
      id: randomUUID(),
      label: 'Do you need a ride?',
      kind: 'short_text',
      isRequired: false,
      choices: [],
    };
    await aRegistrationForm(app.db, event.id, { questions: [question] });
    await aRegistration(app.db, event.id, {
      name: 'Luz',
      answers: { [question.id]: 'Yes, from Venice' },
      now: app.clock.now(),
    });
    await aRegistration(app.db, event.id, { name: 'Max', now: app.clock.now() });
    await run(nextMorning);
    const [mail] = await mailsTo(rosa.email);
    expect(mail!.subject).toBe('1 participant answered your questions: Walk');
    expect(mail!.text).toMatch(/Luz · Walk: Do you need a ride\? Yes, from Venice/);
    expect(mail!.text).not.toContain('Max');
  });

  test('combines the topics of a day, in the language of the organizer', async () => {
    await app.db.query(`UPDATE identity.account SET locale = 'es' WHERE id = $1`, [rosa.accountId]);
    await choose('LATE_CANCELLATIONS', 'DAILY');
    const { id: shiftId } = await aBeachCleanup({ startsAt: after(hours(40)), capacity: 60 });
    const { id } = await aSignup(app.db, { shiftId, now: new Date(0) });
    await cancel(id);
    await aSignup(app.db, { shiftId, name: 'Luz', now: app.clock.now() });
    await choose('SHORT_SHIFTS', 'NEVER');
    await run(nextMorning);
    const [mail, ...others] = await mailsTo(rosa.email);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('1 inscripción nueva: Beach cleanup y 1 tema más');
    expect(mail!.text).toContain('1 CANCELACIÓN MENOS DE 48 HORAS ANTES DEL TURNO');
  });

  test('notifies organizers of their own chapters only, and admins of chapters without one', async () => {
    const admin = await app.signedIn({ name: 'Ada', role: 'admin' });
    const other = await aChapter(app.db);
    await run();
    app.clock.set(after(minutes(2)));
    const { id: own } = await aBeachCleanup();
    const { id: orphan } = await aBeachCleanup({ chapterId: other.id });
    await aSignup(app.db, { shiftId: own, now: app.clock.now() });
    await aSignup(app.db, { shiftId: orphan, now: app.clock.now() });
    await aSignup(app.db, { shiftId: orphan, now: app.clock.now() });
    await run(nextMorning);
    expect(await subjects()).toEqual(['1 new sign-up: Beach cleanup']);
    expect(await subjects(admin.email)).toEqual(['2 new sign-ups: Beach cleanup']);
  });

  test('notifies co-organizers of their own event only', async () => {
    const [own, other] = [
      await aBeachCleanup({ startsAt: after(hours(40)) }),
      await aBeachCleanup({ startsAt: after(hours(40)) }),
    ];
    const bea = await app.signedIn({ name: 'Bea' });
    await aCoOrganizer(app.db, bea.accountId, own.eventId);
    await run();
    const signups = [];
    for (const { id: shiftId } of [own, other]) signups.push(await aSignup(app.db, { shiftId, now: new Date(0) }));
    app.clock.set(after(minutes(5)));
    await cancel(signups[1]!.id);
    await run(after(minutes(12)));
    expect(await subjects(bea.email)).toEqual([]);
    await cancel(signups[0]!.id);
    await run(after(minutes(20)));
    expect(await subjects(bea.email)).toHaveLength(1);
  });

  test('applies a choice to an email that was already written', async () => {
    const { id: shiftId } = await aBeachCleanup();
    await aSignup(app.db, { shiftId, now: app.clock.now() });
    app.clock.set(nextMorning);
    await app.runJob('make-staff-notices');
    await choose('NEW_SIGNUPS', 'NEVER');
    await app.runJob('deliver-due-mail');
    expect(await subjects()).toEqual([]);
  });

  test('does not catch up on what happened while a topic was turned off', async () => {
    await choose('NEW_SIGNUPS', 'NEVER');
    await run();
    const { id: shiftId } = await aBeachCleanup();
    await aSignup(app.db, { shiftId, now: app.clock.now() });
    app.clock.set(after(hours(2)));
    await choose('NEW_SIGNUPS', 'IMMEDIATE');
    await run();
    await aSignup(app.db, { shiftId, now: after(hours(2) + minutes(1)) });
    await run(after(hours(2) + minutes(10)));
    expect(await subjects()).toEqual(['1 new sign-up: Beach cleanup']);
  });

  test('two workers plan one email', async () => {
    const { id: shiftId } = await aBeachCleanup();
    await aSignup(app.db, { shiftId, now: app.clock.now() });
    app.clock.set(nextMorning);
    await Promise.all([app.runJob('make-staff-notices'), app.runJob('make-staff-notices')]);
    await app.runJob('deliver-due-mail');
    expect(await subjects()).toEqual(['1 new sign-up: Beach cleanup']);
  });
});
