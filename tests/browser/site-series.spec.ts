import { startApp, type TestApp } from '../support/app.js';
import { aSignup } from '../support/factories.js';
import { readRedirect } from '../support/follow-link.js';
import { days } from '../support/movable-clock.js';
import { addDate, aWeeklySeries, standingLinkOf, standingSignupsOf, statusesOf } from '../support/standing-signups.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
});
afterAll(() => app.close());

const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init });
const plain = (html: string) => html.replaceAll('<!-- -->', '').replace(/\s+/g, ' ');
const text = async (path: string, cookie = '') => plain(await (await ask(path, { headers: { cookie } })).text());
function press(path: string, fields: Record<string, string | string[]>, cookie = '') {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  return ask(path, { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body });
}

/** The next Saturday at 10 in Los Angeles that is at least two weeks away. */
function nextSaturday(): Date {
  const at = new Date(Date.now() + days(14));
  at.setUTCHours(18, 0, 0, 0);
  while (at.getUTCDay() !== 6) at.setUTCDate(at.getUTCDate() + 1);
  return at;
}

let people = 0;
const person = () => ({ name: 'Ana Reyes', email: `series-${++people}@example.org`, key: `series-${people}` });

async function aSeriesPage(...capacities: number[]) {
  const { series, dates } = await aWeeklySeries(app.db, nextSaturday(), capacities);
  return { series, dates, path: `/events/${series.slug}` };
}

describe('lists', () => {
  test('show a series once, with a link to its other dates', async () => {
    const { series, dates, path } = await aSeriesPage(3, 3, 3, 3);
    const [chapter] = await app.db.query<{ slug: string }>('SELECT slug FROM identity.chapter WHERE id = $1', [
      series.chapterId,
    ]);
    const [first] = await app.db.query<{ slug: string }>('SELECT slug FROM events.event WHERE id = $1', [
      dates[0]!.eventId,
    ]);
    for (const list of [`/events?chapter=${chapter!.slug}`, `/chapters/${chapter!.slug}`]) {
      const page = await text(list);
      expect(page.split(`href="/events/${first!.slug}"`)).toHaveLength(2);
      expect(page).toContain(`href="${path}">and 3 more dates`);
      expect(await text(`${list}${list.includes('?') ? '&' : '?'}lang=es`)).toContain('y 3 fechas más');
    }
    expect(await text(`/chapters/${chapter!.slug}`)).toContain(`/chapters/${chapter!.slug}.ics`);
    await app.db.query(`UPDATE events.event SET title = 'Numbat market' WHERE series_id = $1`, [series.id]);
    await app.db.query(`UPDATE events.series SET title = 'Numbat market' WHERE id = $1`, [series.id]);
    const found = await text('/search?text=numbat');
    expect(found.match(/href="\/events\/[^"]+">Numbat market/g)).toEqual([`href="${path}">Numbat market`]);
    expect(found).toContain('4 dates');
  });
});

describe('the page of a series', () => {
  test('shows the rule, every date with its spots, and exceptions', async () => {
    const { series, dates, path } = await aSeriesPage(3, 1, 3, 3);
    await aSignup(app.db, { shiftId: dates[1]!.shiftId });
    await app.db.query(`UPDATE events.event SET status = 'cancelled', cancel_reason = 'Storm' WHERE id = $1`, [
      dates[2]!.eventId,
    ]);
    await app.db.query(
      `UPDATE events.event SET original_local = original_local - interval '1 day', overrides = '{time,place}', place = 'City Hall' WHERE id = $1`,
      [dates[3]!.eventId],
    );
    const page = await text(path);
    for (const part of [
      'Every Saturday',
      '3 spots left',
      'Full: waitlist',
      'Canceled: Storm',
      'Moved from Friday',
      'Different place: City Hall',
    ])
      expect(page).toContain(part);
    expect(page.match(/type="checkbox"[^>]* name="dates"/g)).toHaveLength(3);
    expect(page).toContain('"@type":"EventSeries"');
    const spanish = await text(`${path}?lang=es`);
    for (const part of ['Todos los sábados', 'Cancelada: Storm', 'Otro lugar']) expect(spanish).toContain(part);
    expect((await ask(`/events/${series.slug}x`)).status).toBe(404);
  });

  test('is linked from each of its dates, and marked in the list of events', async () => {
    const { series, dates, path } = await aSeriesPage(3);
    const [event] = await app.db.query<{ slug: string }>('SELECT slug FROM events.event WHERE id = $1', [
      dates[0]!.eventId,
    ]);
    const page = await text(`/events/${event!.slug}`);
    expect(page).toContain(`Every Saturday · <a href="${path}">See all dates</a>`);
    expect(page).toContain(`"superEvent":{"@type":"EventSeries"`);
    expect(await text('/events')).toContain('Recurring');
    expect(series.title).toBe('Saturday table');
  });

  test('does not show a draft', async () => {
    const { series } = await aWeeklySeries(app.db, nextSaturday(), [3], { status: 'draft' });
    expect((await ask(`/events/${series.slug}`)).status).toBe(404);
  });
});

describe('signing up on the page of a series without JavaScript', () => {
  test('for every date: one form, an outcome per date, and a personal page for all of them', async () => {
    const { dates, path } = await aSeriesPage(3, 1);
    await aSignup(app.db, { shiftId: dates[1]!.shiftId });
    const ana = person();
    const answer = await press(path, { ...ana, shift: '1 Packing', which: 'every' });
    expect(answer.status).toBe(303);
    const done = await text(answer.headers.get('location')!);
    expect(done).toContain('Your dates are reserved');
    expect(done.match(/Your spot</g)).toHaveLength(1);
    expect(done).toContain('Number 1 on the waitlist');
    expect(done).toContain('dates that are added later');
    const [standing] = await standingSignupsOf(app.db, ana.email);
    const opened = readRedirect(
      await ask(`/standing/${standingLinkOf(app, standing!.id)}`),
      `${app.url}/standing/${standingLinkOf(app, standing!.id)}`,
    )!;
    const at = new URL(opened.url).pathname;
    expect(at).not.toContain(standingLinkOf(app, standing!.id));
    expect(await text(at, opened.cookie)).toContain('Please confirm your dates');
    expect((await press(at, { do: 'confirm' }, opened.cookie)).status).toBe(303);
    expect(await text(at, opened.cookie)).toContain('You’re signed up for every date');
    expect(await text(`${at}?ask=leave`, opened.cookie)).toContain('We’ll cancel your 2 upcoming sign-ups');
    expect((await press(at, { do: 'leave' }, opened.cookie)).headers.get('location')).toContain('did=leave');
    expect(await text(at, opened.cookie)).toContain('You’re no longer signed up for every date');
    expect(await statusesOf(app.db, ana.email, dates)).toEqual(['cancelled', 'cancelled']);
  });

  test('for the checked dates only', async () => {
    const { dates, path } = await aSeriesPage(3, 3, 3);
    const ana = person();
    const chosen = [dates[0]!.eventId, dates[2]!.eventId];
    const answer = await press(path, { ...ana, shift: '1 Packing', dates: chosen });
    expect(answer.status).toBe(303);
    expect(await statusesOf(app.db, ana.email, dates)).toEqual(['confirmed', '-', 'confirmed']);
    expect(await standingSignupsOf(app.db, ana.email)).toEqual([]);
  });

  test('returns the form with its input if the choice is unclear', async () => {
    const { dates, path } = await aSeriesPage(3, 3);
    const ana = person();
    const attempts = [
      [{}, 'Choose every date or only some of them.'],
      [{ which: 'some' }, 'Check at least one date.'],
      [{ which: 'every', dates: [dates[0]!.eventId] }, 'You checked some dates but chose every date.'],
      [{ which: 'every', until: '2020-01-01' }, 'Enter a day on or after the first date.'],
      [{ which: 'every', shift: '1 Dancing' }, 'Choose'],
    ] as const;
    for (const [fields, message] of attempts) {
      const answer = await press(path, { ...ana, shift: '1 Packing', ...(fields as Record<string, string>) });
      expect([answer.status, message]).toEqual([422, message]);
      const html = plain(await answer.text());
      expect(html).toContain(message);
      expect(html).toContain(`value="${ana.email}"`);
    }
  });

  test('says on the page of a date that it belongs to a standing sign-up', async () => {
    const { series, dates, path } = await aSeriesPage(3);
    const ana = person();
    await press(path, { ...ana, shift: '1 Packing', which: 'every' });
    const [standing] = await standingSignupsOf(app.db, ana.email);
    const token = standingLinkOf(app, standing!.id);
    await app.graphql('mutation ($i: StandingSignupTokenInput!) { confirmStandingSignup(input: $i) { id } }', {
      i: { token },
    });
    dates.push(await addDate(app.db, series, new Date(dates[0]!.startsAt.valueOf() + days(7))));
    await app.runJob('fill-standing-signups');
    expect(await statusesOf(app.db, ana.email, dates)).toEqual(['confirmed', 'confirmed']);
    const me = await app.signedIn({ email: ana.email, role: 'volunteer' } as never);
    const account = await text('/account', me.cookie);
    expect(account).toContain('Every date of a series');
    expect(account).toContain('2 upcoming dates');
  });
});
