import { startApp, type TestApp } from '../support/app.js';
import { aSignup, aShift } from '../support/factories.js';
import { readRedirect } from '../support/follow-link.js';
import { days } from '../support/movable-clock.js';
import { createShiftsInRow } from '../support/several-shifts.js';
import { readCounters, linkOf } from '../support/sign-ups.js';

let app: TestApp;
let day = 20;
beforeAll(async () => {
  app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
});
afterAll(() => app.close());

const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init });
const text = async (path: string, cookie = '') => plain(await (await ask(path, { headers: { cookie } })).text());
const plain = (html: string) => html.replaceAll('<!-- -->', '').replace(/\s+/g, ' ');

async function anEventOf(...capacities: number[]) {
  const startsAt = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + days((day += 1)));
  const { event, ids } = await createShiftsInRow(app, capacities, startsAt);
  return { at: `/events/${event.slug}`, ids, event };
}

function press(at: string, shifts: readonly string[], fields: Record<string, string>, cookie = '') {
  const body = new URLSearchParams(fields);
  for (const shift of shifts) body.append('shift', shift);
  return ask(at, { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body });
}

const takenOf = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await readCounters(app, id)).taken));

let people = 0;
const person = () => ({ name: 'Ana Reyes', email: `several-${++people}@example.org`, key: `several-${people}` });

describe('signing up for several shifts of an event', () => {
  test('shows the result for each checked shift', async () => {
    const { at, ids } = await anEventOf(3, 1, 3);
    await aSignup(app.db, { shiftId: ids[1] });
    const page = await text(at);
    expect([
      page.match(/type="checkbox"[^>]* name="shift"/g)?.length,
      page.includes('Choose one or more shifts'),
    ]).toEqual([3, true]);
    const answer = await press(at, ids, person());
    expect(answer.status).toBe(303);
    const done = await text(answer.headers.get('location')!);
    expect(done).toContain('Your shifts');
    expect(done).toContain('It confirms all of them.');
    expect(done.match(/Your spot</g)).toHaveLength(2);
    expect(done).toContain('Number 1 on the waitlist');
    expect(await takenOf(ids)).toEqual([1, 1, 1]);
  });

  test('all or nothing: returns the form with its selection and names the full shift', async () => {
    const { at, ids } = await anEventOf(3, 1);
    await aSignup(app.db, { shiftId: ids[1] });
    const answer = await press(at, ids, { ...person(), allOrNothing: '1' });
    expect(answer.status).toBe(422);
    const page = plain(await answer.text());
    expect(page).toContain('There’s no spot left in Part 2 (');
    expect(page.match(/type="checkbox"[^>]* name="shift" checked/g)).toHaveLength(2);
    expect(await takenOf(ids)).toEqual([0, 1]);
  });

  test('names two overlapping shifts and signs up for neither', async () => {
    const { at, ids, event } = await anEventOf(3, 3);
    const { id } = await aShift(app.db, { eventId: event.id, role: 'All day' });
    const page = plain(await (await press(at, [ids[0]!, id], person())).text());
    expect(page).toMatch(
      /Part 1 \([^)]*\) and All day \([^)]*\) are at the same time|All day \([^)]*\) and Part 1 \([^)]*\) are at the same time/,
    );
    expect(await takenOf([...ids, id])).toEqual([0, 0, 0]);
  });

  test('offers a choice if all shifts overlap', async () => {
    const { id, eventId } = await aShift(app.db, { event: { startsAt: new Date(Date.now() + days((day += 1))) } });
    await aShift(app.db, { eventId, role: 'Other' });
    const [event] = await app.db.query<{ slug: string }>('SELECT slug FROM events.event WHERE id = $1', [eventId]);
    const page = await text(`/events/${event!.slug}`);
    expect([page.match(/type="radio"[^>]* name="shift"/g)?.length, page.includes('allOrNothing')]).toEqual([2, false]);
    expect(page).toContain(id);
  });

  test('needs one click with a personal link, and the sign-ups link to each other', async () => {
    const ana = await aSignup(app.db, { name: 'Ana Reyes' });
    const path = `${app.url}/s/${linkOf(app, ana.id)}`;
    const { cookie } = readRedirect(await fetch(path, { redirect: 'manual' }), path)!;
    const { at, ids } = await anEventOf(3, 3);
    const answer = await press(at, ids, { do: 'again', key: 'several-known' }, cookie);
    expect(answer.status).toBe(303);
    expect(await text(answer.headers.get('location')!, cookie)).toContain('There’s nothing to confirm');
    const [first] = await app.db.query<{ id: string }>('SELECT id FROM events.signup WHERE shift_id = $1', [ids[0]]);
    const signupUrl = `${app.url}/s/${linkOf(app, first!.id)}`;
    const opened = readRedirect(await fetch(signupUrl, { redirect: 'manual' }), signupUrl)!;
    const manage = plain(await (await fetch(opened.url, { headers: { cookie: opened.cookie } })).text());
    expect(manage).toContain('You also signed up for');
    expect(manage).toMatch(/<a href="\/s\/[^"]+">Part 2<\/a>/);
  });
});
