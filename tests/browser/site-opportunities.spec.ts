import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { anOpportunity } from '../support/opportunities.js';
import { describeInBrowser, launchBrowser, newVisit, openMenu, createOpportunities } from './support/index.js';

describeInBrowser('browsing opportunities', () => {
  let app: TestApp;
  let browser: Browser;
  let slugs: string[];
  let businessId: string;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    ({ slugs, businessId } = await createOpportunities(app));
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const visit = (javaScript = false) =>
    newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript, obeysPolicy: true });
  const titles = (page: Page) => page.locator('.offer h2:visible').allTextContents();
  const html = async (path: string) => (await fetch(app.url + path)).text();

  test('leads from the home page through the page about leaving safely, and directly after that', async () => {
    const { page, context, foreignRequests } = await visit();
    await page.goto('/');
    await page.getByRole('link', { name: 'See the opportunities' }).click();
    await page.getByRole('heading', { level: 1, name: 'Before you look around' }).waitFor();
    await page.getByRole('link', { name: 'Continue to the opportunities' }).click();
    await page.getByRole('heading', { level: 1, name: 'Work and training' }).waitFor();
    await page.getByRole('link', { name: 'Prep cook, weekday mornings' }).click();
    await page.getByRole('heading', { level: 1, name: 'Prep cook' }).waitFor();
    await openMenu(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Work and training' }).click();
    await page.getByRole('heading', { level: 1, name: 'Work and training' }).waitFor();
    expect(await context.cookies()).toEqual([]);
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test('filters needs by a form, with the choice in the URL', async () => {
    const { page, context } = await visit();
    await page.goto('/opportunities');
    expect(await titles(page)).toHaveLength(5);
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('No ID needed').check();
    await page.getByLabel('Training is paid').check();
    await page.getByRole('button', { name: 'Show opportunities' }).click();
    await page.waitForLoadState('networkidle');
    expect(await titles(page)).toEqual(['Prep cook, weekday mornings']);
    expect(await page.locator('.count').textContent()).toContain('1 opportunity');
    expect(await page.getByRole('checkbox', { name: 'No ID needed' }).isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Clear all' }).click();
    await page.getByText('Filters', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Type' }).selectOption('SKILLS_TRAINING');
    await page.getByRole('button', { name: 'Show opportunities' }).click();
    await page.getByRole('link', { name: 'From home', exact: true }).click();
    expect(new URL(page.url()).search).toBe('?kind=SKILLS_TRAINING&remote=1');
    expect(await titles(page)).toEqual(['Bookkeeping from home']);
    await page.getByRole('textbox', { name: 'Place' }).fill('Nowhere at all');
    await page.getByRole('button', { name: 'Go: search in this place' }).click();
    await page.getByRole('heading', { name: 'No opportunities match' }).waitFor();
    await context.close();
  });

  test('hides unwanted opportunities within the browser, without requests', async () => {
    const { page, context } = await visit();
    const requests: string[] = [];
    await page.goto('/opportunities');
    await page.waitForLoadState('networkidle');
    context.on('request', (request) => requests.push(request.url()));
    await page.getByText('Hide opportunities').click();
    await page.getByLabel('at night').check();
    expect(await titles(page)).toEqual([
      'Prep cook, weekday mornings',
      'Bookkeeping from home',
      'Ayudante de jardinería',
    ]);
    await page.getByText('Some opportunities are hidden, as you asked.').waitFor();
    await page.getByLabel('in isolated places').check();
    expect(await titles(page)).toEqual(['Prep cook, weekday mornings', 'Bookkeeping from home']);
    expect(requests).toEqual([]);
    // Submitting the list's form does not include these checkboxes.
    await page.getByRole('button', { name: 'Go: search in this place' }).click();
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => /hide|NIGHT|ISOLATED/i.test(url))).toEqual([]);
    expect(await page.content()).not.toMatch(/<input[^>]*name="[^"]*hid/);
    await context.close();
  });

  test('long lists are paged', async () => {
    for (let n = 0; n < 14; n += 1) {
      const publishedAt = new Date(Date.now() - (24 + n) * 3_600_000);
      await anOpportunity(app.db, { businessId, title: `Older offer ${n}`, publishedAt });
    }
    const { page, context } = await visit();
    await page.goto('/opportunities');
    const first = await titles(page);
    expect(first).toHaveLength(15);
    await page.getByRole('link', { name: 'Earlier opportunities' }).click();
    await page.getByText('That’s all of them.').waitFor();
    const second = await titles(page);
    expect(second).toHaveLength(4);
    expect(new Set([...first, ...second]).size).toBe(19);
    await page.getByRole('link', { name: 'Later opportunities' }).click();
    expect(await titles(page)).toEqual(first);
    await page.goto('/opportunities?after=nonsense');
    expect(await titles(page)).toEqual(first);
    await context.close();
  });

  test('an opportunity shows its requirements, how it was vetted, and how applying works', async () => {
    const { page, context } = await visit();
    await page.goto(`/opportunities/${slugs[0]}`);
    for (const sentence of [
      'You don’t need an ID.',
      'There’s no background check.',
      'Bus 30 stops at the door',
      'Two people on our team approved it',
      'It doesn’t guarantee that nothing can go wrong.',
      'It won’t learn who you are unless you say so. You don’t have to say why.',
      '$19 to $22 an hour',
    ]) {
      expect([sentence, await page.getByText(sentence).count()]).toEqual([sentence, 1]);
    }
    await page.goto(`/opportunities/${slugs[1]}`);
    await page.getByText('There’s alcohol around.').waitFor();
    await context.close();
  });

  test('only fields marked public by business and staff are indexed', async () => {
    const [open = '', closed = ''] = slugs;
    const onlyBusiness = await anOpportunity(app.db, { businessId, wantsPublic: true });
    const onlyStaff = await anOpportunity(app.db, { businessId, staffAllowsPublic: true });
    const map = await html('/sitemap.xml');
    expect(map).toContain(`<loc>${app.config.PUBLIC_URL}/opportunities/${open}</loc>`);
    const shown = await html(`/opportunities/${open}`);
    expect(shown).toContain('"@type":"JobPosting"');
    expect(shown).not.toContain('noindex');
    for (const slug of [closed, onlyBusiness.slug, onlyStaff.slug]) {
      const page = await html(`/opportunities/${slug}`);
      expect(page).toContain('content="noindex, nofollow"');
      expect(page).not.toMatch(/ld\+json|JobPosting|og:|rel="canonical"/);
      expect(map).not.toContain(slug);
    }
    const list = await html('/opportunities');
    expect(list).toContain('content="noindex, nofollow"');
    expect(list).not.toContain('ld+json');
    expect(map).not.toContain('/opportunities</loc>');
    const robots = await html('/robots.txt');
    expect(robots).toContain(`Sitemap: ${app.config.PUBLIC_URL}/sitemap.xml`);
    for (const path of ['/reply', '/opportunities/*/apply']) expect(robots).toContain(`Disallow: ${path}`);
    // Blocked by robots.txt, the noindex header could not be read.
    expect(robots).not.toMatch(/Disallow: \/opportunities\/?$/m);
  });

  test('a closed opportunity, or one of a suspended business, is not found', async () => {
    const filled = await anOpportunity(app.db, { businessId, status: 'filled' });
    const lapsed = await anOpportunity(app.db, { business: { status: 'lapsed', approvedUntil: '2020-01-01' } });
    for (const { slug } of [filled, lapsed]) {
      expect((await fetch(`${app.url}/opportunities/${slug}`)).status).toBe(404);
      expect(await html('/sitemap.xml')).not.toContain(slug);
    }
  });

  test('titles describe the page and nothing about its reader', async () => {
    for (const path of ['/work', '/opportunities', `/opportunities/${slugs[1]}`, '/using-this-site']) {
      const title = /<title>([^<]*)/.exec(await html(path))?.[1] ?? '';
      expect(title).not.toBe('');
      expect(title).not.toContain(app.config.ORGANIZATION_NAME);
      expect(title).not.toMatch(/surviv|traffick|victim|safe|help/i);
    }
  });
});
