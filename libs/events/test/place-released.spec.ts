import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCredential, aCredentialType, requireForShift } from '@upstander/tests/support/credentials.js';
import { aChapter, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
let chapter: { id: string };

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T17:00:00Z');
  chapter = await aChapter(app.db);
});
beforeEach(() => app.clock.set('2026-12-01T17:00:00Z'));
afterAll(() => app.close());

async function ana(): Promise<{ cookie: string; email: string; id: string }> {
  const person = await app.signedIn({ name: 'Ana Reyes' });
  const { id } = await aVolunteer(app, chapter.id, { email: person.email });
  return { ...person, id };
}

describe('requirements by the day', () => {
  async function aPlace() {
    const person = await ana();
    const training = await aCredentialType(app.db);
    const shift = await aShift(app.db, {
      capacity: 1,
      event: { chapterId: chapter.id, startsAt: new Date('2026-12-20T17:00:00Z') },
    });
    await requireForShift(app.db, shift.id, training.id, { isDueByDay: true });
    const signup = await aSignup(app.db, { shiftId: shift.id, email: person.email });
    const next = await aSignup(app.db, { shiftId: shift.id, status: 'waitlisted' });
    return { person, training, signup, next };
  }
  const statusOf = async (id: string) =>
    (await app.db.query<{ status: string }>('SELECT status FROM events.signup WHERE id = $1', [id]))[0]?.status;
  const markSent = (id: string) =>
    app.db.query(
      `UPDATE notifications.mail SET status = 'sent', sent_at = now() WHERE subject_id = $1 AND template = 'signup-requirements'`,
      [id],
    );

  test('reminds volunteers of the missing credential and deadline, and releases the place at the deadline', async () => {
    const { person, training, signup, next } = await aPlace();
    app.clock.set('2026-12-16T16:59:00Z');
    await app.runJob('keep-requirements');
    expect(await renderPendingEmails(app, { recipient: person.email, template: 'signup-requirements' })).toEqual([]);
    app.clock.set('2026-12-16T17:00:00Z');
    await app.runJob('keep-requirements');
    await app.runJob('keep-requirements');
    const mails = await renderPendingEmails(app, { recipient: person.email, template: 'signup-requirements' });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(training.name);
    expect(mails[0]?.text).toContain('Come to the course.');
    expect(mails[0]?.text).toContain('Saturday, December 19, 2026, 9:00 AM');
    await markSent(signup.id);
    app.clock.set('2026-12-19T16:59:00Z');
    await app.runJob('keep-requirements');
    expect(await statusOf(signup.id)).toBe('confirmed');
    app.clock.set('2026-12-19T17:00:00Z');
    await app.runJob('keep-requirements');
    expect(await statusOf(signup.id)).toBe('cancelled');
    expect(await statusOf(next.id)).toBe('offered');
    const [releasedMail] = await renderPendingEmails(app, { recipient: person.email, template: 'signup-released' });
    expect(releasedMail?.text).toContain(training.name);
  });

  test('keep the place of a volunteer who met them', async () => {
    const { person, training, signup } = await aPlace();
    app.clock.set('2026-12-17T17:00:00Z');
    await app.runJob('keep-requirements');
    await markSent(signup.id);
    await aCredential(app.db, { volunteerId: person.id, typeId: training.id });
    app.clock.set('2026-12-19T17:00:00Z');
    await app.runJob('keep-requirements');
    expect(await statusOf(signup.id)).toBe('confirmed');
  });

  test('release no place without a sent reminder', async () => {
    const { signup } = await aPlace();
    app.clock.set('2026-12-17T17:00:00Z');
    await app.runJob('keep-requirements');
    app.clock.set('2026-12-20T16:00:00Z');
    await app.runJob('keep-requirements');
    expect(await statusOf(signup.id)).toBe('confirmed');
  });
});
