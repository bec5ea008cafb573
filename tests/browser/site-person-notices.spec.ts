import type { Browser, Page } from 'playwright-core';
import { aConsultation, anAdvocate, asAdvocate, withCode } from '../support/advocacy.js';
import { startApp, type TestApp } from '../support/app.js';
import { noticedContact } from '../support/person-notices.js';
import { addSession } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

const sender = 'post@quiet.example';

describeInBrowser('emails that say there is something new', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp({ config: { DISCREET_MAIL_FROM: sender } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const visit = () => newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false, obeysPolicy: true });
  const go = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();
  const waitForQuestion = (page: Page, question: string) =>
    page.getByRole('heading', { level: 1, name: question }).waitFor();
  const noticeQuestion = 'May we email you when there’s something new?';

  async function answerUpToNotice(page: Page): Promise<void> {
    await page.goto('/talk');
    await go(page, 'Start');
    await page.getByLabel('A name to use').fill('Luna');
    await go(page, 'Continue');
    await page.getByText('By email').click();
    await page.getByLabel('Email address').fill('luna@example.net');
    await go(page, 'Continue');
    await page.getByText('Yes, that’s safe').click();
    for (const question of ['What’s it about?', 'Which language should we speak?', noticeQuestion]) {
      await go(page, 'Continue');
      await waitForQuestion(page, question);
    }
  }

  test('are off unless someone says yes, and are shown whole before and after the choice', async () => {
    const { page, context } = await visit();
    await answerUpToNotice(page);
    const preview = page.locator('figure', { hasText: 'This is the whole email' });
    await preview.getByText(`From: ${sender}`).waitFor();
    await preview.getByText('There is something new for you.').waitFor();
    expect(await page.getByLabel('No, don’t send me anything').isChecked()).toBe(true);
    expect(await page.getByLabel('Name to show as the sender').isVisible()).toBe(false);
    await page.getByText('Yes, you may send me this email').click();
    await go(page, 'Continue');
    await page.getByText('Choose at least one day').first().waitFor();
    await page.getByLabel('Tuesday').check();
    await page.getByLabel('From', { exact: true }).selectOption('10');
    await page.getByLabel('Until', { exact: true }).selectOption('12');
    await page.getByLabel('Your time zone').selectOption('America/Chicago');
    await page.getByLabel('Name to show as the sender').fill('Sam');
    await go(page, 'Continue');
    await waitForQuestion(page, 'Review your answers');
    await page.getByText('Tuesday, 10 AM to 12 PM (Central Time)').waitFor();
    await page.locator('figure').getByText(`From: Sam <${sender}>`).waitFor();
    await go(page, 'Send');
    const code = (await page.locator('.code-words').textContent())?.trim() ?? '';
    const { notice } = (await withCode(app, code).open()).safeContact;
    expect(notice).toEqual({
      days: ['TUESDAY'],
      fromHour: 10,
      untilHour: 12,
      timeZone: 'America/Chicago',
      senderName: 'Sam',
      namesOrganization: false,
    });
    await context.close();
  });

  test('can be turned off with the code', async () => {
    const { code } = await aConsultation(app, { safeContact: noticedContact() });
    const { page, context } = await visit();
    await page.goto('/reply');
    await page.getByLabel('Your words').fill(code);
    await go(page, 'Open');
    await page.getByText('Email when there’s something new: Tuesday and Wednesday, 9 AM to 12 PM').waitFor();
    await page.getByText('Edit', { exact: true }).click();
    await page.getByText('No, don’t send me anything').click();
    await go(page, 'Save');
    await page.getByText('Email when there’s something new: No, don’t send me anything').waitFor();
    expect((await withCode(app, code).open()).safeContact.notice).toBeNull();
    expect(page.url()).not.toContain('luna');
    await context.close();
  });

  test('are announced to the advocate before they write', async () => {
    app.clock.set('2026-12-01T14:02:00Z');
    const { id } = await aConsultation(app, { safeContact: noticedContact() });
    const advocate = await anAdvocate(app);
    await asAdvocate(app, advocate).takeConsultation(id);
    const { page, context } = await newVisit(browser, { baseUrl: app.url });
    await addSession(page, app.url, advocate.cookie);
    await page.goto(`/admin/consultations/${id}`);
    await page.getByText(/If you write now, they’ll get an email on Dec 1/).waitFor();
    await page.getByLabel('Write to the person').fill('Can you come on Friday?');
    await page.getByRole('button', { name: 'Send to the person' }).click();
    await page.getByText(/They’ll get an email on Dec 1/).waitFor();
    await context.close();
    app.clock.release();
  });
});
