import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, anEvent } from '@upstander/tests/support/factories.js';
import { aWeeklySeries } from '@upstander/tests/support/standing-signups.js';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';

let app: TestApp;
// The clocks change on March 14, 2027: 10 AM in Los Angeles is 18:00 UTC before and 17:00 UTC after.
const saturdays = ['2027-03-06T18:00:00Z', '2027-03-13T18:00:00Z', '2027-03-20T17:00:00Z', '2027-03-27T17:00:00Z'];
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const get = async (path: string) => (await fetch(app.url + path)).text();

async function aSpringSeries(chapterId?: string) {
  const parts = chapterId === undefined ? {} : { chapterId };
  const { series, dates } = await aWeeklySeries(app.db, new Date(saturdays[0]!), [3, 3, 3, 3], parts);
  for (const [index, at] of saturdays.entries())
    await app.db.query(
      `UPDATE events.event SET starts_at = $2, ends_at = $2::timestamptz + interval '3 hours',
         starts_at_local = $2::timestamptz AT TIME ZONE time_zone, ends_at_local = ($2::timestamptz + interval '3 hours') AT TIME ZONE time_zone,
         original_local = $2::timestamptz AT TIME ZONE time_zone WHERE id = $1`,
      [dates[index]!.eventId, new Date(at)],
    );
  return { series, dates };
}

/** Expands the series in a file with ical.js, as a calendar does: the start and status of each date. */
function expand(file: string, uid?: string): string[] {
  const components = new ICAL.Component(ICAL.parse(file) as unknown[])
    .getAllSubcomponents('vevent')
    .filter((one) => uid === undefined || one.getFirstPropertyValue('uid') === uid);
  const master = new ICAL.Event(components.find((one) => !one.hasProperty('recurrence-id'))!);
  for (const one of components) if (one.hasProperty('recurrence-id')) master.relateException(new ICAL.Event(one));
  const lines: string[] = [];
  const iterator = master.iterator();
  for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null) {
    const { item, startDate } = master.getOccurrenceDetails(next);
    lines.push(
      `${startDate.toJSDate().toISOString()} ${String(item.component.getFirstPropertyValue('status'))} ${item.location}`,
    );
  }
  return lines;
}

type Properties = Record<string, string>;

/** Reads a file line by line, strictly by RFC 5545: CRLF, folded lines of at most 75 octets, balanced components. */
function readLines(file: string): Properties[] {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const entries: Properties[] = [];
  const open: string[] = [];
  for (const line of file.replaceAll('\r\n ', '').trimEnd().split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:"]*(?:"[^"]*")?)*:(.*)$/.exec(line) ?? [];
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') entries.push({});
    } else if (name === 'END') expect(open.pop()).toBe(value);
    else if (open.at(-1) === 'VEVENT') entries.at(-1)![name] = value;
  }
  expect(open).toEqual([]);
  return entries;
}

const compact = (at: string | Date) => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Starts of the changed dates of a series by planned start, as node-ical reads them. */
function changesByNodeIcal(file: string, uid: string): string[] {
  const master = nodeIcal.sync.parseICS(file)[uid] as VEvent & { recurrences?: Record<string, VEvent> };
  const changes = Object.values(master.recurrences ?? {}).map(
    (one) => `${compact(one.recurrenceid as unknown as Date)} ${compact(one.start)} ${one.status}`,
  );
  return [...new Set(changes)].sort();
}

/** The same as ts-ics reads them. */
function changesByTsIcs(file: string, uid: string): string[] {
  const changes = (convertIcsCalendar(undefined, file).events ?? []).filter(
    (one) => one.uid === uid && one.recurrenceId !== undefined,
  );
  return changes
    .map((one) => `${compact(one.recurrenceId!.value.date)} ${compact(one.start.date)} ${one.status}`)
    .sort();
}

test('lists every date of a series under one UID, with the right hour after the clocks change', async () => {
  const { series } = await aSpringSeries();
  const file = await get(`/events/${series.slug}.ics`);
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(expand(file).map((line) => line.slice(0, 20))).toEqual(saturdays.map((at) => at.replace('Z', '.')));
  const other = Object.values(nodeIcal.sync.parseICS(file)).find((part): part is VEvent => part?.type === 'VEVENT');
  expect([other?.uid, other?.start.toISOString()]).toEqual([series.id, new Date(saturdays[0]!).toISOString()]);
});

test('gives a moved and a canceled date their own entries with the planned start as RECURRENCE-ID', async () => {
  const { series, dates } = await aSpringSeries();
  await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [dates[1]!.eventId]);
  await app.db.query(
    `UPDATE events.event SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day',
       starts_at_local = starts_at_local + interval '1 day', ends_at_local = ends_at_local + interval '1 day', place = 'City Hall' WHERE id = $1`,
    [dates[2]!.eventId],
  );
  const file = await get(`/events/${series.slug}.ics`);
  expect(file.match(/^UID:(.*)\r$/gm)?.every((line) => line.includes(series.id))).toBe(true);
  expect(expand(file)).toEqual([
    '2027-03-06T18:00:00.000Z CONFIRMED 12 Main St, Los Angeles',
    '2027-03-13T18:00:00.000Z CANCELLED 12 Main St, Los Angeles',
    '2027-03-21T17:00:00.000Z CONFIRMED City Hall',
    '2027-03-27T17:00:00.000Z CONFIRMED 12 Main St, Los Angeles',
  ]);
});

test('gives the file of one date the UID of the series, so that calendars do not show it twice', async () => {
  const { series, dates } = await aSpringSeries();
  const [event] = await app.db.query<{ slug: string }>('SELECT slug FROM events.event WHERE id = $1', [
    dates[2]!.eventId,
  ]);
  const [component] = new ICAL.Component(
    ICAL.parse(await get(`/events/${event!.slug}.ics`)) as unknown[],
  ).getAllSubcomponents('vevent');
  expect(component!.getFirstPropertyValue('uid')).toBe(series.id);
  expect(String(component!.getFirstPropertyValue('recurrence-id'))).toBe(saturdays[2]);
});

test('has no calendar for a draft', async () => {
  const { series } = await aWeeklySeries(app.db, new Date(saturdays[0]!), [3], { status: 'draft' });
  expect((await fetch(`${app.url}/events/${series.slug}.ics`)).status).toBe(404);
});

describe('feeds', () => {
  test('have the entries of a series as its own file has them, in every parser', async () => {
    const chapter = await aChapter(app.db, { name: 'Oakland' });
    const { series, dates } = await aSpringSeries(chapter.id);
    const single = await anEvent(app.db, { chapterId: chapter.id, startsAt: new Date(saturdays[0]!) });
    const elsewhere = await aSpringSeries();
    await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [dates[1]!.eventId]);
    await app.db.query(
      `UPDATE events.event SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day',
         starts_at_local = starts_at_local + interval '1 day', ends_at_local = ends_at_local + interval '1 day' WHERE id = $1`,
      [dates[2]!.eventId],
    );
    const own = readLines(await get(`/events/${series.slug}.ics`));
    const planned = saturdays.map(compact);
    expect(own.map((one) => [one['RECURRENCE-ID'], one['DTSTART'], one['STATUS'], one['RDATE']])).toEqual([
      [undefined, planned[0], 'CONFIRMED', planned.join(',')],
      [planned[1], planned[1], 'CANCELLED', undefined],
      [planned[2], '20270321T170000Z', 'CONFIRMED', undefined],
    ]);
    for (const path of ['/events.ics', `/chapters/${chapter.slug}.ics`]) {
      const file = await get(path);
      const entries = readLines(file);
      expect(entries.filter((one) => one['UID'] === series.id)).toEqual(own);
      expect(entries.filter((one) => one['UID'] === single.id)).toHaveLength(1);
      expect(entries.some((one) => one['UID'] === elsewhere.series.id)).toBe(path === '/events.ics');
      // No date of a series is an entry of its own.
      expect(entries.filter((one) => dates.some(({ eventId }) => one['UID'] === eventId))).toEqual([]);
      expect(expand(file, series.id).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
        '2027-03-06T18:00:00.000Z CONFIRMED',
        '2027-03-13T18:00:00.000Z CANCELLED',
        '2027-03-21T17:00:00.000Z CONFIRMED',
        '2027-03-27T17:00:00.000Z CONFIRMED',
      ]);
      for (const changes of [changesByNodeIcal(file, series.id), changesByTsIcs(file, series.id)])
        expect(changes).toEqual([`${planned[1]} ${planned[1]} CANCELLED`, `${planned[2]} 20270321T170000Z CONFIRMED`]);
    }
  });

  test('leave out drafts, old dates and closed chapters, and are named in both languages', async () => {
    const chapter = await aChapter(app.db, { name: 'Fresno' });
    const { series } = await aWeeklySeries(app.db, new Date(saturdays[0]!), [3], {
      chapterId: chapter.id,
      status: 'draft',
    });
    const draft = await anEvent(app.db, { chapterId: chapter.id, status: 'draft' });
    const old = await anEvent(app.db, { chapterId: chapter.id, startsAt: new Date('2020-01-04T18:00:00Z') });
    const canceled = await anEvent(app.db, { chapterId: chapter.id, status: 'cancelled' });
    const file = await get(`/chapters/${chapter.slug}.ics?lang=es`);
    expect(file).toContain('X-WR-CALNAME:Fresno');
    expect(await get('/events.ics?lang=es')).toContain('X-WR-CALNAME:Eventos');
    for (const { id } of [series, draft, old]) expect(file).not.toContain(id);
    expect(readLines(file)).toMatchObject([{ UID: canceled.id, STATUS: 'CANCELLED' }]);
    const answer = await fetch(`${app.url}/chapters/${chapter.slug}.ics`);
    const again = await fetch(answer.url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect([answer.headers.get('cache-control'), again.status]).toEqual(['public, max-age=300', 304]);
    const closed = await aChapter(app.db);
    await app.db.query('UPDATE identity.chapter SET closed_at = now() WHERE id = $1', [closed.id]);
    expect((await fetch(`${app.url}/chapters/${closed.slug}.ics`)).status).toBe(404);
  });
});

/** A weekly series in Los Angeles with these local starts; the second date is over the night when the clocks change. */
async function aNightSeries(starts: readonly string[], lengthHours: readonly number[]) {
  const { series, dates } = await aWeeklySeries(app.db, new Date(`${starts[0]}Z`), [3, 3, 3]);
  for (const [index, local] of starts.entries())
    await app.db.query(
      `UPDATE events.event SET starts_at_local = $2::timestamp, starts_at = $2::timestamp AT TIME ZONE time_zone,
         original_local = $2::timestamp,
         ends_at = $2::timestamp AT TIME ZONE time_zone + $3 * interval '1 hour',
         ends_at_local = ($2::timestamp AT TIME ZONE time_zone + $3 * interval '1 hour') AT TIME ZONE time_zone WHERE id = $1`,
      [dates[index]!.eventId, local, lengthHours[index]],
    );
  await app.db.query(
    `UPDATE events.series SET template = jsonb_set(template, '{durationMinutes}', to_jsonb($2::int)) WHERE id = $1`,
    [series.id, lengthHours[0]! * 60],
  );
  return { series, dates };
}

describe('nights when the clocks change', () => {
  test.each([
    ['forward, from 11 PM to 2 AM', ['2027-03-06T23:00', '2027-03-13T23:00', '2027-03-20T23:00'], [3, 3, 3]],
    ['back, from 11 PM to 2 AM', ['2027-10-30T23:00', '2027-11-06T23:00', '2027-11-13T23:00'], [3, 3, 3]],
    ['forward, from midnight to midnight', ['2027-03-07T00:00', '2027-03-14T00:00', '2027-03-21T00:00'], [24, 23, 24]],
    ['back, from midnight to midnight', ['2027-10-31T00:00', '2027-11-07T00:00', '2027-11-14T00:00'], [24, 25, 24]],
  ])('%s: every parser reads the same times, and a canceled date', async (_, starts, lengthHours) => {
    const { series, dates } = await aNightSeries(starts, lengthHours);
    await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [dates[2]!.eventId]);
    const stored = await app.db.query<{ startsAt: Date; endsAt: Date }>(
      'SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM events.event WHERE series_id = $1 ORDER BY starts_at',
      [series.id],
    );
    const file = await get(`/events/${series.slug}.ics`);
    expect(expand(file).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      stored.map(({ startsAt }, index) => `${startsAt.toISOString()} ${index === 2 ? 'CANCELLED' : 'CONFIRMED'}`),
    );
    const hasOtherLength = lengthHours[1] !== lengthHours[0];
    const [night, canceled] = stored.slice(1).map(({ startsAt }) => compact(startsAt));
    const changes = [...(hasOtherLength ? [`${night} ${night} CONFIRMED`] : []), `${canceled} ${canceled} CANCELLED`];
    expect(changesByNodeIcal(file, series.id)).toEqual(changes);
    expect(changesByTsIcs(file, series.id)).toEqual(changes);
    const entries = readLines(file);
    expect(entries).toHaveLength(1 + changes.length);
    if (hasOtherLength)
      expect(entries.find((one) => one['RECURRENCE-ID'] === night)?.['DTEND']).toBe(compact(stored[1]!.endsAt));
  });
});
