import { SignedIds } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { aShift, aSignup } from '../support/factories.js';
import { readRedirect } from '../support/follow-link.js';
import { days, hours } from '../support/movable-clock.js';
import { listSignups } from '../support/sign-ups.js';

describe('pages for shift leads and for people who are asked', () => {
  let app: TestApp;
  const startsAt = new Date('2026-12-05T17:00:00Z');
  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(() => app.clock.set(startsAt));
  afterAll(() => app.close());

  const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init });
  const press = (path: string, cookie: string, fields: Record<string, string>) =>
    ask(path, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
  const text = async (path: string, cookie: string) => (await ask(path, { headers: { cookie } })).text();
  async function opened(path: string): Promise<{ at: string; cookie: string }> {
    const found = readRedirect(await ask(path), app.url + path);
    return { at: new URL(found!.url).pathname, cookie: found!.cookie };
  }
  const idOf = async (sql: string, values: unknown[]) => (await app.db.query<{ id: string }>(sql, values))[0]!.id;
  const field = (html: string, person: string, name: string) =>
    new RegExp(`<b>${person}</b>.*?name="${name}" value="([^"]+)"`, 's').exec(html)![1]!;

  test('a lead checks someone in, undoes it, and sees no contacts', async () => {
    const shift = await aShift(app.db, { event: { startsAt, endsAt: new Date(startsAt.valueOf() + hours(3)) } });
    const lead = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', now: startsAt });
    const bea = await aSignup(app.db, { shiftId: shift.id, name: 'Bea Soto', email: 'bea@example.org', now: startsAt });
    const id = await idOf(
      'INSERT INTO events.shift_lead (signup_id, shift_id, appointed_at) VALUES ($1, $2, now()) RETURNING id',
      [lead.id, shift.id],
    );
    const page = await opened(`/lead/${app.nest.get(SignedIds).sign('shift-lead', id)}`);
    const html = await text(page.at, page.cookie);
    expect(html).toContain('Hello, Ana. You’re leading this shift.');
    expect(html).not.toContain('bea@example.org');
    const mark = { id: field(html, 'Bea Soto', 'id'), signup: field(html, 'Bea Soto', 'signup') };
    expect((await press(page.at, page.cookie, { ...mark, do: 'in' })).status).toBe(303);
    // The form is sent twice, for example by a reload.
    expect((await press(page.at, page.cookie, { ...mark, do: 'in' })).status).toBe(303);
    const after = await text(page.at, page.cookie);
    expect(after).toContain('1 of 2 are here or have left.');
    const undo = { id: field(after, 'Bea Soto', 'id'), signup: bea.id, undo: field(after, 'Bea Soto', 'undo') };
    expect((await press(page.at, page.cookie, { ...undo, do: 'undo' })).status).toBe(303);
    expect(await text(page.at, page.cookie)).toContain('0 of 2 are here or have left.');

    app.clock.set(new Date(startsAt.valueOf() + hours(4)));
    const over = await ask(page.at, { headers: { cookie: page.cookie } });
    expect([over.status, (await over.text()).includes('This shift is over')]).toEqual([410, true]);
    expect((await ask('/lead/abc')).status).toBe(404);
  });

  test('someone who is asked says no, then yes, with one press each', async () => {
    app.clock.set(new Date(startsAt.valueOf() - days(3)));
    const shift = await aShift(app.db, { event: { startsAt } });
    const bea = await aSignup(app.db, { name: 'Bea Soto', now: new Date(startsAt.valueOf() - days(30)) });
    const id = await idOf(
      'INSERT INTO events.shift_request (shift_id, volunteer_id, asked_at) VALUES ($1, $2, now()) RETURNING id',
      [shift.id, bea.volunteerId],
    );
    const page = await opened(`/asked/${app.nest.get(SignedIds).sign('shift-request', id)}`);
    expect(await text(page.at, page.cookie)).toContain('Can you help?');
    expect((await press(page.at, page.cookie, { do: 'decline' })).status).toBe(303);
    expect(await text(page.at, page.cookie)).toContain('Thank you for answering');
    expect(await listSignups(app, shift.id)).toEqual([]);
    expect((await press(page.at, page.cookie, { do: 'accept' })).status).toBe(303);
    expect(await text(page.at, page.cookie)).toContain('You’re in');
    expect(await listSignups(app, shift.id)).toEqual(['Bea Soto confirmed']);
    expect((await press(page.at, page.cookie, { do: 'erase' })).status).toBe(400);
    expect((await ask('/asked/abc')).status).toBe(404);
  });
});
