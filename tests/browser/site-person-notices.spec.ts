import type { Browser, Page } from 'playwright-core';
import { carrierSettings } from '../support/access-samples.mailbox.js';
import { aConsultation, anAdvocate, asAdvocate, runBypassingTriggers, withCode } from '../support/advocacy.js';
import { startApp, type TestApp } from '../support/app.js';
import { noticedContact, textedContact, textedNumber } from '../support/person-notices.js';
import { addSession } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

const sender = 'post@quiet.example';
const textSender = '+12025550101';

describeInBrowser('emails and texts that say there is something new', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp({
      config: { ...carrierSettings, DISCREET_MAIL_FROM: sender, DISCREET_SMS_FROM: textSender },
    });
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
  const questions = {
    MAIL: 'May we email you when there’s something new?',
    TEXT: 'May we text you when there’s something new?',
  };
  const reach = {
    MAIL: { channel: 'By email', field: 'Email address', value: 'luna@example.net' },
    TEXT: { channel: 'By text message', field: 'Phone number for text messages', value: textedNumber },
  };

  async function answerUpToNotice(page: Page, by: 'MAIL' | 'TEXT'): Promise<void> {
    const { channel, field, value } = reach[by];
    await page.goto('/talk');
    await go(page, 'Start');
    await page.getByLabel('A name to use').fill('Luna');
    await go(page, 'Continue');
    await page.getByText(channel).click();
    await page.getByLabel(field).fill(value);
    await go(page, 'Continue');
    await page.getByText('Yes, that’s safe').click();
    for (const question of ['What’s it about?', 'Which language should we speak?', questions[by]]) {
      await go(page, 'Continue');
      await waitForQuestion(page, question);
    }
  }

  test('are off unless someone says yes, and are shown whole before and after the choice', async () => {
    const { page, context } = await visit();
    await answerUpToNotice(page, 'MAIL');
    const preview = page.locator('figure', { hasText: 'This is the whole email' });
    await preview.getByText(`From: ${sender}`).waitFor();
    await preview.getByText('There is something new for you.').waitFor();
    expect(await page.getByLabel('No, don’t send me anything').isChecked()).toBe(true);
    expect(await page.getByLabel('Name to show').isVisible()).toBe(false);
    await page.getByText('Yes, you may send me this email').click();
    await go(page, 'Continue');
    await page.getByText('Choose at least one day').first().waitFor();
    await page.getByLabel('Tuesday').check();
    await page.getByLabel('From', { exact: true }).selectOption('10');
    await page.getByLabel('Until', { exact: true }).selectOption('12');
    await page.getByLabel('Your time zone').selectOption('America/Chicago');
    await page.getByLabel('Name to show').fill('Sam');
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

  test('as texts show the consent, and reject hours in which texts are illegal', async () => {
    const { page, context } = await visit();
    await answerUpToNotice(page, 'TEXT');
    const preview = page.locator('figure', { hasText: 'This is the whole text' });
    await preview.getByText(`From: ${textSender}`).waitFor();
    expect(await page.getByLabel('No, don’t send me anything').isChecked()).toBe(true);
    await page.getByLabel(/Yes, you may send me this text.*Message and data rates may apply/).check();
    await page.getByLabel('Tuesday').check();
    const chooseHours = async (from: string, until: string, zone: string) => {
      await page.getByLabel('From', { exact: true }).selectOption(from);
      await page.getByLabel('Until', { exact: true }).selectOption(until);
      await page.getByLabel('Your time zone').selectOption(zone);
      await go(page, 'Continue');
    };
    await chooseHours('21', '24', 'America/Chicago');
    await page.locator('#untilHour-error', { hasText: 'only sent from 8 AM to 9 PM. Choose' }).waitFor();
    await page.getByLabel('Name to show').fill('Sam');
    // 5 p.m. in Honolulu is 9 p.m. in Chicago.
    await chooseHours('17', '21', 'Pacific/Honolulu');
    await waitForQuestion(page, 'Review your answers');
    await go(page, 'Send');
    await page.locator('#untilHour-error', { hasText: 'in the area of the number' }).waitFor();
    await chooseHours('10', '12', 'America/Chicago');
    await page.locator('figure').getByText('Sam: There is something new for you.').waitFor();
    await go(page, 'Send');
    const code = (await page.locator('.code-words').textContent())?.trim() ?? '';
    const { channel, value, notice } = (await withCode(app, code).open()).safeContact;
    expect([channel, value, notice!.fromHour]).toEqual(['TEXT', textedNumber, 10]);
    await context.close();
  });

  test('need a yes for each channel: a change from email to texts turns them off', async () => {
    const { code } = await aConsultation(app, { safeContact: noticedContact() });
    const { page, context } = await visit();
    await page.goto('/reply');
    await page.getByLabel('Your words').fill(code);
    await go(page, 'Open');
    await page.getByText('Edit', { exact: true }).click();
    await page.getByText('By text message').click();
    await page.getByLabel('Phone number for text messages').fill(textedNumber);
    await page.getByRole('group', { name: questions.TEXT }).waitFor();
    expect(await page.getByText(questions.MAIL).isVisible()).toBe(false);
    expect(await page.getByLabel('Tuesday').isVisible()).toBe(false);
    await go(page, 'Save');
    await page.getByText('Text when there’s something new: No, don’t send me anything').waitFor();
    expect((await withCode(app, code).open()).safeContact.notice).toBeNull();
    await context.close();
  });

  test('tell the person if someone replied STOP, and need a new yes', async () => {
    const { code, id } = await aConsultation(app, { safeContact: textedContact() });
    await runBypassingTriggers(app, `UPDATE sealed.person_notice SET status = 'stopped' WHERE record_id = $1`, [id]);
    const { page, context } = await visit();
    await page.goto('/reply');
    await page.getByLabel('Your words').fill(code);
    await go(page, 'Open');
    await page.getByText(`Someone replied STOP to our text`).waitFor();
    await page.getByText('Edit', { exact: true }).click();
    expect(await page.locator('#texts-yes').isChecked()).toBe(false);
    await page.getByText('Yes, you may send me this text').click();
    await go(page, 'Save');
    await page.getByText('Text when there’s something new: Tuesday and Wednesday').waitFor();
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
    await page.locator('label[for=notices-no]').click();
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
