import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { anEvent } from '../support/factories.js';
import { describeInBrowser, launchBrowser, newVisit, openMenu } from './support/index.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SEARCHES_PER_MINUTE: '1000' } });
  for (let n = 0; n < 23; n += 1) await anEvent(app.db, { title: `Lantern walk ${n}` });
  await aCampaign(app.db, { title: 'Light for all', story: 'A <b>lantern</b> for each & every bed.' });
});
afterAll(() => app.close());

const page = async (path: string) => {
  const answer = await fetch(app.url + path, { redirect: 'manual' });
  return { answer, html: await answer.text() };
};
const search = (text: string) => page(`/search?${new URLSearchParams({ text })}`);

test("the search terms don't reach the log, the next page, a search engine or the title", async () => {
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((text: string) => (written.push(String(text)), true)) as typeof process.stdout.write;
  const { answer, html } = await search('lantern').finally(() => {
    process.stdout.write = write;
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(html).toContain('<title>Search</title>');
  expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>');
  expect(html.slice(0, html.indexOf('</head>'))).not.toContain('lantern');
  expect(written.join('')).not.toContain('lantern');
});

test('user-written stories are shown as text with the match marked', async () => {
  const { html } = await page('/search?text=lantern&kind=CAMPAIGN');
  expect(html).toMatch(/<mark>lantern<\/mark>/);
  expect(html).not.toContain('<b>lantern');
});

test('the help lines appear first for any search', async () => {
  for (const text of ['', 'lantern', 'zzzzzz', 'x', 'y'.repeat(101), '<script>alert(1)</script>']) {
    const { answer, html } = await search(text);
    if (answer.status === 302) continue;
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main'));
    expect([text, main.includes('tel:+18883737888'), html.includes('href="/leave"')]).toEqual([text, true, true]);
    expect(html).not.toContain('<script>alert');
  }
});

test.each([
  ['x', 422, 'at least two letters'],
  ['y'.repeat(101), 422, 'at most 100 letters'],
  ['zzzzzz', 200, 'No results'],
  ['lantren', 200, 'Here are similar names'],
])('%s: %i, “%s”', async (text, status, said) => {
  const { answer, html } = await search(text);
  expect([answer.status, html.includes(said)]).toEqual([status, true]);
});

test('handles a malformed or oversized query', async () => {
  expect((await page('/search?text=%E0%A4%A')).answer.status).toBeLessThan(500);
  expect((await page('/search?text=%FF%FE')).answer.status).toBeLessThan(500);
  const long = await fetch(`${app.url}/search?text=${'a'.repeat(1_000_000)}`).then(
    ({ status }) => status,
    () => 431,
  );
  expect([414, 431]).toContain(long);
});

test('tells a visitor who searches too often to wait', async () => {
  const strict = await startApp({ config: { SEARCHES_PER_MINUTE: '2' }, database: app.database });
  const ask = () => fetch(`${strict.url}/search?text=lantern`);
  await ask();
  await ask();
  const answer = await ask();
  expect([answer.status, (await answer.text()).includes('Please wait')]).toEqual([429, true]);
  await strict.close();
});

describeInBrowser('search', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('opens from the header by one link, without script, with paging and filters by kind', async () => {
    const { page: tab, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    await tab.goto('/');
    await openMenu(tab);
    await tab.getByRole('navigation').getByRole('link', { name: 'Search' }).click();
    await tab.getByLabel('What are you looking for?').fill('lantern');
    await tab.getByRole('button', { name: 'Search' }).click();
    await tab.getByText('24 results').waitFor();
    expect(await tab.locator('.signup-list > li').count()).toBe(20);
    await tab.getByRole('link', { name: 'More results' }).click();
    expect(await tab.locator('.signup-list > li').count()).toBe(4);
    await tab.getByRole('link', { name: 'Fundraisers (1)' }).click();
    await tab.getByText('1 result', { exact: true }).waitFor();
    await tab.getByRole('link', { name: 'Light for all' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Light for all' }).waitFor();
    await context.close();
  });
});
