import { SignedIds } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { aShift, aSignup } from '../support/factories.js';
import { followLink, readRedirect } from '../support/follow-link.js';
import { days } from '../support/movable-clock.js';
import { listSignups, linkOf } from '../support/sign-ups.js';

describe('handing over a place on the site', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
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
  async function anaWithWaitlist(waiting = 0) {
    const shift = await aShift(app.db, { capacity: 1, event: { startsAt: new Date(Date.now() + days(20)) } });
    const ana = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes' });
    for (let i = 0; i < waiting; i += 1)
      await aSignup(app.db, { shiftId: shift.id, name: `W${i}`, status: 'waitlisted' });
    return { shift, ana, page: await opened(`/s/${linkOf(app, ana.id)}`) };
  }
  async function offerIn(signup: { id: string }): Promise<string> {
    const [offer] = await app.db.query<{ id: string }>('SELECT id FROM events.hand_over WHERE signup_id = $1', [
      signup.id,
    ]);
    return app.nest.get(SignedIds).sign('hand-over', offer!.id);
  }

  test('Ana offers it, and Beto accepts it with one click', async () => {
    const { shift, ana, page } = await anaWithWaitlist();
    expect(await text(page.at, page.cookie)).toContain(`${page.at}?ask=hand-over`);
    const form = await text(`${page.at}?ask=hand-over`, page.cookie);
    expect(form).toContain('Offer my spot');
    expect(form).not.toContain('To the waitlist');

    const sent = await press(page.at, page.cookie, { do: 'hand-over', name: 'Beto Cruz', email: 'beto@example.org' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${page.at}?did=hand-over`]);
    const after = await text(`${page.at}?did=hand-over`, page.cookie);
    expect(after).toContain('The spot stays yours until someone takes it');
    expect(after).toContain('Beto Cruz');

    const beto = await opened(`/take/${await offerIn(ana)}`);
    const offer = await text(beto.at, beto.cookie);
    expect(offer).toContain('Ana is offering you a spot');
    expect(offer).not.toContain('Reyes');
    expect((await press(beto.at, beto.cookie, { do: 'take' })).status).toBe(303);
    expect(await text(beto.at, beto.cookie)).toContain('You’re in');
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes cancelled', 'Beto Cruz confirmed']);
    expect(await text(page.at, page.cookie)).toContain('You’re no longer signed up');
  });

  test('shows errors at each field and keeps all input', async () => {
    const { ana, page } = await anaWithWaitlist();
    const wrong = await press(page.at, page.cookie, { do: 'hand-over', name: 'Beto', email: 'beto' });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(html).toContain('value="beto"');
    expect(html).toContain('Enter a complete email address');
    const offerToSelf = await press(page.at, page.cookie, { do: 'hand-over', name: 'Beto', email: ana.email });
    expect(await offerToSelf.text()).toContain('That’s your own address');
  });

  test("Ana withdraws the offer, and Beto sees that it's gone", async () => {
    const { ana, page } = await anaWithWaitlist();
    await press(page.at, page.cookie, { do: 'hand-over', name: 'Beto', email: 'beto2@example.org' });
    const id = /name="offer" value="([^"]+)"/.exec(await text(page.at, page.cookie))?.[1] ?? '';
    expect((await press(page.at, page.cookie, { do: 'withdraw', offer: id })).headers.get('location')).toBe(
      `${page.at}?did=withdraw`,
    );
    const beto = await opened(`/take/${await offerIn(ana)}`);
    expect(await text(beto.at, beto.cookie)).toContain('This spot is no longer available');
    const late = await press(beto.at, beto.cookie, { do: 'take' });
    expect([late.status, (await late.text()).includes('This spot is no longer available.')]).toEqual([422, true]);
  });

  test('returns the place to the waitlist if someone is waiting', async () => {
    const { shift, page } = await anaWithWaitlist(1);
    expect(await text(`${page.at}?ask=hand-over`, page.cookie)).toContain('One person is waiting for a spot');
    expect((await press(page.at, page.cookie, { do: 'to-waitlist' })).status).toBe(303);
    expect(await text(`${page.at}?did=to-waitlist`, page.cookie)).toContain('Your spot went to the first');
    expect(await listSignups(app, shift.id)).toEqual(['Ana Reyes cancelled', 'W0 offered']);
  });

  test('a truncated link gets its own message, and Spanish pages are entirely in Spanish', async () => {
    const gone = await ask('/take/abc');
    expect([gone.status, (await gone.text()).includes('This link doesn’t work')]).toEqual([404, true]);
    const { ana, page } = await anaWithWaitlist();
    await press(page.at, page.cookie, { do: 'hand-over', name: 'Beto', email: 'beto3@example.org' });
    const spanish = await followLink(`${app.url}/take/${await offerIn(ana)}?lang=es`);
    expect(await spanish.text()).toContain('Ana te ofrece su lugar');
  });
});
