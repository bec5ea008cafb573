import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aSignup } from '@upstander/tests/support/factories.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import { peoplesData } from '@upstander/tests/support/peoples-data.js';
import { byLink, linkOf, mailsOf, readCounters } from '@upstander/tests/support/sign-ups.js';
import {
  addDate,
  aSeries,
  aWeeklySeries,
  signUpForSeries,
  standingLinkOf,
  standingSignupsOf,
  statusesOf,
} from '@upstander/tests/support/standing-signups.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';
import { randomUUID } from 'node:crypto';

let app: TestApp;
const now = new Date('2027-04-20T12:00:00Z');
const saturday = new Date('2027-05-01T17:00:00Z');
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '10000' } });
});
beforeEach(() => app.clock.set(now));
afterAll(() => app.close());

const fill = () => app.runJob('fill-standing-signups');
const newAddress = () => `${randomUUID()}@example.org`;

/** Creates a verified volunteer, with the token of a personal link. */
async function aKnownVolunteer(name = 'Ana Reyes'): Promise<{ email: string; token: string; volunteerId: string }> {
  const { id, email, volunteerId } = await aSignup(app.db, {
    name,
    now,
    shift: { event: { startsAt: new Date('2027-04-25T02:00:00Z') } },
  });
  return { email, token: linkOf(app, id), volunteerId };
}

async function mutateByLink(operation: 'confirmStandingSignup' | 'leaveSeries', id: string) {
  const { data, errors } = await app.graphql<Record<string, { status: string } | null> | null>(
    `mutation ($input: StandingSignupTokenInput!) { ${operation}(input: $input) { status } }`,
    { input: { token: standingLinkOf(app, id) } },
  );
  return data?.[operation]?.status ?? errors?.[0]?.extensions.code;
}

const templatesTo = async (email: string) =>
  (await renderPendingEmails(app, { recipient: email })).map(({ template }) => template);

describe('signing up for every date', () => {
  test('takes a spot or a place on the waitlist of each date, and sends one email', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3, 1, 3]);
    await aSignup(app.db, { shiftId: dates[1]!.shiftId, now });
    const email = newAddress();
    const { told, standing, outcomes } = await signUpForSeries(app, series.id, { person: { name: 'Ana', email } });
    expect(told).toEqual(['CONFIRMED', 'WAITLISTED', 'CONFIRMED']);
    expect(standing).toBe('UNCONFIRMED');
    expect(outcomes.map(({ eventId }) => eventId)).toEqual(dates.map(({ eventId }) => eventId));
    expect(await readCounters(app, dates[1]!.shiftId)).toMatchObject({ taken: 1, waiting: 1, true: true });
    const [mail, ...others] = await renderPendingEmails(app, { recipient: email });
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Please confirm your dates: Saturday table');
    expect(mail?.text.match(/May \d+, 2027/g)).toHaveLength(3);
    expect(mail?.text).toContain('Number 1 on the waitlist');
  });

  test('covers dates that are added later only once the address is confirmed', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3, 3]);
    const email = newAddress();
    const { outcomes } = await signUpForSeries(app, series.id, { person: { name: 'Ana', email } });
    dates.push(await addDate(app.db, series, new Date(saturday.valueOf() + days(14))));
    await fill();
    expect(await statusesOf(app.db, email, dates)).toEqual(['confirmed', 'confirmed', '-']);
    // Confirming any of the sign-ups confirms all of them.
    await byLink(app, 'confirmSignup', outcomes[1]!.signup!.id);
    await fill();
    expect(await statusesOf(app.db, email, dates)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(await standingSignupsOf(app.db, email)).toMatchObject([{ status: 'active' }]);
  });

  test('is confirmed by its own link, with all dates', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3, 3]);
    const email = newAddress();
    await signUpForSeries(app, series.id, { person: { name: 'Ana', email } });
    const [standing] = await standingSignupsOf(app.db, email);
    expect(await mutateByLink('confirmStandingSignup', standing!.id)).toBe('ACTIVE');
    expect(await mutateByLink('confirmStandingSignup', standing!.id)).toBe('ACTIVE');
    const unverified = await app.db.query(
      'SELECT FROM events.signup WHERE shift_id = ANY ($1::uuid[]) AND proven_at IS NULL',
      [dates.map(({ shiftId }) => shiftId)],
    );
    expect(unverified).toHaveLength(0);
  });

  test('never lets a stranger who typed an address keep its owner on later dates', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3]);
    const { email, token } = await aKnownVolunteer();
    await signUpForSeries(app, series.id, { token, eventIds: [dates[0]!.eventId] });
    // The stranger's request finds the owner's confirmed sign-up.
    await signUpForSeries(app, series.id, { person: { name: 'Mallory', email } });
    dates.push(await addDate(app.db, series, new Date(saturday.valueOf() + days(7))));
    await fill();
    expect(await statusesOf(app.db, email, dates)).toEqual(['confirmed', '-']);
    expect(await standingSignupsOf(app.db, email)).toMatchObject([{ status: 'unconfirmed' }]);
    app.clock.advance(days(2));
    await fill();
    expect(await standingSignupsOf(app.db, email)).toEqual([]);
  });

  test('stops at the last day, and judges each date on its own', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3, 3, 3, 3]);
    const { email, token } = await aKnownVolunteer();
    await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = $1', [dates[1]!.shiftId]);
    const other = await aSignup(app.db, {
      email,
      now,
      shift: { event: { startsAt: new Date(dates[2]!.startsAt.valueOf() + hours(1)) } },
    });
    const { told, standing } = await signUpForSeries(app, series.id, { token, until: '2027-05-15' });
    expect(told).toEqual(['CONFIRMED', 'AGE_NEEDED', 'OVERLAPPING_SHIFT']);
    expect(standing).toBe('ACTIVE');
    expect(other.email).toBe(email);
    await fill();
    expect(await statusesOf(app.db, email, dates)).toEqual(['confirmed', '-', '-', '-']);
    app.clock.set('2027-05-17T12:00:00Z');
    await fill();
    expect(await standingSignupsOf(app.db, email)).toMatchObject([{ status: 'ended', until: '2027-05-15' }]);
  });

  test('extends the volunteer’s standing sign-up instead of adding a second one', async () => {
    const { series } = await aWeeklySeries(app.db, saturday, [3, 3]);
    const { email, token } = await aKnownVolunteer();
    await signUpForSeries(app, series.id, { token, until: '2027-05-02' });
    await signUpForSeries(app, series.id, { token, until: '2027-06-30' });
    await signUpForSeries(app, series.id, { token, until: '2027-05-20' });
    expect(await standingSignupsOf(app.db, email)).toMatchObject([{ status: 'active', until: '2027-06-30' }]);
  });

  test('ignores a retry, even if a date was added in between', async () => {
    const { series } = await aWeeklySeries(app.db, saturday, [3]);
    const person = { name: 'Bo', email: newAddress() };
    const request = { person, idempotencyKey: 'series-bo' };
    const first = await signUpForSeries(app, series.id, request);
    await addDate(app.db, series, new Date(saturday.valueOf() + days(7)));
    expect(await signUpForSeries(app, series.id, request)).toEqual(first);
    expect((await signUpForSeries(app, series.id, { ...request, until: '2027-06-01' })).refused).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  test('refuses if every date is refused, and keeps nothing', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3, 3]);
    await app.db.query('UPDATE events.shift SET minimum_age = 18 WHERE id = ANY ($1::uuid[])', [
      dates.map(({ shiftId }) => shiftId),
    ]);
    const email = newAddress();
    expect((await signUpForSeries(app, series.id, { person: { name: 'Ana', email } })).refused).toBe('AGE_NEEDED');
    expect(await standingSignupsOf(app.db, email)).toEqual([]);
    expect((await signUpForSeries(app, series.id, { person: { name: 'Ana', email }, oldEnough: true })).told).toEqual([
      'CONFIRMED',
      'CONFIRMED',
    ]);
  });

  test('refuses a draft, an unknown series, an unknown role and dates of another series', async () => {
    const { series } = await aWeeklySeries(app.db, saturday, [3], { status: 'draft' });
    const open = await aWeeklySeries(app.db, saturday, [3]);
    expect((await signUpForSeries(app, series.id)).refused).toBe('NOT_FOUND');
    expect((await signUpForSeries(app, randomUUID())).refused).toBe('NOT_FOUND');
    expect((await signUpForSeries(app, 'x')).refused).toBe('NOT_FOUND');
    expect((await signUpForSeries(app, open.series.id, { role: 'Dancing' })).refused).toBe('NO_DATES');
    expect((await signUpForSeries(app, open.series.id, { eventIds: [randomUUID()] })).refused).toBe('NO_DATES');
    expect((await signUpForSeries(app, open.series.id, { eventIds: [] })).refused).toBe('BAD_INPUT');
    expect((await signUpForSeries(app, open.series.id, { roleNumber: 2 })).refused).toBe('NO_DATES');
  });
});

describe('signing up for chosen dates', () => {
  test('takes only those, with the email about several shifts', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3, 3, 3]);
    const email = newAddress();
    const chosen = [dates[2]!.eventId, dates[0]!.eventId];
    const { told, standing } = await signUpForSeries(app, series.id, {
      person: { name: 'Ana', email },
      eventIds: chosen,
    });
    expect(told).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(standing).toBeNull();
    expect(await statusesOf(app.db, email, dates)).toEqual(['confirmed', '-', 'confirmed']);
    expect(await templatesTo(email)).toEqual(['signup-together']);
  });
});

describe('dates that are added later', () => {
  test('are signed up for once, with one summary for all of them', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3]);
    const { email, token } = await aKnownVolunteer();
    await signUpForSeries(app, series.id, { token });
    app.clock.advance(hours(1));
    for (const week of [1, 2, 3])
      dates.push(await addDate(app.db, series, new Date(saturday.valueOf() + days(7 * week))));
    await Promise.all([fill(), fill()]);
    await fill();
    expect(await statusesOf(app.db, email, dates)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
    const mails = await renderPendingEmails(app, { recipient: email, template: 'standing-%' });
    expect(mails.map(({ subject }) => subject)).toEqual([
      'You’re signed up for every date: Saturday table',
      '3 new dates: Saturday table',
    ]);
    expect(await readCounters(app, dates[3]!.shiftId)).toMatchObject({ taken: 1, true: true });
  });

  test('are summarized at most every four weeks unless one of them is near', async () => {
    const { series } = await aWeeklySeries(app.db, saturday, [3]);
    const { email, token } = await aKnownVolunteer();
    await signUpForSeries(app, series.id, { token });
    const summaries = async () => (await templatesTo(email)).filter((template) => template === 'standing-dates').length;
    const addAndFill = async (inDays: number) => {
      await addDate(app.db, series, new Date(app.clock.now().valueOf() + days(inDays)));
      await fill();
      return summaries();
    };
    expect(await addAndFill(300)).toBe(1);
    app.clock.advance(days(7));
    expect(await addAndFill(301)).toBe(1);
    app.clock.advance(days(1));
    expect(await addAndFill(5)).toBe(2);
    app.clock.advance(days(1));
    expect(await addAndFill(302)).toBe(2);
    app.clock.advance(days(28));
    await fill();
    expect(await summaries()).toBe(3);
  });

  test('wait until sign-up opens, and follow a renamed role and a split series', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3]);
    const { email, token } = await aKnownVolunteer();
    await signUpForSeries(app, series.id, { token });
    await app.db.query(`UPDATE events.shift SET role = 'Sorting' WHERE id = $1`, [dates[0]!.shiftId]);
    const later = await aSeries(app.db, { chapterId: series.chapterId, continuesSeriesId: series.id });
    dates.push(await addDate(app.db, later, new Date(saturday.valueOf() + days(7)), { role: 'Sorting' }));
    await app.db.query(
      `UPDATE events.event SET opens_at = $2, opens_at_local = $2::timestamptz AT TIME ZONE time_zone WHERE id = $1`,
      [dates[1]!.eventId, new Date('2027-04-28T12:00:00Z')],
    );
    await fill();
    expect(await statusesOf(app.db, email, dates)).toEqual(['confirmed', '-']);
    app.clock.set('2027-04-28T13:00:00Z');
    await fill();
    expect(await statusesOf(app.db, email, dates)).toEqual(['confirmed', 'confirmed']);
  });

  test('do not sign up again for a date that was skipped', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3, 3]);
    const { email, token } = await aKnownVolunteer();
    const { outcomes } = await signUpForSeries(app, series.id, { token });
    expect((await byLink(app, 'cancelSignup', outcomes[0]!.signup!.id)).refused).toBeNull();
    app.clock.advance(hours(1));
    await fill();
    expect(await statusesOf(app.db, email, dates)).toEqual(['cancelled', 'confirmed']);
  });
});

describe('leaving', () => {
  test('cancels all upcoming dates in one act, offers the spots and sends one email', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [1, 1]);
    const { email, token } = await aKnownVolunteer();
    const { outcomes } = await signUpForSeries(app, series.id, { token });
    const waiting = await aSignup(app.db, { shiftId: dates[0]!.shiftId, status: 'waitlisted', now });
    const [standing] = await standingSignupsOf(app.db, email);
    expect(await mutateByLink('leaveSeries', standing!.id)).toBe('ENDED');
    expect(await mutateByLink('leaveSeries', standing!.id)).toBe('ENDED');
    dates.push(await addDate(app.db, series, new Date(saturday.valueOf() + days(14))));
    await fill();
    expect(await statusesOf(app.db, email, dates)).toEqual(['cancelled', 'cancelled', '-']);
    expect(await statusesOf(app.db, waiting.email, [dates[0]!])).toEqual(['offered']);
    expect(await mailsOf(app, outcomes[0]!.signup!.id)).toEqual([]);
    const [mail, ...others] = await renderPendingEmails(app, { recipient: email, template: 'standing-left' });
    expect(others).toEqual([]);
    expect(mail?.text.match(/May \d+, 2027/g)).toHaveLength(2);
  });

  test('leaves past dates and sign-ups made otherwise unchanged', async () => {
    const { series, dates } = await aWeeklySeries(app.db, saturday, [3, 3]);
    const { email, token } = await aKnownVolunteer();
    await signUpForSeries(app, series.id, { token });
    app.clock.set('2027-05-01T18:00:00Z');
    const [standing] = await standingSignupsOf(app.db, email);
    await mutateByLink('leaveSeries', standing!.id);
    expect(await statusesOf(app.db, email, dates)).toEqual(['confirmed', 'cancelled']);
  });

  test('refuses a link for something else', async () => {
    const { token } = await aKnownVolunteer();
    const { errors } = await app.graphql(
      'mutation ($input: StandingSignupTokenInput!) { leaveSeries(input: $input) { id } }',
      { input: { token } },
    );
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

test('erases a person with an active standing sign-up, whose dates go to the waitlist and are not filled again', async () => {
  const { series, dates } = await aWeeklySeries(app.db, saturday, [1, 3]);
  const { email, token } = await aKnownVolunteer('Xochitl');
  await signUpForSeries(app, series.id, { token });
  expect((await standingSignupsOf(app.db, email)).map(({ status }) => status)).toEqual(['active']);
  const next = await aSignup(app.db, { shiftId: dates[0]!.shiftId, status: 'waitlisted', now });
  const { erase, linkOf: dataLinkOf } = peoplesData(() => app);
  expect((await erase(await dataLinkOf(email))).data.eraseMyData).toEqual({ outcome: 'DONE' });
  const ids = dates.map(({ shiftId }) => shiftId);
  const left = await app.db.query(
    `SELECT u.id FROM events.signup u WHERE u.shift_id = ANY ($1) AND u.status NOT IN ('cancelled', 'expired') AND u.id <> $2`,
    [ids, next.id],
  );
  expect(left).toEqual([]);
  const [offered] = await app.db.query('SELECT status FROM events.signup WHERE id = $1', [next.id]);
  expect(offered).toEqual({ status: 'offered' });
  dates.push(await addDate(app.db, series, new Date(saturday.valueOf() + days(14))));
  await fill();
  expect(await readCounters(app, dates[2]!.shiftId)).toMatchObject({ taken: 0, waiting: 0 });
  expect(await standingSignupsOf(app.db, email)).toEqual([]);
});
