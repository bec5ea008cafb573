import { importPostcodes } from '@upstander/platform';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { serviceInput } from '../support/services.js';
import { runAsOwner } from '../support/tampering.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  siteAppearances,
} from './support/index.js';

let app: TestApp;
let slug: string;
beforeAll(async () => {
  app = await startApp();
  const keeper = await app.signedIn({ role: 'moderator' });
  await importPostcodes({ query: (sql, params) => app.db.query(sql, params) }, [
    { code: '90042', latitude: 34.1147, longitude: -118.1921 },
  ]);
  for (const input of [
    serviceInput({ confidentialParts: ['ADDRESS'] }),
    serviceInput({ name: 'Legal clinic', needs: ['LEGAL'], eligibility: 'Everybody', fees: 'Free', area: 'East side' }),
  ]) {
    const { data } = await app.graphql<{ createService: { id: string; slug: string } }>(
      'mutation ($input: ServiceInput!) { createService(input: $input) { id slug } }',
      { input },
      keeper,
    );
    ({ slug } = data.createService);
    const { id } = data.createService;
    await app.graphql('mutation ($id: ID!) { publishService(id: $id) { id } }', { id }, keeper);
  }
});
afterAll(() => app.close());

const find = (fields: Record<string, string>) =>
  fetch(`${app.url}/help/find`, { method: 'POST', headers: { origin: 'null' }, body: new URLSearchParams(fields) });

test('answers to the questions appear in no URL, header, cookie or log', async () => {
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((text: string) => (written.push(String(text)), true)) as typeof process.stdout.write;
  const answer = await find({ step: 'result', happening: 'legal', postcode: '90042', way: 'text' }).finally(() => {
    process.stdout.write = write;
  });
  const html = await answer.text();
  expect(html).toContain('Legal clinic');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect([answer.redirected, new URL(answer.url).pathname + new URL(answer.url).search]).toEqual([false, '/help/find']);
  expect(html.match(/(?:href|action)="[^"]*(?:90042|=legal\b)[^"]*"/g) ?? []).toEqual([]);
  // As a separate word only: a timestamp in the log may contain these digits.
  expect(written.join('')).not.toMatch(/\b90042\b|=legal/);
});

test('shows the emergency number first in case of danger', async () => {
  const html = await (await find({ step: 'result', happening: 'danger' })).text();
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main'));
  expect(main.indexOf('tel:911')).toBeLessThan(main.indexOf('tel:+18883737888'));
  const calm = await (await find({ step: 'result', happening: 'talk' })).text();
  const rest = calm.slice(calm.indexOf('<main'), calm.indexOf('</main'));
  expect(rest.indexOf('tel:911')).toBeGreaterThan(rest.indexOf('tel:+18883737888'));
});

test('shows the help lines for any input', async () => {
  for (const fields of [
    { step: 'result' },
    { step: 'result', happening: '<b>', postcode: '"><script>', way: 'x' },
    { step: 'result', postcode: '00000' },
  ] as Array<Record<string, string>>) {
    const answer = await find(fields);
    const html = await answer.text();
    expect([answer.status, html.includes('tel:+18883737888')]).toEqual([200, true]);
    expect(html).not.toContain('"><script>');
  }
});

describeInBrowser('the service finder', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('three skippable questions without script lead to help lines and nearby services', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    await page.goto('/help');
    await page.getByRole('main').getByRole('link', { name: 'Find help' }).click();
    await page.getByText('I need a lawyer').click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Where are you?').fill('90042');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('I can send a text').click();
    await page.getByRole('button', { name: 'Show who can help' }).click();
    await page.getByRole('heading', { level: 1, name: 'Who can help' }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/help/find');
    await page.getByRole('link', { name: 'Legal clinic', exact: true }).click();
    await page.getByText('Everybody').waitFor();
    await context.close();
  });

  test.each(siteAppearances)('has no accessibility violations: $locale, $width', async (looked) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...looked });
    const findings: Record<string, string[]> = {};
    const look = async (name: string) => {
      const found = await axeFindings(page);
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      if (found.length > 0) findings[name] = found;
    };
    for (const path of [
      '/help',
      '/help/services',
      '/help/services?need=FOOD',
      `/help/services/${slug}`,
      '/help/find',
    ]) {
      await page.goto(path);
      await look(path);
    }
    for (const step of ['where', 'reach', 'result']) {
      await page.locator('main form .button').click();
      await look(step);
    }
    expect(findings).toEqual({});
    expect(foreignRequests).toEqual([]);
    await context.close();
  });
});

test('still shows the help lines when the directory is unavailable', async () => {
  await runAsOwner(app, 'ALTER TABLE learning.service RENAME TO away');
  const answer = await find({ step: 'result', happening: 'sleep' });
  const html = await answer.text();
  expect([
    answer.status,
    html.includes('tel:+18883737888'),
    html.includes('can’t show the list of services right now'),
  ]).toEqual([200, true, true]);
  await runAsOwner(app, 'ALTER TABLE learning.away RENAME TO service');
});
