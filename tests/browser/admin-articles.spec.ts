import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, openScreen } from './support/admin.js';
import {
  adminAppearances,
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
} from './support/index.js';

describeInBrowser('writing articles', () => {
  let app: TestApp;
  let browser: Browser;
  let writer: string;
  let second: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    ({ cookie: writer } = await app.signedIn({ role: 'organizer', name: 'Wanda Reyes' }));
    ({ cookie: second } = await app.signedIn({ role: 'moderator', name: 'Mo Lee' }));
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const fill = async (page: Page, language: 'English' | 'Spanish', words: Record<string, string>) => {
    const part = page.getByRole('region', { name: language });
    for (const [label, text] of Object.entries(words)) {
      await part.getByLabel(`${label} (${language})`, { exact: true }).fill(text);
    }
  };

  test('one editor writes both languages and sees the grade, and another sees the changes and approves', async () => {
    const { page, context, pageErrors } = await newVisit(browser, { baseUrl: app.url });
    await addSession(page, app.url, writer);
    await page.goto('/admin/articles/new');
    const body = `## First\n\n${'You can talk to me. I will listen to you. '.repeat(5)}`;
    await fill(page, 'English', {
      Title: 'What to say first',
      Summary: 'Words that help.',
      Note: 'Plain words.',
      Text: body,
    });
    await page.getByText(/^Grade \d/).waitFor();
    await page.getByText('Most people can read this.').waitFor();
    const es = {
      Title: 'Qué decir primero',
      Summary: 'Palabras que ayudan.',
      Note: 'Sin rodeos.',
      Text: '## Primero\n\nPuedes hablar conmigo.',
    };
    await fill(page, 'Spanish', es);
    await page.getByText('Same headings and lists as the English').waitFor();
    const english = page.getByRole('region', { name: 'English' });
    await english.getByText('Preview').click();
    await english.getByRole('heading', { name: 'First', exact: true }).waitFor();
    await page.getByLabel('Title of the source').fill('About');
    await page.getByLabel('Publisher').fill('CDC');
    await page.getByLabel('Year').fill('2024');
    await page.getByLabel('Address', { exact: true }).fill('https://www.cdc.gov/about');
    await page.getByLabel('I compared them').check();
    await page.getByLabel('Address on the site').fill('say-first');
    await page.getByRole('button', { name: 'Save new version' }).click();
    await page.getByRole('heading', { level: 1, name: 'What to say first' }).waitFor();
    await page.getByRole('button', { name: 'Submit for approval' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit for approval' }).click();
    await page.getByText('Version 1: Waiting for approval').waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    const path = new URL(page.url()).pathname;
    expect((await fetch(`${app.url}/learn/say-first`)).status).toBe(404);

    await addSession(page, app.url, second);
    await page.goto('/admin/');
    await page.getByRole('link', { name: '1 article needs your approval' }).click();
    await page.getByRole('link', { name: 'What to say first' }).click();
    // The approver reads all of it as visitors will see it: the button is below both languages.
    await page
      .getByRole('region', { name: 'Spanish' })
      .getByRole('heading', { name: 'Primero', exact: true })
      .waitFor();
    await page.getByRole('region', { name: 'English' }).getByRole('heading', { name: 'First', exact: true }).waitFor();
    const bottomOfText = (await page.getByRole('region', { name: 'English' }).boundingBox())!;
    const button = (await page.getByRole('button', { name: 'Approve' }).boundingBox())!;
    expect(button.y).toBeGreaterThan(bottomOfText.y + bottomOfText.height);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Version 1: Published').waitFor();
    await page.goto('/learn/say-first');
    await page.getByRole('heading', { level: 1, name: 'What to say first' }).waitFor();

    // Changing the English text marks the Spanish as outdated, and the versions are compared word by word.
    await page.goto(`${path}/edit`);
    await fill(page, 'English', { Summary: 'Kind words that help.' });
    await page.getByRole('button', { name: 'Save new version' }).click();
    await page.getByText('Out of date').waitFor();
    await page.getByRole('region', { name: 'What changed' }).getByText('Kind').waitFor();
    await page.getByRole('button', { name: 'Submit for approval' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit for approval' }).click();
    await page.getByText('Version 2: Waiting for approval').waitFor();

    await addSession(page, app.url, (await app.signedIn({ role: 'moderator', name: 'Ana Third' })).cookie);
    await page.goto(path);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('No one has confirmed yet', { exact: false }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByLabel('I compared them').check();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Version 2: Published').waitFor();
    await page.getByText('Out of date').waitFor({ state: 'detached' });
    expect(pageErrors).toEqual([]);
    await context.close();
  });

  test.each(adminAppearances)('has no accessibility violations: $locale, $width', async ({ locale, width }) => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, locale, width });
    await addSession(page, app.url, second);
    const [article] = await app.db.query<{ id: string }>(`SELECT id FROM learning.article WHERE slug = 'signs'`);
    const findings: Record<string, string[]> = {};
    for (const path of ['', '/new', `/${article!.id}`, `/${article!.id}/edit`]) {
      await openScreen(page, `/admin/articles${path}`);
      const found = await axeFindings(page);
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      if (found.length > 0) findings[path] = found;
      const shots = process.env['SHOTS'];
      if (shots)
        await page.screenshot({
          path: `${shots}/articles${path.replace(article!.id, 'one').replaceAll('/', '-')}-${locale}-${width}.png`,
          fullPage: true,
        });
    }
    expect(findings).toEqual({});
    await context.close();
  });
});
