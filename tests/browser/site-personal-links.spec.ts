import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { aPaidGift } from '../support/factories.fundraising.js';

const tokenLike = /[A-Za-z0-9_-]{46}/;

const mailed: ReadonlyArray<[purpose: string, path: (token: string) => string]> = [
  ['signup', (token) => `/s/${token}?lang=es`],
  ['hand-over', (token) => `/take/${token}`],
  ['shift-lead', (token) => `/lead/${token}`],
  ['shift-request', (token) => `/asked/${token}`],
  ['gift', (token) => `/thanks/${token}?from=payment`],
  ['campaign', (token) => `/fundraiser/${token}`],
  ['page', (token) => `/page/${token}`],
  ['giving', (token) => `/giving/${token}`],
  ['my-data', (token) => `/my-data/${token}`],
  ['my-data', (token) => `/my-data/${token}.zip`],
  ['stop-updates', (token) => `/news/${token}`],
  ['stop-messages', (token) => `/messages/${token}`],
  ['stop-registration-messages', (token) => `/registration-messages/${token}`],
  ['notifications', (token) => `/notifications/${token}`],
  ['guardian-waiver', (token) => `/guardian/${token}`],
  ['board', (token) => `/board/${token}`],
  ['school-ask', (token) => `/school-ask/${token}`],
  ['photo-consent', (token) => `/photo-consent/${token}`],
  ['recurring-gift', (token) => `/recurring-gift/${token}`],
  ['business-domain', (token) => `/business/domain/${token}`],
  ['opportunity', (token) => `/business/opportunity/${token}`],
  ['standing-signup', (token) => `/standing/${token}`],
  ['registration', (token) => `/registration/${token}`],
  ['receipt', (token) => `/receipts/${token}.pdf`],
  ['statement-2026', (token) => `/statements/2026-${token}.pdf`],
  ['hours-letter', (token) => `/hours/${token}.pdf`],
  ['certificate', (token) => `/certificates/${token}.pdf`],
  ['gift-link', (token) => `/fundraisers/a-safe-bed/give?lang=es&link=${token}`],
  ['gift', (token) => `/fundraisers/a-safe-bed/give?gift=${token}`],
];

describe('a link from an email', () => {
  let app: TestApp;
  let event: { id: string; slug: string };

  beforeAll(async () => {
    app = await startApp({ config: { PUBLIC_URL: 'https://help.example.org', PAGE_CACHE_SECONDS: '60' } });
    event = await anEvent(app.db, { title: 'Kitchen' });
  });
  afterAll(() => app.close());

  const sign = (purpose: string, id: string = randomUUID()) => app.nest.get(SignedIds).sign(purpose, id);
  const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init });
  const aLink = async () =>
    sign(
      'signup',
      (await aSignup(app.db, { name: 'Ana', shiftId: (await aShift(app.db, { eventId: event.id })).id })).id,
    );

  async function open(path: string, cookie = ''): Promise<{ at: string; cookie: string }> {
    const answer = await ask(path, { headers: { cookie } });
    expect(answer.status).toBe(303);
    const jar = new Map(cookie.split('; ').map((pair) => [pair.split('=')[0]!, pair]));
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      if (set.includes('Max-Age=0')) jar.delete(pair.split('=')[0]!);
      else jar.set(pair.split('=')[0]!, pair);
    }
    const all = [...jar.values()].filter(Boolean).join('; ');
    const clean = await ask(answer.headers.get('location')!, { headers: { cookie: all } });
    expect([clean.status, clean.headers.getSetCookie()]).toEqual([303, []]);
    return { at: clean.headers.get('location')!, cookie: all };
  }

  test.each(mailed)('of the kind %s is exchanged for a cookie and a URL without the token', async (purpose, path) => {
    const token = sign(purpose);
    const answer = await ask(path(token));
    const cleaned = path(token).replace(token, '~');
    expect(answer.status).toBe(303);
    const sealed = answer.headers.get('location')!;
    expect(sealed.replace(/~~[\w-]{118}/, '~')).toBe(cleaned);
    expect(sealed).not.toContain(token);
    const [cookie, ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^__Host-link-[\w-]{12}=[\w-]+; Max-Age=14400; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(cookie).not.toContain(token);
    const opened = await ask(sealed, { headers: { cookie: cookie!.split(';')[0]! } });
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([303, 'no-store']);
    expect(opened.headers.get('location')!.replace(/~[\w-]{12}/, '~')).toBe(cleaned);
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('is listed here for every page with a token', () => {
    const routes = readFileSync(join(__dirname, '../../apps/site/src/routes.ts'), 'utf8');
    const withToken = [...routes.matchAll(/route\('([^']*):token'/g)].map(([, path]) => `/${path}`);
    expect(withToken.length).toBeGreaterThan(7);
    for (const path of withToken) expect(mailed.map(([, at]) => at('').split('?')[0])).toContain(path);
  });

  test("opens its page, whose forms and links don't contain the token", async () => {
    const token = await aLink();
    const { at, cookie } = await open(`/s/${token}`);
    const page = await ask(at, { headers: { cookie } });
    const html = await page.text();
    expect([page.status, html.includes('Ana')]).toEqual([200, true]);
    expect(html).not.toMatch(tokenLike);
    const file = await ask(`${at}.ics`, { headers: { cookie } });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const question = await (await ask(`${at}?ask=cancel`, { headers: { cookie } })).text();
    expect(question).toContain(`action="${at}"`);
    const cancelled = await ask(at, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ do: 'cancel' }),
    });
    expect([cancelled.status, cancelled.headers.get('location')]).toEqual([303, `${at}?did=cancel`]);
  });

  test('opens a receipt in the PDF viewer with a URL without the token', async () => {
    const { id } = await aPaidGift(app.db);
    await app.runJob('issue-receipts');
    const [receipt] = await app.db.query<{ id: string }>('SELECT id FROM fundraising.receipt WHERE gift_id = $1', [id]);
    const { at, cookie } = await open(`/receipts/${sign('receipt', receipt!.id)}.pdf`);
    const paper = await ask(at, { headers: { cookie } });
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await ask(at)).status).toBe(404);
  });

  test('works alongside another opened at the same moment', async () => {
    const tokens = [await aLink(), await aLink()];
    const tabs = await Promise.all(tokens.map((token) => open(`/s/${token}`)));
    const cookie = tabs.map((tab) => tab.cookie).join('; ');
    expect(new Set(tabs.map(({ at }) => at)).size).toBe(2);
    for (const { at } of tabs) expect((await ask(at, { headers: { cookie } })).status).toBe(200);
  });

  test('keeps its URL when opened again; twelve are kept, and the least recently viewed is dropped', async () => {
    const first = await aLink();
    let cookie = '';
    for (const token of [first, ...Array.from({ length: 12 }, () => sign('signup')), first])
      ({ cookie } = await open(`/s/${token}`, cookie));
    expect(cookie.split('; ')).toHaveLength(12);
    const again = await open(`/s/${first}`, cookie);
    expect((await ask(again.at, { headers: { cookie } })).status).toBe(200);
  });

  test('works in no other browser, and in this one for four hours after the last view', async () => {
    const { at, cookie } = await open(`/s/${await aLink()}`);
    const elsewhere = await ask(at);
    expect(elsewhere.status).toBe(404);
    expect(await elsewhere.text()).toContain('open the link in our email again');
    const page = await ask(at, { headers: { cookie } });
    expect(page.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-link-.*Max-Age=14400/)]);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 4 * 3_600_000 + 1000);
    try {
      const closed = await ask(at, { headers: { cookie } });
      expect([closed.status, (await closed.text()).includes('Ana')]).toEqual([404, false]);
      const form = await ask(at, { method: 'POST', headers: { cookie }, body: new URLSearchParams({ do: 'cancel' }) });
      expect(form.status).toBe(404);
    } finally {
      later.mockRestore();
    }
  });

  describe('in a browser that blocks cookies', () => {
    const follow = (path: string) => fetch(app.url + path);
    const addressOf = async (path: string) => (await ask(path)).headers.get('location')!;
    const press = (at: string, fields: Record<string, string>) =>
      fetch(app.url + at, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(fields),
      });

    test('opens its page after one redirect, and says when the URL has expired', async () => {
      const token = await aLink();
      const page = await follow(`/s/${token}`);
      const html = await page.text();
      expect([page.status, page.redirected, html.includes('Ana')]).toEqual([200, true, true]);
      expect(html).not.toContain(token);
      const at = await addressOf(`/s/${token}`);
      const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31 * 60_000);
      try {
        const old = await ask(at);
        expect([old.status, (await old.text()).includes('open the link in our email again')]).toEqual([404, true]);
      } finally {
        later.mockRestore();
      }
      expect((await ask(at.replace(/~~(.)/, (_, first) => `~~${first === 'A' ? 'B' : 'A'}`))).status).toBe(404);
    });

    test('confirms and cancels a sign-up', async () => {
      const shift = await aShift(app.db, { eventId: event.id });
      const { id } = await aSignup(app.db, { name: 'Ana', shiftId: shift.id, proven: false });
      const at = await addressOf(`/s/${sign('signup', id)}`);
      const statusNow = async () =>
        (
          await app.db.query<{ status: string; verified: boolean }>(
            'SELECT status, proven_at IS NOT NULL AS verified FROM events.signup WHERE id = $1',
            [id],
          )
        )[0];
      const confirmed = await press(at, { do: 'confirm' });
      expect([confirmed.status, await statusNow()]).toEqual([200, { status: 'confirmed', verified: true }]);
      const cancelled = await press(at, { do: 'cancel' });
      expect([cancelled.status, await statusNow()]).toEqual([200, { status: 'cancelled', verified: true }]);
    });

    test('unsubscribes from news and from organizers’ messages', async () => {
      const { donorId } = await aPaidGift(app.db);
      const { volunteerId } = await aSignup(app.db);
      for (const path of [
        `/news/${sign('stop-updates', donorId)}`,
        `/messages/${sign('stop-messages', volunteerId)}`,
      ]) {
        const at = await addressOf(path);
        const html = await (await ask(at)).text();
        const [, name, value] = /<button[^>]*name="(\w+)"[^>]*value="([^"]*)"/.exec(html) ?? [];
        const answer = await press(at, name === undefined ? {} : { [name]: value! });
        expect([path.split('/')[1], answer.status]).toEqual([path.split('/')[1], 200]);
      }
      const [volunteer] = await app.db.query<{ gets: boolean }>(
        'SELECT messages_stopped_at IS NULL AS gets FROM volunteers.volunteer WHERE id = $1',
        [volunteerId],
      );
      expect(volunteer).toEqual({ gets: false });
    });

    test('opens a receipt', async () => {
      const { id } = await aPaidGift(app.db);
      await app.runJob('issue-receipts');
      const [receipt] = await app.db.query<{ id: string }>('SELECT id FROM fundraising.receipt WHERE gift_id = $1', [
        id,
      ]);
      const paper = await follow(`/receipts/${sign('receipt', receipt!.id)}.pdf`);
      expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    });

    test.each(mailed)('never causes a redirect loop for the kind %s', async (purpose, path) => {
      const answer = await ask(await addressOf(path(sign(purpose))));
      // A random ID leads to no record, which must yield an error page instead of another redirect.
      expect([200, 404, 410]).toContain(answer.status);
    });
  });

  test('that was truncated, forged or made for another purpose gets no cookie', async () => {
    const token = await aLink();
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const path of [`/s/${forged}`, `/s/${token.slice(1)}`, `/recurring-gift/${token}`, '/s/~AAAAAAAAAAAA']) {
      const answer = await ask(path);
      expect([path, answer.status, answer.headers.getSetCookie()]).toEqual([path, 404, []]);
    }
  });

  test('works for calendar apps and one-click unsubscribe without redirect', async () => {
    const file = await ask(`/s/${await aLink()}.ics`);
    expect([file.status, file.headers.getSetCookie()]).toEqual([200, []]);
    const { donorId } = await aPaidGift(app.db);
    const stopped = await ask(`/news/${sign('stop-updates', donorId)}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect([stopped.status, stopped.headers.getSetCookie()]).toEqual([200, []]);
  });

  test.each(['news', 'messages'])(
    'unsubscribes by a multipart POST to /%s without cookies (RFC 8058)',
    async (page) => {
      const { donorId } = await aPaidGift(app.db);
      const { volunteerId } = await aSignup(app.db);
      const token = page === 'news' ? sign('stop-updates', donorId) : sign('stop-messages', volunteerId);
      const post = (fields: Record<string, string | Blob>, headers = {}) => {
        const body = new FormData();
        for (const [name, value] of Object.entries(fields)) body.append(name, value);
        return ask(`/${page}/${token}`, { method: 'POST', body, headers });
      };
      const file = await post({ 'List-Unsubscribe': new Blob(['One-Click']) });
      const large = await post({ 'List-Unsubscribe': 'One-Click', more: 'x'.repeat(40_000) });
      expect([file.status, large.status]).toEqual([400, 413]);
      const broken = await post({}, { 'content-type': 'multipart/form-data; boundary=x' });
      expect(broken.status).toBe(400);
      const stopped = await post({ 'List-Unsubscribe': 'One-Click' });
      expect([stopped.status, stopped.headers.getSetCookie()]).toEqual([200, []]);
      const [row] = await app.db.query<{ stopped: boolean }>(
        page === 'news'
          ? 'SELECT appeals_stopped_at IS NOT NULL AS stopped FROM fundraising.donor WHERE id = $1'
          : 'SELECT messages_stopped_at IS NOT NULL AS stopped FROM volunteers.volunteer WHERE id = $1',
        [page === 'news' ? donorId : volunteerId],
      );
      expect(row).toEqual({ stopped: true });
    },
  );

  test('accepts multipart forms on no other page', async () => {
    expect((await ask(`/s/${await aLink()}`, { method: 'POST', body: new FormData() })).status).toBe(415);
  });

  test('cannot be used by a form of another site', async () => {
    const { at, cookie } = await open(`/s/${await aLink()}`);
    const headers = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await ask(at, { method: 'POST', headers, body: new URLSearchParams({ do: 'cancel' }) })).status).toBe(403);
  });

  test('opens uncached pages, and so do public pages in a browser that has one', async () => {
    const { at, cookie } = await open(`/s/${await aLink()}`);
    for (const path of [at, '/events', `/events/${event.slug}`]) {
      const { headers } = await ask(path, { headers: { cookie } });
      expect([path, headers.get('cdn-cache-control'), headers.get('cache-control')]).toEqual([path, null, 'no-store']);
    }
    expect((await ask('/events')).headers.get('cdn-cache-control')).toBe('max-age=60');
  });

  test('is forgotten by the quick exit, and ignored on quiet pages', async () => {
    const { at, cookie } = await open(`/s/${await aLink()}`);
    const name = cookie.split('=')[0]!;
    const exitResponse = await ask('/leave', { headers: { cookie } });
    expect(exitResponse.headers.getSetCookie()).toContain(
      `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure`,
    );
    for (const path of ['/work', '/opportunities', '/talk', '/reply'])
      expect((await ask(path, { headers: { cookie } })).headers.getSetCookie()).toEqual([]);
    expect(at).not.toMatch(tokenLike);
  });
});
