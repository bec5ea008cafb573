import { refusal, type TestApp } from '@upstander/tests/support/app.js';
import { aSignup } from '@upstander/tests/support/factories.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { aShiftInput, eventOperations, Organizer } from '@upstander/tests/support/organizer.js';
import {
  seriesOperations,
  SeriesOrganizer,
  type ShownSeries,
  type StoredDate,
} from '@upstander/tests/support/series.js';
import { signUp } from '@upstander/tests/support/sign-ups.js';
import { renderSignupEmail } from '@upstander/tests/support/signup-emails.js';

const now = new Date('2026-10-20T18:00:00Z');
const { previewEdit, reset, skip, update } = seriesOperations;
let app: TestApp;
let rosa: SeriesOrganizer;

beforeAll(async () => {
  rosa = new SeriesOrganizer(await Organizer.at(now));
  app = rosa.app;
});
afterAll(() => app.close());

async function fourDates(
  event: Record<string, unknown> = {},
): Promise<{ series: ShownSeries; dates: [StoredDate, StoredDate, StoredDate, StoredDate] }> {
  const series = await rosa.published({ until: '2026-11-21' }, event);
  return { series, dates: (await rosa.dates(series.id)) as [StoredDate, StoredDate, StoredDate, StoredDate] };
}

const changeAll = async (series: ShownSeries, date: StoredDate, changes: Record<string, unknown>) =>
  rosa.does(update, {
    id: series.id,
    input: { scope: 'ALL', eventId: date.id, event: await rosa.eventInput(date.id, changes) },
  });

describe('a date that was changed itself', () => {
  test('keeps its part when the series changes, and takes all the others', async () => {
    const { series, dates } = await fourDates();
    const [first, second] = dates;
    await rosa.rosa.does(eventOperations.update, {
      id: second.id,
      input: await rosa.eventInput(second.id, { place: 'City hall' }),
    });
    const preview = await rosa.does<Record<string, number>>(previewEdit, {
      id: series.id,
      input: { scope: 'ALL', eventId: first.id, event: await rosa.eventInput(first.id, { place: '99 Oak St' }) },
    });
    expect(preview).toMatchObject({ changedDates: 4, ownDates: 1, parts: ['PLACE'] });
    await changeAll(series, first, { place: '99 Oak St', title: 'Kit day' });
    expect((await rosa.dates(series.id)).map(({ place, overrides }) => [place, overrides])).toEqual([
      ['99 Oak St', []],
      ['City hall', ['place']],
      ['99 Oak St', []],
      ['99 Oak St', []],
    ]);
    const [row] = await app.db.query('SELECT title FROM events.event WHERE id = $1', [second.id]);
    expect(row).toEqual({ title: 'Kit day' });
  });

  test('goes back to the series on request, and its people are told', async () => {
    const { series, dates } = await fourDates();
    const [, second] = dates;
    const [shift] = await rosa.shiftsOf(second.id);
    const signup = await aSignup(app.db, { shiftId: shift!.id, now });
    const input = await rosa.eventInput(second.id, { place: 'City hall' });
    const shifts = [{ ...(input['shifts'] as object[])[0], capacity: 9, role: 'Sorting' }];
    await rosa.rosa.does(eventOperations.update, { id: second.id, input: { ...input, shifts } });
    expect((await rosa.dates(series.id))[1]!.overrides.sort()).toEqual(['place', 'shifts']);
    const back = await rosa.does<{ shifts: unknown[] }>(reset, { eventId: second.id, parts: ['PLACE'] });
    expect(back).toMatchObject({
      place: '12 Main St',
      overrides: ['SHIFTS'],
      shifts: [{ role: 'Sorting', capacity: 9 }],
    });
    const emails = await app.db.query<{ data: { signups: unknown[] } }>(
      `SELECT data FROM notifications.mail WHERE template = 'series-changed' AND subject_id = $1`,
      [signup.id],
    );
    expect(emails.map(({ data }) => data.signups)).toEqual([
      [{ id: signup.id, outcome: 'changed', before: { place: 'City hall' } }],
    ]);
  });

  test('refuses to reset shifts that the series does not have while people are signed up for them', async () => {
    const { dates } = await fourDates();
    const [, second] = dates;
    const input = await rosa.eventInput(second.id);
    const shifts = [...(input['shifts'] as object[]), { ...shiftOn('2026-11-07'), role: 'Welcome' }];
    const changed = await rosa.rosa.does(eventOperations.update, { id: second.id, input: { ...input, shifts } });
    await aSignup(app.db, { shiftId: changed.shifts[1]!.id, now });
    const answer = await rosa.rosa.asks(reset, { eventId: second.id, parts: ['SHIFTS'] });
    expect(refusal(answer)).toBe('SHIFT_HAS_SIGNUPS');
  });

  test('becomes the series if the edited date itself changes that part for all', async () => {
    const { series, dates } = await fourDates();
    const [first] = dates;
    await rosa.rosa.does(eventOperations.update, {
      id: first.id,
      input: await rosa.eventInput(first.id, { place: 'City hall' }),
    });
    await changeAll(series, first, { place: 'Library' });
    expect((await rosa.dates(series.id)).map(({ place, overrides }) => [place, overrides.length])).toEqual(
      Array(4).fill(['Library', 0]),
    );
  });

  test('with its own time keeps it when the series moves to another weekday', async () => {
    const { series, dates } = await fourDates();
    const [first, second] = dates;
    const own = await atTime(second.id, '2026-11-07T14:00', '2026-11-07T16:00');
    await rosa.rosa.does(eventOperations.update, { id: second.id, input: own });
    const event = await atTime(first.id, '2026-11-01T10:00', '2026-11-01T12:00');
    await rosa.does(update, { id: series.id, input: { scope: 'ALL', eventId: first.id, event } });
    expect((await rosa.dates(series.id)).map(({ original, startsAtLocal }) => [original, startsAtLocal])).toEqual([
      ['2026-11-01T10:00', '2026-11-01T10:00'],
      ['2026-11-08T10:00', '2026-11-07T14:00'],
      ['2026-11-15T10:00', '2026-11-15T10:00'],
      ['2026-11-22T10:00', '2026-11-22T10:00'],
    ]);
  });
});

describe('shifts of a series', () => {
  test('are added to and removed from all dates, in order', async () => {
    const { series, dates } = await fourDates();
    const [first, second] = dates;
    const input = await rosa.eventInput(first.id);
    const shifts = [{ ...shiftOn('2026-10-31'), role: 'Welcome' }, ...(input['shifts'] as object[])];
    await rosa.does(update, { id: series.id, input: { scope: 'ALL', eventId: first.id, event: { ...input, shifts } } });
    expect((await rosa.shiftsOf(second.id)).map(({ role, startsAtLocal }) => [role, startsAtLocal])).toEqual([
      ['Welcome', '2026-11-07T09:00'],
      ['Packing', '2026-11-07T09:00'],
    ]);
    const [welcome, packing] = await rosa.shiftsOf(second.id);
    await aSignup(app.db, { shiftId: packing!.id, now });
    const later = await rosa.eventInput(first.id);
    const [onlyWelcome, onlyPacking] = later['shifts'] as object[];
    const without = (list: unknown[]) => ({ scope: 'ALL', eventId: first.id, event: { ...later, shifts: list } });
    const refused = await rosa.rosa.asks(update, { id: series.id, input: without([onlyWelcome]) });
    expect(refusal(refused)).toBe('SHIFT_HAS_SIGNUPS');
    await rosa.does(update, { id: series.id, input: without([onlyPacking]) });
    expect((await rosa.shiftsOf(second.id)).map(({ id }) => id)).toEqual([packing!.id]);
    expect(welcome!.id).not.toBe(packing!.id);
  });

  test('with more spots offer them to the waitlist of each date', async () => {
    const { series, dates } = await fourDates({ shifts: [{ ...aShiftInput, capacity: 1 }] });
    const [first, second] = dates;
    const [shift] = await rosa.shiftsOf(second.id);
    await aSignup(app.db, { shiftId: shift!.id, now });
    const waiting = await aSignup(app.db, { shiftId: shift!.id, status: 'waitlisted', now });
    const input = await rosa.eventInput(first.id);
    const shifts = [{ ...(input['shifts'] as object[])[0], capacity: 3 }];
    await rosa.does(update, { id: series.id, input: { scope: 'ALL', eventId: first.id, event: { ...input, shifts } } });
    const [row] = await app.db.query('SELECT status FROM events.signup WHERE id = $1', [waiting.id]);
    expect(row).toEqual({ status: 'offered' });
  });
});

describe('two people at the same time', () => {
  test('who edit the series: the second one gets a conflict', async () => {
    const { series, dates } = await fourDates();
    const input = { scope: 'ALL', eventId: dates[0].id, version: series.version };
    const edit = (place: string) => async () =>
      rosa.rosa.asks(update, {
        id: series.id,
        input: { ...input, event: { ...(await rosa.eventInput(dates[0].id, { place })), version: null } },
      });
    const first = await edit('Library')();
    expect(first.errors).toBeUndefined();
    const second = await edit('City hall')();
    expect(refusal(second)).toBe('CHANGED_MEANWHILE');
    expect(second.errors?.[0]?.extensions.details).toMatchObject({ version: series.version + 1 });
  });

  test('who edit the series and one date: what was saved for the date is not lost', async () => {
    const { series, dates } = await fourDates();
    const old = await rosa.eventInput(dates[0].id, { title: 'Kit day' });
    await rosa.rosa.does(eventOperations.update, {
      id: dates[0].id,
      input: await rosa.eventInput(dates[0].id, { place: 'City hall' }),
    });
    const input = { scope: 'ALL', eventId: dates[0].id, event: old };
    expect(refusal(await rosa.rosa.asks(update, { id: series.id, input }))).toBe('CHANGED_MEANWHILE');
  });

  test('one of whom signs up while the capacity shrinks: the sign-up waits and joins the waitlist', async () => {
    const { series, dates } = await fourDates({ shifts: [{ ...aShiftInput, capacity: 3 }] });
    const [first] = dates;
    const [shift] = await rosa.shiftsOf(first.id);
    for (let i = 0; i < 2; i += 1) await aSignup(app.db, { shiftId: shift!.id, now });
    const input = await rosa.eventInput(first.id);
    const shifts = [{ ...(input['shifts'] as object[])[0], capacity: 2 }];
    const [edited, signedUp] = await raceBehindLock<{ errors?: unknown }>(
      app,
      { sql: 'SELECT FROM events.shift WHERE id = $1 FOR UPDATE', params: [shift!.id], waiting: 2 },
      () => [
        rosa.rosa.asks(update, {
          id: series.id,
          input: { scope: 'ALL', eventId: first.id, event: { ...input, shifts } },
        }),
        signUp(app, { shiftId: shift!.id }),
      ],
    );
    expect([edited!.errors, signedUp!.errors]).toEqual([undefined, undefined]);
    expect((await rosa.shiftsOf(first.id))[0]).toMatchObject({ capacity: 2, taken: 2, waiting: 1 });
  });
});

describe('people of a dropped date', () => {
  test('get one email with the reason and a link to the nearest date', async () => {
    const { series, dates } = await fourDates({ title: 'Outreach table' });
    const [, second, third] = dates;
    const [shift] = await rosa.shiftsOf(second.id);
    const { email } = await aSignup(app.db, { shiftId: shift!.id, now });
    await rosa.does(skip, { id: series.id, eventId: second.id, reason: 'The hall is closed.' });
    const mails = await emailsTo(email);
    expect(mails.map(({ subject }) => subject)).toEqual(['Canceled: Outreach table, Saturday, November 7']);
    expect(mails[0]!.text).toContain('The hall is closed.');
    expect(mails[0]!.text).toMatch(new RegExp(`/events/(${dates[0].slug}|${third.slug})`));
    const [row] = await app.db.query('SELECT status FROM events.signup WHERE shift_id = $1', [shift!.id]);
    expect(row).toEqual({ status: 'cancelled' });
  });

  test('get one email about all of their dates, with the old and the new time', async () => {
    const { series, dates } = await fourDates({ title: 'Supply run' });
    const email = 'regular@example.org';
    for (const date of dates) {
      const [shift] = await rosa.shiftsOf(date.id);
      await aSignup(app.db, { shiftId: shift!.id, email, now, locale: 'es' });
    }
    const event = await atTime(dates[0].id, '2026-10-31T10:00', '2026-10-31T12:00');
    await rosa.does(update, {
      id: series.id,
      input: { scope: 'ALL', eventId: dates[0].id, event, until: '2026-11-14' },
    });
    const mails = await emailsTo(email);
    expect(mails.map(({ subject }) => subject)).toEqual(['Cambiaron tus fechas: Supply run']);
    expect(mails[0]!.text.match(/Antes:/g)).toHaveLength(3);
    expect(mails[0]!.text.match(/Cancelada/g)).toHaveLength(1);
  });
});

function shiftOn(day: string): Record<string, unknown> {
  return { ...aShiftInput, startsAtLocal: `${day}T09:00`, endsAtLocal: `${day}T11:00` };
}

/** Returns the input of an event with one shift, both from `start` to `end`. */
async function atTime(eventId: string, start: string, end: string): Promise<Record<string, unknown>> {
  const input = await rosa.eventInput(eventId);
  const times = { startsAtLocal: start, endsAtLocal: end };
  return { ...input, ...times, shifts: (input['shifts'] as object[]).map((shift) => ({ ...shift, ...times })) };
}

/** Returns the queued emails about series as they would be sent now. */
async function emailsTo(email: string): Promise<Array<{ subject: string; text: string }>> {
  const rows = await app.db.query<{ id: string; locale: 'en' | 'es'; data: Record<string, unknown> }>(
    `SELECT subject_id AS id, locale, data FROM notifications.mail WHERE recipient = $1 AND template = 'series-changed'`,
    [email],
  );
  const contents = await Promise.all(
    rows.map(({ id, locale, data }) => renderSignupEmail(app, 'series-changed', { id }, data, locale)),
  );
  return contents.flatMap((content) => content ?? []);
}
