import { importPostcodes, readGazetteer } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { days } from '../support/movable-clock.js';
import { termId, updateMe } from '../support/volunteers.js';

describe('open shifts', () => {
  let app: TestApp;
  let slug: string;
  let chapterId: string;
  let cookie: string;

  beforeAll(async () => {
    app = await startApp({ config: { SIGN_UPS_PER_MINUTE: '1000' } });
    ({ id: chapterId, slug } = await aChapter(app.db, { name: 'Echo Park' }));
    await importPostcodes(
      { query: (sql, params) => app.db.query(sql, params) },
      readGazetteer('GEOID\tINTPTLAT\tINTPTLONG\n90026\t34.0783\t-118.2606\n92101\t32.7247\t-117.1653\n'),
    );
    const signedIn = await app.signedIn({ name: 'Ana Reyes' });
    cookie = signedIn.cookie;
    await aSignup(app.db, { name: 'Ana Reyes', email: signedIn.email });
    await updateMe(app, { cookie }, { homeChapterId: chapterId });
  });
  afterAll(() => app.close());

  let day = 20;
  async function open(title: string, event: { place?: string } = {}) {
    const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 + days((day += 1)));
    const made = await anEvent(app.db, { chapterId, title, startsAt, ...event });
    return { ...made, shiftId: (await aShift(app.db, { eventId: made.id })).id };
  }
  const address = (query: string) => `${app.url}/events?view=shifts${query.replace('?', '&')}`;
  const read = async (query = '', headers: Record<string, string> = {}) =>
    (await fetch(address(query), { headers })).text();
  const press = (fields: Record<string, string>, headers: Record<string, string> = { cookie }) =>
    fetch(address('?chapter=any'), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(fields),
    });

  test("a visitor filters by place and time, and reaches the event's form with the shift selected", async () => {
    const { slug: event, shiftId } = await open('Kits in the park', { place: '751 Echo Park Ave, CA 90026' });
    const html = await read(`?chapter=${slug}&postcode=90026&miles=5`);
    expect(html).toContain('Kits in the park');
    expect(html).toContain('under 1 mi');
    expect(html).toContain(`href="/events/${event}?shift=${shiftId}#sign-up"`);
    expect(html).not.toContain('type="module"');
    const form = await (await fetch(`${app.url}/events/${event}?shift=${shiftId}`)).text();
    expect(form).toMatch(new RegExp(`name="shift"[^>]*checked=""[^>]*value="${shiftId}"`));
  });

  test('the former address of the list leads to it with its filters, also for open forms', async () => {
    const former = `${app.url}/shifts?chapter=any&postcode=90026`;
    const answer = await fetch(former, { redirect: 'manual' });
    const address = '/events?view=shifts&chapter=any&postcode=90026';
    expect([answer.status, answer.headers.get('location')]).toEqual([301, address]);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const body = new URLSearchParams({ shift: 'x' });
    const formAnswer = await fetch(former, { method: 'POST', redirect: 'manual', headers, body });
    expect([formAnswer.status, formAnswer.headers.get('location')]).toEqual([308, address]);
  });

  test('shifts with a missing requirement follow the others under their own heading', async () => {
    const { shiftId } = await open('Cooks');
    await open('Anyone, later');
    await app.db.query('UPDATE events.shift SET skill_ids = $2 WHERE id = $1', [
      shiftId,
      [await termId(app, 'Cooking')],
    ]);
    const html = await read('?chapter=any', { cookie });
    const positions = ['Anyone, later', 'You need something first', 'Cooks'].map((text) => html.indexOf(text));
    expect(positions).not.toContain(-1);
    expect([...positions].sort((a, b) => a - b)).toEqual(positions);
    await app.db.query(`UPDATE events.shift SET skill_ids = '{}' WHERE id = $1`, [shiftId]);
  });

  test('an unknown ZIP code is reported at its field and the input is kept', async () => {
    const html = await read(`?chapter=${slug}&postcode=00000`);
    expect(html).toContain('We couldn’t find this ZIP code');
    expect(html).toMatch(/aria-invalid="true"[^>]*value="00000"/);
  });

  test('a signed-in volunteer takes a place with one click, and the shift leaves the list', async () => {
    const { slug: event, shiftId } = await open('One press');
    const html = await read('', { cookie });
    expect(html).toContain('One press');
    const key = new RegExp(
      `value="${shiftId}"/><input type="hidden" name="event" value="${event}"/><input type="hidden" name="key" value="([^"]+)"`,
    ).exec(html)?.[1];
    const answer = await press({ shift: shiftId, event, key: key ?? '', do: 'again' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(new RegExp(`^/events/${event}/done\\?r=kc\\.`));
    expect(await read('', { cookie })).not.toContain('One press');
  });

  test('a volunteer with a ZIP code in their profile sees nearby shifts unless they choose another place or any', async () => {
    const bea = await app.signedIn({ name: 'Bea Ruiz' });
    await updateMe(app, bea, { homeChapterId: chapterId, postcode: '90026' });
    await open('Near home', { place: '751 Echo Park Ave, CA 90026' });
    await open('Far away', { place: '600 W Date St, San Diego, CA 92101' });
    const seen = async (query: string) => {
      const html = await read(query, { cookie: bea.cookie });
      const typed = /<input id="postcode"[^>]*/.exec(html)![0];
      const near = /value="([^"]*)"/.exec(typed)?.[1] ?? '';
      return { near, shows: ['Near home', 'Far away'].filter((title) => html.includes(title)), html };
    };
    const first = await seen('');
    expect(first).toMatchObject({ near: '90026', shows: ['Near home'] });
    expect(first.html).toContain('under 1 mi');
    expect(await seen('?postcode=92101&miles=25')).toMatchObject({ near: '92101', shows: ['Far away'] });
    expect(await seen('?postcode=')).toMatchObject({ near: '', shows: ['Near home', 'Far away'] });
    // Without a ZIP code, volunteers see both shifts, like visitors.
    await updateMe(app, bea, { postcode: null });
    expect(await seen('')).toMatchObject({ near: '', shows: ['Near home', 'Far away'] });
    expect(await read(`?chapter=${slug}`)).toContain('Far away');
  });

  test('an overlapping shift is refused in the list with the reason', async () => {
    const first = await open('First');
    const { slug: event, shiftId } = await open('Second');
    await app.db.query('UPDATE events.shift SET starts_at = $2, ends_at = $3 WHERE id = $1', [
      shiftId,
      first.startsAt,
      first.endsAt,
    ]);
    await press({ shift: first.shiftId, event: first.slug, key: '' });
    const answer = await press({ shift: shiftId, event, key: '' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('First');
  });

  test('an unknown shift or one of another event signs no one up', async () => {
    const [one, other] = [await open('One'), await open('Other')];
    for (const fields of [
      { shift: one.shiftId, event: other.slug },
      { shift: one.shiftId, event: 'nothing-there' },
      { shift: 'nonsense', event: one.slug },
    ]) {
      const answer = await press(fields);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/events?view=shifts']);
    }
  });

  test('missing qualifications are shown with a link to add them', async () => {
    const { shiftId } = await open('Interpreters');
    await app.db.query('UPDATE events.shift SET skill_ids = $2 WHERE id = $1', [
      shiftId,
      [await termId(app, 'Interpreting')],
    ]);
    const html = await read('', { cookie });
    expect(html).toContain('Requires: Interpreting.');
    expect(html).toContain('<a href="/account/profile">Can you do that? Add it to your profile.</a>');
    expect(await read('', { cookie, 'accept-language': 'es' })).toContain('Requisito: Interpretación.');
  });
});
