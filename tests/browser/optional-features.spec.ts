import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent } from '../support/factories.js';
import { aCampaign, aPaidGift } from '../support/factories.fundraising.js';
import { anOpportunity } from '../support/opportunities.js';
import { volunteersOnly } from '../support/volunteers-only.js';
import { addSession, openScreen, waitUntilLoaded } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

/** Starts of paths that belong to fundraising, opportunities or the sealed zone. */
const switchedOff =
  /^\/(give|giving|fundraisers|fundraiser|start-a-fundraiser|page|work|opportunities|business|talk|reply)(\/|\?|$)/;

describeInBrowser('an installation for volunteers only', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let campaign: { id: string; slug: string };
  let opportunity: { slug: string };

  beforeAll(async () => {
    app = await startApp({ safelisted: true, config: volunteersOnly });
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    campaign = await aCampaign(app.db, { title: 'Lanterns for the shelter' });
    opportunity = await anOpportunity(app.db, { wantsPublic: true, staffAllowsPublic: true });
    await anEvent(app.db, { title: 'Lantern walk' });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const read = async (path: string) => {
    const response = await fetch(app.url + path, { redirect: 'manual' });
    return { status: response.status, text: await response.text() };
  };
  const linksIn = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);

  test.each(['/', '/about', '/help', '/contact', '/privacy', '/learn', '/using-this-site', '/nowhere', '/my-data'])(
    'links from %s to no page that is switched off',
    async (path) => {
      for (const language of ['', '?lang=es']) {
        const { text } = await read(path + language);
        expect(linksIn(text).filter((href) => switchedOff.test(href))).toEqual([]);
        expect(text).not.toContain('DonateAction');
        // The help lines and the quick exit stay.
        expect(linksIn(text)).toEqual(expect.arrayContaining(['/leave', expect.stringMatching(/^tel:/)]));
      }
    },
  );

  test('answers 404 at the pages of what is switched off', async () => {
    const { slug } = campaign;
    const paths = [
      '/give',
      '/giving',
      '/fundraisers',
      `/fundraisers/${slug}`,
      `/fundraisers/${slug}/give`,
      '/Fundraisers/',
      '/start-a-fundraiser',
      '/fundraiser/~x',
      `/campaigns/${slug}/embed`,
      `/share/fundraisers/${slug}.en.png`,
      '/work',
      '/opportunities',
      `/opportunities/${opportunity.slug}`,
      `/opportunities/${opportunity.slug}/apply`,
      '/business',
      '/business/register',
      '/talk',
      '/reply',
    ];
    const statuses = await Promise.all(paths.map(async (path) => [path, (await read(path)).status]));
    expect(statuses).toEqual(paths.map((path) => [path, 404]));
    expect((await read('/events')).status).toBe(200);
  });

  test('leaves these pages out of the sitemap', async () => {
    const { text } = await read('/sitemap.xml');
    const paths = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
    expect(paths).toContain('/events');
    expect(paths.filter((path) => switchedOff.test(path))).toEqual([]);
  });

  test('sends a member of a business to their account after signing in', async () => {
    const { cookie } = await app.signedIn({ role: 'business' });
    const response = await fetch(`${app.url}/sign-in`, { redirect: 'manual', headers: { cookie } });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/account']);
  });

  test('shows admins no screens of fundraising until there are gifts', async () => {
    const { cookie } = await app.signedIn({ role: 'admin', name: 'Rosa' });
    await addSession(page, app.url, cookie);
    await openScreen(page, '/admin/');
    const entries = async () =>
      (await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts()).map(
        (text) => text.split('\n')[0]!,
      );
    expect(await entries()).not.toContain('Giving');
    await openScreen(page, '/admin/gifts');
    await page.getByText('This page is for other roles').first().waitFor();
    await openScreen(page, '/admin/settings/roles');
    expect(await page.getByRole('button', { name: 'Bookkeeper' }).count()).toBe(0);

    await aPaidGift(app.db, { campaignId: campaign.id });
    await page.goto('/admin/');
    await waitUntilLoaded(page);
    expect(await entries()).toContain('Giving');
    await openScreen(page, '/admin/gifts');
    await page.getByRole('link', { name: 'Ana Reyes' }).first().waitFor();
    expect(visit.pageErrors).toEqual([]);
  });
});
