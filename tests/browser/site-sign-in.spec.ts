import { aBusiness } from '../support/businesses.js';
import { aSignup } from '../support/factories.js';
import { days, hours, minutes } from '../support/movable-clock.js';
import { anAccount } from '../support/people.js';
import { describeInBrowser, mailedCode, newVisit, openMenu, phoneVisits, signInOnSite } from './support/index.js';

describeInBrowser('signing in on the site', () => {
  const site = phoneVisits();
  let { app, sink, browser, visit, page } = site;
  beforeEach(() => void ({ app, sink, browser, visit, page } = site));

  const sessionOf = async (): Promise<string | undefined> =>
    (await visit.context.cookies()).find(({ name }) => name === 'session')?.value;

  async function findAccount(session: string | undefined): Promise<string | null> {
    const asking = { cookie: `session=${session}` };
    const { data } = await app.graphql<{ me: { email: string } | null }>('{ me { email } }', {}, asking);
    return data.me?.email ?? null;
  }

  function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(app.url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
  }

  test('requests a code, mistypes it, signs in, and signs out again', async () => {
    await page.goto('/events');
    await openMenu(page);
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Email address').fill('owner@harbor.example');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByText('If we can reach owner@harbor.example').waitFor();
    expect(page.url()).not.toContain('harbor.example');
    const storageState = JSON.stringify(await visit.context.storageState());
    expect(decodeURIComponent(storageState)).not.toContain('harbor');
    expect(storageState).toContain('code-for');
    await page.getByLabel('Code', { exact: true }).fill('00000000');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'This code is wrong or has expired. Check it, or request another one',
    ]);
    expect(await page.locator(':focus').getAttribute('class')).toBe('error-summary');
    expect(await sessionOf()).toBeUndefined();
    await page.getByLabel('Code', { exact: true }).fill(await mailedCode(app, sink, 'owner@harbor.example'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    const session = await sessionOf();
    expect(await findAccount(session)).toBe('owner@harbor.example');
    await openMenu(page);
    await page.getByRole('banner').getByRole('link', { name: 'Your account' }).click();
    await page.getByText('Signed in as owner@harbor.example').waitFor();
    const cookies = await visit.context.cookies();
    expect(cookies.map(({ name }) => name).sort()).toEqual(['code-asked', 'device', 'session']);
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    await page.goto('/sign-out');
    expect(await findAccount(session)).toBe('owner@harbor.example');
    await page.goto('/account');
    await page.getByText('Signed in as owner@harbor.example').waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByText('You’re signed out.').waitFor();
    expect([await sessionOf(), await findAccount(session)]).toEqual([undefined, null]);
  });

  test('may request another code or use another address', async () => {
    await page.goto('/business/sign-in');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByRole('link', { name: 'Enter your email address' }).waitFor();
    await page.getByLabel('Email address').fill('two@harbor.example');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByRole('button', { name: 'Send another code' }).click();
    await page.getByText('We sent another code.').waitFor();
    await page.getByRole('link', { name: 'Use another address' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  });

  test('staff with two-step sign-in continue in the admin, and have no permissions before the app code', async () => {
    const { email } = await anAccount(app.db, { role: 'moderator', email: 'mo@example.org' });
    await signInOnSite(page, app, sink, email);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/admin/sign-in?step=setup');
    expect(await findAccount(await sessionOf())).toBeNull();
    const withScript = await newVisit(browser, { baseUrl: app.url });
    await withScript.context.addCookies(await visit.context.cookies());
    await withScript.page.goto('/admin/sign-in?step=setup');
    await withScript.page.getByText('Set up two-step sign-in').waitFor();
    await withScript.context.close();
  });

  test('another site can neither sign a user in nor out here', async () => {
    await anAccount(app.db, { email: 'three@harbor.example' });
    await signInOnSite(page, app, sink, 'three@harbor.example');
    const cookie = `session=${await sessionOf()}`;
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    await post('/sign-in', { email: 'four@harbor.example' });
    const code = await mailedCode(app, sink, 'four@harbor.example');
    const login = await post('/sign-in/code', { email: 'four@harbor.example', code }, foreign);
    expect([login.status, login.headers.getSetCookie()]).toEqual([403, []]);
    expect((await post('/sign-out', {}, { ...foreign, cookie })).status).toBe(403);
    // A form with a session but without an origin is rejected too.
    expect((await post('/sign-out', {}, { cookie })).status).toBe(403);
    expect(await findAccount(await sessionOf())).toBe('three@harbor.example');
    const accepted = await post('/sign-out', {}, { cookie, 'sec-fetch-site': 'same-origin' });
    expect(accepted.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^session=; Max-Age=0/));
    expect(await findAccount(await sessionOf())).toBeNull();
  });

  test('codes tried through the site count toward the same limit', async () => {
    const rejectedForm = await post('/sign-in', { email: 'five@harbor.example' });
    const cookie = /code-asked=[\w-]+/.exec(rejectedForm.headers.getSetCookie().join())![0];
    const statuses: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      const typed = { email: 'five@harbor.example', code: '12345678' };
      statuses.push((await post('/sign-in/code', typed, { cookie })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429, 429]);
  });

  describe('after signing in', () => {
    test('a volunteer reaches a page with their sign-ups and can sign out everywhere', async () => {
      const now = Date.now();
      const event = {
        title: 'Pack kits for shelters',
        startsAt: new Date(now + days(3)),
        endsAt: new Date(now + days(3) + hours(2)),
      };
      await aSignup(app.db, { email: 'vera@demo.example', shift: { event } });
      await signInOnSite(page, app, sink, 'vera@demo.example');
      await page.getByRole('heading', { level: 1, name: 'Your sign-ups' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/account');
      await page.getByRole('link', { name: 'Pack kits for shelters', exact: true }).waitFor();
      await page.getByText('You have a spot.').waitFor();
      await page.getByRole('link', { name: 'Pack kits for shelters: Details, calendar, cancel' }).click();
      await page.getByRole('heading', { name: 'Your shift' }).waitFor();
      expect(page.url()).toMatch(/\/s\/~[\w-]{12}$/);
      await page.goto('/account');
      await page.getByText('(this device)').waitFor();
      const earlier = await sessionOf();
      app.clock.advance(minutes(20));
      await page.getByRole('button', { name: 'Sign out everywhere' }).click();
      await page.getByText('To sign out everywhere else too, sign in again').waitFor();
      expect(await findAccount(earlier)).toBeNull();
      await signInOnSite(page, app, sink, 'vera@demo.example');
      await page.goto('/account');
      const session = await sessionOf();
      await page.getByRole('button', { name: 'Sign out everywhere' }).click();
      await page.getByText('You’re signed out in every browser.').waitFor();
      expect([await sessionOf(), await findAccount(session)]).toEqual([undefined, null]);
      await page.goto('/account');
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/sign-in?to=%2Faccount');
    });

    test('a member of a business reaches its pages', async () => {
      const { id: ownerId } = await anAccount(app.db, { email: 'bob@harbor.example', role: 'business' });
      const { id: businessId } = await aBusiness(app.db, { ownerId });
      await signInOnSite(page, app, sink, 'bob@harbor.example');
      expect(new URL(page.url()).pathname).toBe(`/business/${businessId}`);
    });

    test('the admin redirects businesses and volunteers to their own pages', async () => {
      const { id: ownerId } = await anAccount(app.db, { email: 'nia@harbor.example', role: 'business' });
      const { id: businessId } = await aBusiness(app.db, { ownerId });
      await anAccount(app.db, { email: 'val@demo.example', role: 'volunteer' });
      for (const [email, home] of [
        ['nia@harbor.example', `/business/${businessId}`],
        ['val@demo.example', '/account'],
      ] as const) {
        await visit.context.clearCookies();
        await page.goto('/sign-in');
        await signInOnSite(page, app, sink, email);
        const { page: desk, context } = await newVisit(browser, { baseUrl: app.url });
        await context.addCookies(await page.context().cookies());
        await desk.goto('/admin');
        await desk.waitForURL((url) => url.pathname === home);
        await context.close();
      }
    });

    test('a code from another browser is refused with an explanation', async () => {
      await post('/sign-in', { email: 'six@harbor.example' });
      await page.goto('/sign-in/code');
      await page.getByLabel('Email address').fill('six@harbor.example');
      await page.getByLabel('Code', { exact: true }).fill(await mailedCode(app, sink, 'six@harbor.example'));
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
        'A code only works in the browser that requested it, and it wasn’t this one. Please request a new code here.',
      ]);
    });

    test('after many codes the browser solves a puzzle automatically, and one without scripts shows an explanation', async () => {
      for (let n = 0; n < 5; n += 1) await post('/sign-in', { email: 'seven@harbor.example' });
      await page.goto('/sign-in');
      await page.getByLabel('Email address').fill('seven@harbor.example');
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await page.getByText('Your browser doesn’t run scripts').waitFor();
      const withScript = await newVisit(browser, { baseUrl: app.url });
      await withScript.page.goto('/sign-in');
      await withScript.page.getByLabel('Email address').fill('seven@harbor.example');
      await withScript.page.getByRole('button', { name: 'Send me a code' }).click();
      await withScript.page.getByText('Your device needs to run a quick check').waitFor();
      // The script hides this once it runs. An earlier click would submit without a solution.
      await withScript.page.getByText('Your browser doesn’t run scripts').waitFor({ state: 'hidden' });
      await withScript.page.getByRole('button', { name: 'Send me a code' }).click();
      await withScript.page.getByText('If we can reach seven@harbor.example').waitFor();
      await withScript.context.close();
    });
  });
});
