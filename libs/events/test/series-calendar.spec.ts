import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aWeeklySeries } from '@upstander/tests/support/standing-signups.js';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';

let app: TestApp;
// The clocks change on March 14, 2027: 10 AM in Los Angeles is 18:00 UTC before and 17:00 UTC after.
const saturdays = ['2027-03-06T18:00:00Z', '2027-03-13T18:00:00Z', '2027-03-20T17:00:00Z', '2027-03-27T17:00:00Z'];
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const get = async (path: string) => (await fetch(app.url + path)).text();

async function aSpringSeries() {
  const { series, dates } = await aWeeklySeries(app.db, new Date(saturdays[0]!), [3, 3, 3, 3]);
  for (const [index, at] of saturdays.entries())
    await app.db.query(
      `UPDATE events.event SET starts_at = $2, ends_at = $2::timestamptz + interval '3 hours',
         starts_at_local = $2::timestamptz AT TIME ZONE time_zone, ends_at_local = ($2::timestamptz + interval '3 hours') AT TIME ZONE time_zone,
         original_local = $2::timestamptz AT TIME ZONE time_zone WHERE id = $1`,
      [dates[index]!.eventId, new Date(at)],
    );
  return { series, dates };
}

/** Expands a file with ical.js, as a calendar does: the start and status of each date. */
function expand(file: string): string[] {
  const components = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
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
