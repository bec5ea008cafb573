import { startApp, type TestApp } from '../support/app.js';
import { aChapter, aSignup } from '../support/factories.js';

describe('a volunteer’s own hours', () => {
  let app: TestApp;
  let cookie: string;
  let volunteerId: string;
  let chapterId: string;

  beforeAll(async () => {
    app = await startApp();
    // Fixed to the end of 2026, so it doesn't depend on the current date.
    app.clock.set('2026-11-20T18:00:00Z');
    const ana = await app.signedIn({ name: 'Ana Reyes' });
    ({ cookie } = ana);
    chapterId = (await aChapter(app.db, { timeZone: 'America/Los_Angeles' })).id;
    ({ volunteerId } = await aSignup(app.db, { email: ana.email, shift: { event: { chapterId } } }));
  });
  afterAll(() => app.close());

  const read = async (query = '', asking = cookie) =>
    (await fetch(`${app.url}/account/hours${query}`, { headers: { cookie: asking } })).text();
  const send = (fields: Record<string, string>, headers: Record<string, string> = { cookie }) =>
    fetch(`${app.url}/account/hours`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(fields),
    });
  const idIn = (html: string) => /name="id" value="([\w-]+)"/.exec(html)![1]!;
  const claim = async (more: Record<string, string> = {}) => ({
    do: 'claim',
    id: idIn(await read()),
    chapter: chapterId,
    day: '2026-11-01',
    time: '2,5',
    activity: 'Flyers at the market',
    note: 'With Rosa.',
    ...more,
  });
  const rows = () =>
    app.db.query<{ id: string; minutes: number; status: string; note: string | null }>(
      'SELECT id, minutes, status, note FROM volunteers.hours WHERE volunteer_id = $1 ORDER BY created_at',
      [volunteerId],
    );

  test('given elsewhere are recorded once, even if the form is sent again, and wait for approval', async () => {
    const form = await claim();
    const answer = await send(form);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/hours?did=claim']);
    await send(form);
    expect(await rows()).toEqual([expect.objectContaining({ minutes: 150, status: 'claimed', note: 'With Rosa.' })]);
    const html = await read('?did=claim');
    for (const part of ['Flyers at the market', '2 hr 30 min', 'Pending review', 'With Rosa.'])
      expect(html).toContain(part);
    // Unapproved hours can't be disputed.
    expect(html).not.toContain('?dispute=');
    expect(await (await fetch(`${app.url}/account`, { headers: { cookie } })).text()).toContain('/account/hours');
  });

  test('show errors at each field and keep all input', async () => {
    const answer = await send(await claim({ chapter: '', day: '', time: 'long', activity: '', note: 'Rain all day' }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    for (const field of ['chapter', 'day', 'time', 'activity']) expect(html).toContain(`id="${field}-error"`);
    for (const kept of ['value="long"', 'Rain all day']) expect(html).toContain(kept);
    expect(await rows()).toHaveLength(1);
  });

  test("in the future are rejected in the chapter's time zone, not in UTC", async () => {
    // 8 PM on the fourth in Los Angeles, already the fifth in UTC.
    app.clock.set(new Date('2026-12-05T04:00:00Z'));
    const early = await send(await claim({ day: '2026-12-05' }));
    expect([early.status, (await early.text()).includes('This date is in the future.')]).toEqual([422, true]);
    expect((await send(await claim({ day: '2026-12-04' }))).status).toBe(303);
  });

  test('can be disputed with a reason, and count until the dispute is resolved', async () => {
    const id = (await rows())[0]!.id;
    await app.db.query("UPDATE volunteers.hours SET status = 'approved' WHERE id = $1", [id]);
    expect(await read()).toContain(`/account/hours?dispute=${id}`);
    expect(await read(`?dispute=${id}`)).toContain('name="reason"');
    const empty = await send({ do: 'dispute', hours: id, reason: ' ' });
    expect([empty.status, (await empty.text()).includes('id="reason-error"')]).toEqual([422, true]);
    const long = await send({ do: 'dispute', hours: id, reason: 'x'.repeat(501) });
    expect([long.status, (await long.text()).includes('x'.repeat(501))]).toEqual([422, true]);
    const answer = await send({ do: 'dispute', hours: id, reason: 'I stayed until noon.' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/hours?did=dispute']);
    expect(await rows()).toContainEqual({ id, minutes: 150, status: 'disputed', note: 'I stayed until noon.' });
    expect(await read()).toContain('You wrote: I stayed until noon.');
  });

  test('become a letter for a year or chosen dates, and an invalid date is reported at its field', async () => {
    const year = `/exports/my-hours.pdf?from=2026-01-01&amp;to=2026-12-31&amp;lang=en`;
    expect(await read()).toContain(`href="${year}"`);
    const ask = (query: string) =>
      fetch(`${app.url}/account/hours?letter=1&${query}`, { headers: { cookie }, redirect: 'manual' });
    const chosen = await ask('from=2026-11-01&to=2026-11-02');
    const path = '/exports/my-hours.pdf?from=2026-11-01&to=2026-11-02&lang=en';
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, path]);
    expect((await fetch(app.url + path, { headers: { cookie } })).headers.get('content-type')).toBe('application/pdf');
    const invalidDates = await (await ask('from=&to=soon')).text();
    for (const field of ['from', 'to']) expect(invalidDates).toContain(`id="${field}-error"`);
    for (const [query, said] of [
      ['from=2026-11-02&to=2026-11-01', 'must be after the first'],
      ['from=2000-01-01&to=2026-11-01', 'at most five years'],
      ['from=2020-01-01&to=2020-12-31', 'You have no approved hours'],
    ]) {
      expect(await (await ask(query!)).text()).toContain(said);
    }
  });

  test('of another volunteer are not found', async () => {
    const id = (await rows())[0]!.id;
    const bea = await app.signedIn({ name: 'Bea' });
    expect(await read('', bea.cookie)).toContain('/account/profile');
    await aSignup(app.db, { email: bea.email });
    expect(await read(`?dispute=${id}`, bea.cookie)).not.toContain('name="reason"');
    expect((await send({ do: 'dispute', hours: id, reason: 'Mine' }, { cookie: bea.cookie })).status).toBe(422);
    expect(await rows()).toContainEqual(expect.objectContaining({ id, note: 'I stayed until noon.' }));
  });

  test('require signing in, and a form whose session ended is kept until then', async () => {
    const redirected = await fetch(`${app.url}/account/hours`, { redirect: 'manual' });
    expect([redirected.status, redirected.headers.get('location')]).toEqual([303, '/sign-in?to=%2Faccount%2Fhours']);
    const ended = await send(await claim(), {});
    expect([ended.status, (await ended.text()).includes('value="Flyers at the market"')]).toEqual([401, true]);
  });
});
