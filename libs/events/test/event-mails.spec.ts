import { MailTemplates } from '@upstander/notifications';
import { SignedIds } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anEvent, aShift, aSignup, type SignupParts } from '@upstander/tests/support/factories.js';
import { icsEvent, renderSignupEmail, rowOf } from '@upstander/tests/support/signup-emails.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { withoutTokens } from '@upstander/tests/support/without-tokens.js';

const now = new Date('2026-12-01T20:00:00Z');
const startsAt = new Date('2026-12-05T17:00:00Z');
const start = { start: startsAt.valueOf() / 1000 };
const languages = ['en', 'es'] as const;

const names =
  `signup-confirm signup-waitlisted signup-repeat signup-offer signup-changed signup-cancelled signup-expired
  signup-nudge signup-lapsed event-cancelled reminder-day-before reminder-same-day thank-you missed-you organizer-message`.split(
    /\s+/,
  );

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { PUBLIC_URL: 'https://help.example.org', MAIL_DOMAIN: 'example.org' } });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(now));

interface Signup {
  id: string;
  shiftId: string;
  eventId: string;
  email: string;
}

async function newSignup(parts: SignupParts = {}): Promise<Signup> {
  const event = await anEvent(app.db, { startsAt, endsAt: new Date(startsAt.valueOf() + hours(3)) });
  const { id: shiftId } = await aShift(app.db, { eventId: event.id, capacity: 2 });
  const signup = await aSignup(app.db, { shiftId, now, ...parts });
  return { ...signup, eventId: event.id };
}

const mail = (
  template: string,
  signup: { id: string },
  data: Record<string, unknown> = {},
  locale: 'en' | 'es' = 'en',
) => renderSignupEmail(app, template, signup, data, locale);

const subjectOf = async (...args: Parameters<typeof mail>) => (await mail(...args))?.subject ?? null;
const set = (signup: Signup, sql: string) => app.db.query(`UPDATE events.signup SET ${sql} WHERE id = $1`, [signup.id]);
const setEvent = (signup: Signup, sql: string) =>
  app.db.query(`UPDATE events.event SET ${sql} WHERE id = $1`, [signup.eventId]);
const link = (signup: { id: string }) =>
  `https://help.example.org/s/${app.nest.get(SignedIds).sign('signup', signup.id)}`;

describe('after signing up', () => {
  test('states the deadline, has one button to confirm, and attaches a calendar file', async () => {
    const signup = await newSignup({ proven: false });
    const content = await mail('signup-confirm', signup);
    expect(content?.subject).toBe(
      'Please confirm your spot: Care kit packing (Packing), Saturday, December 5, 9:00 AM',
    );
    expect(content?.text).toContain('Wednesday, December 2, 2026, 12:00 PM (Pacific Time)');
    expect(content?.text).toContain('Saturday, December 5, 2026, 9:00 AM to 12:00 PM (Pacific Time)');
    expect(content?.text).toContain(link(signup));
    expect(content?.html).toContain('Confirm my spot');
    expect(content?.text).toContain('Not Ana?');
    expect(icsEvent(content)).toMatchObject({
      method: 'PUBLISH',
      declared: 'PUBLISH',
      uid: `${signup.id}@example.org`,
      status: 'CONFIRMED',
    });
  });

  test('writes in Spanish with the same local time', async () => {
    const content = await mail('signup-confirm', await newSignup({ proven: false, locale: 'es' }), {}, 'es');
    expect(content?.subject).toBe('Confirma tu lugar: Care kit packing (Packing), sábado, 5 de diciembre, 9:00 a.m.');
    expect(content?.text).toContain('Sábado, 5 de diciembre de 2026, de 9:00 a.m. a 12:00 p.m. (hora del Pacífico)');
    expect(content?.html).toContain('lang="es"');
    expect(content?.text).toContain('¿No eres Ana?');
  });

  test('asks for no confirmation from signed-in volunteers or those added by an organizer', async () => {
    expect(await subjectOf('signup-confirm', await newSignup())).toMatch(/^You’re signed up/);
    const vouchedSignup = await newSignup({ proven: false });
    await set(vouchedSignup, 'expires_at = NULL');
    expect((await mail('signup-confirm', vouchedSignup))?.text).toContain('Rosa signed you up.');
  });

  test('states the current waitlist position, and is skipped once there is a place', async () => {
    const first = await newSignup({ status: 'waitlisted' });
    const second = {
      ...(await aSignup(app.db, { shiftId: first.shiftId, status: 'waitlisted', now })),
      eventId: first.eventId,
    };
    expect(await subjectOf('signup-waitlisted', second)).toMatch(/^You’re number 2 on the waitlist/);
    await set(first, `status = 'cancelled'`);
    expect(await subjectOf('signup-waitlisted', second)).toMatch(/^You’re number 1 on the waitlist/);
    await set(second, `status = 'offered'`);
    expect(await mail('signup-waitlisted', second)).toBeNull();
  });

  test('tells a repeated sign-up that there is nothing to do, and links to the original', async () => {
    const original = await newSignup();
    const repeat = await newSignup({ proven: false });
    await app.db.query('UPDATE events.signup SET repeat_of = $2, shift_id = $3 WHERE id = $1', [
      repeat.id,
      original.id,
      original.shiftId,
    ]);
    const content = await mail('signup-repeat', repeat);
    expect(content?.subject).toMatch(/^You’re already signed up/);
    expect(content?.text).toContain(link(original));
    expect(content?.text).not.toContain(link(repeat));
    await set(original, `status = 'cancelled'`);
    expect(await subjectOf('signup-repeat', repeat)).toMatch(/^Please confirm your spot/);
  });

  test("keeps text that isn't a name out of emails", async () => {
    const advert = 'http://win.example CLICK';
    const content = await mail('signup-confirm', await newSignup({ proven: false, name: advert }));
    expect(content?.text).toContain('Hello,');
    expect(`${content?.subject}${content?.text}${content?.html}${content?.ics?.content}`).not.toContain('win.example');
    const markup = await mail('signup-confirm', await newSignup({ proven: false, name: '<b>Ana' }));
    expect(markup?.html).not.toContain('<b>Ana');
  });
});

describe('two shifts of one person', () => {
  test('mentions an overlapping shift, unless an organizer allowed it', async () => {
    const kitchen = await newSignup({ email: 'two@example.org' });
    const second = await aShift(app.db, { eventId: kitchen.eventId, role: 'Driving' });
    const driving = await aSignup(app.db, { shiftId: second.id, email: 'two@example.org', proven: false, now });
    const content = await mail('signup-confirm', driving);
    expect(content?.text).toContain(
      'This overlaps with another of your shifts: “Care kit packing” (Packing), Saturday, December 5, 2026, 9:00 AM to 12:00 PM (Pacific Time).',
    );
    expect((await mail('signup-confirm', driving, {}, 'es'))?.text).toContain('A la misma hora tienes otro turno');
    const subjects = await Promise.all(
      [kitchen, driving].map((signup) => subjectOf('reminder-day-before', signup, start)),
    );
    expect(new Set(subjects).size).toBe(2);
    await app.db.query(`UPDATE events.signup SET overlap_reason = 'Runs both tables.' WHERE id = $1`, [driving.id]);
    expect((await mail('signup-confirm', driving))?.text).not.toContain('At the same time');
  });

  test('mentions no overlap for consecutive shifts', async () => {
    const kitchen = await newSignup({ email: 'after@example.org' });
    const endsAt = new Date(startsAt.valueOf() + hours(6));
    const second = await aShift(app.db, { startsAt: new Date(startsAt.valueOf() + hours(3)), endsAt });
    await aSignup(app.db, { shiftId: second.id, email: 'after@example.org', now });
    expect((await mail('signup-confirm', kitchen))?.text).not.toContain('At the same time');
  });
});

describe('an unconfirmed address', () => {
  test('gets one reminder before the deadline and one email after it', async () => {
    const signup = await newSignup({ proven: false });
    expect((await mail('signup-nudge', signup))?.text).toContain('before Wednesday, December 2, 2026, 12:00 PM');
    expect((await mail('signup-nudge', signup, {}, 'es'))?.html).toContain('Confirmar mi lugar');
    expect(await mail('signup-lapsed', signup, { hadPlace: true })).toBeNull();
    await set(signup, `status = 'expired', expires_at = NULL, ended_at = now()`);
    expect(await mail('signup-nudge', signup)).toBeNull();
    const lapsed = await mail('signup-lapsed', signup, { hadPlace: true });
    expect(lapsed?.text).toContain('you’re welcome to sign up again');
    // Removes the calendar entry of the first email.
    expect(icsEvent(lapsed)).toMatchObject({ method: 'CANCEL', uid: `${signup.id}@example.org`, status: 'CANCELLED' });
    expect((await mail('signup-lapsed', signup, { hadPlace: false }))?.ics).toBeUndefined();
    app.clock.set(startsAt);
    expect(await mail('signup-lapsed', signup, { hadPlace: true })).toBeNull();
  });
});

describe('an offered place', () => {
  test('states how long the place is reserved, and is skipped once that has passed', async () => {
    const signup = await newSignup({ status: 'offered' });
    expect((await mail('signup-offer', signup))?.text).toContain(
      'until Wednesday, December 2, 2026, 12:00 PM (Pacific Time)',
    );
    app.clock.advance(hours(25));
    expect(await mail('signup-offer', signup)).toBeNull();
    await set(signup, `status = 'expired'`);
    expect(await subjectOf('signup-expired', signup)).toMatch(/^Your spot went to someone else/);
  });
});

describe('reminders', () => {
  test('go out the day before and the same day, unless the sign-up was canceled or the shift moved or started', async () => {
    const signup = await newSignup();
    expect(await subjectOf('reminder-day-before', signup, start)).toBe(
      'See you on Saturday: Care kit packing (Packing), 9:00 AM',
    );
    expect(await subjectOf('reminder-same-day', signup, start, 'es')).toBe(
      'Hoy, 9:00 a.m.: Care kit packing (Packing)',
    );
    expect(await mail('reminder-day-before', signup, { start: start.start - 3600 })).toBeNull();
    app.clock.set(startsAt);
    expect(await mail('reminder-same-day', signup, start)).toBeNull();
    app.clock.set(now);
    await set(signup, `status = 'cancelled'`);
    expect(await mail('reminder-day-before', signup, start)).toBeNull();
  });

  test('ask for confirmation if the address is unconfirmed', async () => {
    const content = await mail('reminder-day-before', await newSignup({ proven: false }), start);
    expect(content?.html).toContain('Confirm my spot');
  });

  test('thank volunteers only after the end', async () => {
    const signup = await newSignup();
    expect(await mail('thank-you', signup, start)).toBeNull();
    app.clock.set(new Date(startsAt.valueOf() + hours(4)));
    expect(await subjectOf('thank-you', signup, start)).toBe(
      'Thank you for helping: Care kit packing (Packing), Saturday, December 5',
    );
    await setEvent(signup, `status = 'completed'`);
    expect((await mail('thank-you', signup, start, 'es'))?.text).toContain(link(signup));
  });
});

describe('changes', () => {
  const before = { startsAt: '2026-12-05T16:00:00.000Z', place: '1 Old Rd', title: 'Care kit packing' };

  test('list old and new values, with a higher calendar sequence', async () => {
    const signup = await newSignup();
    await setEvent(signup, 'sequence = 2');
    await set(signup, 'moves = 1');
    const content = await mail('signup-changed', signup, { before });
    expect(content?.text).toContain('When, before: Saturday, December 5, 2026, 8:00 AM to 12:00 PM (Pacific Time)');
    expect(content?.text).toContain('When, now: Saturday, December 5, 2026, 9:00 AM to 12:00 PM (Pacific Time)');
    expect(content?.text).toContain('Where, before: 1 Old Rd');
    expect(content?.text).not.toContain('What, before');
    expect(icsEvent(content)).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED', sequence: 3 });
  });

  test('are not announced if they were reverted before the email was sent', async () => {
    const signup = await newSignup();
    const expectedShift = { title: 'Care kit packing', startsAt: startsAt.toISOString() };
    expect(await mail('signup-changed', signup, { before: expectedShift })).toBeNull();
    expect(await mail('signup-changed', signup, { before: { ...expectedShift, place: null } })).not.toBeNull();
  });

  test('are announced to the waitlist too, without a calendar file', async () => {
    const content = await mail('signup-changed', await newSignup({ status: 'waitlisted' }), { before, overlaps: true });
    expect(content?.text).toContain('You’re still on the waitlist');
    expect(content?.text).toContain('at the same time as another of your shifts');
    expect(content?.ics).toBeUndefined();
  });

  test('to an event that is canceled come with the reason and remove the calendar entry', async () => {
    const signup = await newSignup();
    expect(await mail('event-cancelled', signup)).toBeNull();
    await setEvent(signup, `status = 'cancelled', cancel_reason = 'A storm is coming.', sequence = 1`);
    await set(signup, `status = 'cancelled'`);
    const content = await mail('event-cancelled', signup);
    expect(content?.text).toContain('A storm is coming.');
    expect(icsEvent(content)).toEqual({
      method: 'CANCEL',
      declared: 'CANCEL',
      uid: `${signup.id}@example.org`,
      status: 'CANCELLED',
      sequence: 2,
    });
  });

  test('that cancel a sign-up name who canceled it', async () => {
    const signup = await newSignup();
    await set(signup, `status = 'cancelled'`);
    expect((await mail('signup-cancelled', signup, { by: 'volunteer' }))?.text).toContain('You’ve canceled');
    const content = await mail('signup-cancelled', signup, { by: 'organizer', reason: 'We are too many.' });
    expect(content?.text).toContain('Rosa canceled your sign-up');
    expect(content?.text).toContain('We are too many.');
    expect(icsEvent(content)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
  });

  test("sends an organizer's message with the event contact as reply address", async () => {
    const signup = await newSignup();
    await setEvent(signup, `contact_email = 'rosa@example.org'`);
    const content = await mail('organizer-message', signup, {
      subject: 'Parking\r\nBcc: x@y.example',
      body: 'Use gate <2>.',
    });
    expect(content?.subject).toBe('Parking Bcc: x@y.example');
    expect(content?.replyTo).toBe('rosa@example.org');
    expect(content?.html).not.toContain('<2>');
  });
});

test('writes every email in both languages, as HTML and text', async () => {
  const templateNames = app.nest.get(MailTemplates).names();
  expect(templateNames).toEqual(expect.arrayContaining(names));
  for (const name of names) {
    const signup = await newSignup({
      status: { 'signup-waitlisted': 'waitlisted', 'signup-offer': 'offered' }[name] as 'offered',
    });
    if (name === 'event-cancelled') await setEvent(signup, `status = 'cancelled'`);
    if (name === 'signup-cancelled') await set(signup, `status = 'cancelled'`);
    if (name === 'signup-expired') await set(signup, `status = 'expired'`);
    if (name === 'signup-nudge') await set(signup, `proven_at = NULL, expires_at = '2026-12-02T20:00:00Z'`);
    if (name === 'signup-lapsed') await set(signup, `status = 'expired', proven_at = NULL`);
    if (name === 'missed-you') await set(signup, `status = 'no_show'`);
    app.clock.set(name === 'thank-you' || name === 'missed-you' ? new Date(startsAt.valueOf() + hours(4)) : now);
    const [en, es] = await Promise.all(
      languages.map((locale) =>
        mail(
          name,
          signup,
          { ...start, before: { place: '1 Old Rd' }, by: 'volunteer', subject: 'a', body: 'b' },
          locale,
        ),
      ),
    );
    expect([name, en?.text.length, es?.text.length]).toEqual([name, expect.any(Number), expect.any(Number)]);
    expect(en?.text).not.toBe(es?.text);
    for (const content of [en, es]) {
      const words = withoutTokens(`${content?.html}${content?.text}${content?.subject}`);
      expect(words).not.toMatch(/undefined|null|\[object|NaN/);
      expect(content?.html).not.toMatch(/<(script|img|link)\b|url\(/i);
    }
  }
});

test('loads the data of a batch of emails with one query', async () => {
  const signups = await Promise.all([newSignup(), newSignup(), newSignup()]);
  const template = app.nest.get(MailTemplates).find('signup-confirm');
  const query = jest.spyOn(app.db, 'query');
  await template?.load(signups.map((signup) => rowOf('signup-confirm', signup, {}, 'en')));
  expect(query).toHaveBeenCalledTimes(1);
  query.mockRestore();
});
