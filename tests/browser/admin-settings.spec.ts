import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aPicture } from '../support/photos.js';
import { addSession } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit } from './support/index.js';

describeInBrowser('settings of the organization', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startApp({ config: { TRUST_PROXY: 'true', PAGE_CACHE_SECONDS: '60' } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const openForm = async (): Promise<Page> => {
    const { cookie } = await app.signedIn({ role: 'admin', name: 'Ana Reyes' });
    const { page } = await newVisit(browser, { baseUrl: app.url });
    await addSession(page, app.url, cookie);
    await page.goto('/admin/settings/organization');
    await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
    return page;
  };
  const name = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true });
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

  test('changes every page of the site immediately, also pages in the cache', async () => {
    const home = async () => (await fetch(app.url)).text();
    expect(await home()).not.toContain('Oak House');
    const page = await openForm();
    await name(page).fill('Oak House');
    await page.getByRole('textbox', { name: 'Main color', exact: true }).fill('#5a2d82');
    await page.getByRole('textbox', { name: 'Phone number' }).fill('+1 213 555 0100');
    await page.getByLabel('Logo', { exact: true }).setInputFiles({
      name: 'logo.jpg',
      mimeType: 'image/jpeg',
      buffer: await aPicture(400, 100),
    });
    await page.getByRole('img', { name: 'Current logo' }).waitFor();
    await save(page);
    await page.getByText('Saved. All pages and emails use it within seconds.').waitFor();
    const html = await home();
    expect(html).toContain('<span>Oak House</span>');
    expect(html).toContain('href="tel:+12135550100"');
    expect(html).toMatch(/<img class="logo-own" src="\/logo\/[\w-]+\.png" width="400" height="100"/);
    const { page: visitor } = await newVisit(browser, { baseUrl: app.url });
    await visitor.goto('/events');
    const action = () =>
      visitor.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--action').trim());
    expect(await action()).toBe('#5a2d82');
    await visitor.goto('/talk');
    expect(await action()).toBe('#22271f');
    expect(await axeFindings(page)).toEqual([]);
  });

  test('shows at the field why a color is refused and which one works', async () => {
    const page = await openForm();
    const color = page.getByRole('textbox', { name: 'Main color', exact: true });
    await color.fill('#4caf50');
    await page.getByRole('textbox', { name: 'Tax ID (EIN)' }).fill('12-345');
    await save(page);
    const problem = page.getByText(
      /its contrast is 2\.4\d?:1 and must be at least 4\.5:1\. The nearest color that works is #/,
    );
    await problem.waitFor();
    expect(await color.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Enter the EIN as 12-3456789.').waitFor();
    await page.getByRole('textbox', { name: 'Tax ID (EIN)' }).fill('123456789');
    const [nearest] = /#[0-9a-f]{6}/.exec((await problem.textContent()) ?? '') ?? [];
    await color.fill(nearest!);
    await save(page);
    await page.getByText('Saved. All pages and emails use it within seconds.').waitFor();
  });

  test('keeps what was typed if another admin saved meanwhile', async () => {
    const [first, second] = [await openForm(), await openForm()];
    await name(first).fill('Elm House');
    await save(first);
    await first.getByText('Saved. All pages and emails use it within seconds.').waitFor();
    await name(second).fill('Pine House');
    await save(second);
    await second.getByRole('alert').filter({ hasText: 'Theirs: Elm House' }).waitFor();
    expect(await name(second).inputValue()).toBe('Pine House');
    await save(second);
    await second.getByText('Saved. All pages and emails use it within seconds.').waitFor();
    expect(app.config.ORGANIZATION_NAME).toBe('Pine House');
  });
});
