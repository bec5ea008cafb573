import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { anAdvocate, anIntroduction, asAdvocate, runBypassingTriggers, withCode } from '../support/advocacy.js';
import { days } from '../support/movable-clock.js';
import { anOpportunity } from '../support/opportunities.js';
import {
  browserHistory,
  describeInBrowser,
  launchBrowser,
  newVisit,
  startPretendWeather,
  createOpportunities,
} from './support/index.js';
import type { Weather } from './support/index.js';

describeInBrowser('applying for an opportunity', () => {
  let app: TestApp;
  let browser: Browser;
  let weather: Weather;
  let slug: string;
  let opportunityId: string;

  beforeAll(async () => {
    weather = await startPretendWeather();
    app = await startApp({ config: { LEAVE_TO: weather.url } });
    browser = await launchBrowser();
    slug = (await createOpportunities(app)).slugs[0] ?? '';
    const [row] = await app.db.query<{ id: string }>('SELECT id FROM opportunities.opportunity WHERE slug = $1', [
      slug,
    ]);
    opportunityId = row?.id ?? '';
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await weather.close();
  });

  const visit = (javaScript = false) =>
    newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript, obeysPolicy: true });
  const go = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();
  const waitForQuestion = (page: Page, question: string) =>
    page.getByRole('heading', { level: 1, name: question }).waitFor();
  const applications = async () =>
    Number((await runBypassingTriggers<{ n: string }>(app, 'SELECT count(*) AS n FROM sealed.application'))[0]?.n);

  async function begin(page: Page): Promise<void> {
    await page.goto(`/opportunities/${slug}`);
    await page.getByRole('link', { name: 'I’m interested' }).last().click();
    await waitForQuestion(page, 'Before you begin');
    await go(page, 'Start');
    await waitForQuestion(page, 'What should we call you?');
  }

  async function answerAll(page: Page): Promise<void> {
    await begin(page);
    await page.getByLabel('A name to use').fill('Luna');
    await go(page, 'Continue');
    await waitForQuestion(page, 'What’s a safe way to reach you?');
    await page.getByText('I’ll come back here with a code').click();
    await go(page, 'Continue');
    await waitForQuestion(page, 'Is there anything we should know?');
    await page.getByRole('textbox').fill('Mornings are best.\nI can start soon.');
    await go(page, 'Continue');
    await waitForQuestion(page, 'Review your answers');
  }

  const codeOn = async (page: Page) => (await page.locator('.code-words').textContent())?.trim() ?? '';

  test('takes at most four short pages, stores nothing before the last, and ends with four code words', async () => {
    const { page, context, foreignRequests } = await visit();
    const before = await applications();
    await answerAll(page);
    await page.getByText('Mornings are best.').waitFor();
    expect(await applications()).toBe(before);
    await go(page, 'Send');
    await waitForQuestion(page, 'Your words');
    const code = await codeOn(page);
    expect(code.split(/[\s-]+/)).toHaveLength(4);
    expect(await applications()).toBe(before + 1);
    expect(await withCode(app, code).open()).toMatchObject({
      nameToUse: 'Luna',
      safeContact: { channel: 'CODE', value: null },
      opportunityTitle: 'Prep cook, weekday mornings',
    });
    // One URL for all pages without input in it, no cookie, no other host.
    const { addresses } = await browserHistory(page);
    expect([...new Set(addresses.slice(1))]).toEqual([`/opportunities/${slug}`, `/opportunities/${slug}/apply`]);
    expect(await page.title()).toBe('A few questions');
    expect(await context.cookies()).toEqual([]);
    expect(foreignRequests).toEqual([]);
    await page.reload();
    expect(await codeOn(page)).toBe(code);
    expect(await applications()).toBe(before + 1);
    await context.close();
  });

  test.each([{ javaScript: true }, { javaScript: false }])(
    'after leaving, Back shows no input (scripts: $javaScript)',
    async ({ javaScript }) => {
      const { page, context } = await visit(javaScript);
      await answerAll(page);
      const entries = (await browserHistory(page)).addresses.length;
      await page.getByRole('link', { name: 'Exit now' }).click();
      await page.waitForURL(`${weather.url}/`);
      // With scripts, the left page is no longer a history entry.
      expect((await browserHistory(page)).addresses.length).toBe(javaScript ? entries : entries + 1);
      // The browser can show only its own prompt to resubmit the form.
      for (let step = 0; step < (javaScript ? 3 : 4); step += 1) {
        await page.goBack().catch(() => undefined);
        await page.waitForURL('chrome-error://chromewebdata/');
      }
      await context.close();
    },
  );

  test('errors are shown at the field, Back and Change keep input, and the language can change midway', async () => {
    const { page, context } = await visit();
    await begin(page);
    await go(page, 'Continue');
    await page.getByRole('alert').getByRole('link', { name: 'Write a name to use' }).waitFor();
    await page.getByLabel('A name to use').fill('Luna');
    await page.keyboard.press('Enter');
    await waitForQuestion(page, 'What’s a safe way to reach you?');
    await go(page, 'Continue');
    await page.getByRole('alert').getByRole('link', { name: 'Choose a way to reach you' }).waitFor();
    await page.getByText('By phone call').click();
    await page.getByLabel('Phone number for calls').fill('soon');
    await go(page, 'Continue');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Phone number for calls').inputValue()).toBe('soon');
    await page.getByLabel('Phone number for calls').fill('(213) 555-0142');
    await page.getByLabel('When is it safe?').fill('weekdays before noon');
    await go(page, 'Español');
    await waitForQuestion(page, '¿Cuál es una manera segura de contactarte?');
    expect(await page.getByLabel('Teléfono para llamadas').inputValue()).toBe('(213) 555-0142');
    await go(page, 'Continuar');
    await waitForQuestion(page, 'Si no contestas, ¿podemos dejar recado?');
    await page.getByText('No, por favor').click();
    await go(page, 'Continuar');
    await page.getByText('Pregunta 4 de 4').waitFor();
    await go(page, 'Atrás');
    await waitForQuestion(page, 'Si no contestas, ¿podemos dejar recado?');
    expect(await page.getByLabel('No, por favor').isChecked()).toBe(true);
    await go(page, 'Continuar');
    await go(page, 'Continuar');
    await waitForQuestion(page, 'Revisa tus respuestas');
    await page.getByRole('button', { name: /Cambiar.*llamemos/ }).click();
    await page.getByLabel('Un nombre para usar').fill('Sol');
    await go(page, 'Continuar');
    await waitForQuestion(page, 'Revisa tus respuestas');
    await go(page, 'Enviar');
    await waitForQuestion(page, 'Tus palabras');
    expect(await withCode(app, await codeOn(page)).open()).toMatchObject({
      nameToUse: 'Sol',
      safeContact: { channel: 'CALL', value: '+12135550142', when: 'weekdays before noon', mayLeaveMessage: false },
    });
    await context.close();
  });

  test('keeps the input if the opportunity is filled meanwhile', async () => {
    const { page, context } = await visit();
    const gone = await anOpportunity(app.db, { title: 'Soon filled' });
    await page.goto(`/opportunities/${gone.slug}/apply`);
    await go(page, 'Start');
    await page.getByLabel('A name to use').fill('Luna');
    await go(page, 'Continue');
    await page.getByText('I’ll come back here with a code').click();
    await go(page, 'Continue');
    await page.getByRole('textbox').fill('My own words');
    await app.db.query("UPDATE opportunities.opportunity SET status = 'filled' WHERE id = $1", [gone.id]);
    await go(page, 'Continue');
    await go(page, 'Send');
    await page.getByText('This opportunity has closed', { exact: false }).waitFor();
    await page.getByText('My own words').waitFor();
    expect((await fetch(`${app.url}/opportunities/${gone.slug}/apply`)).status).toBe(404);
    await context.close();
  });

  async function anAnswered(): Promise<{ code: string; id: string; desk: ReturnType<typeof asAdvocate> }> {
    const { data } = await app.graphql<{ applyToOpportunity: { replyCode: string } }>(
      'mutation ($input: ApplyInput!) { applyToOpportunity(input: $input) { replyCode } }',
      { input: { opportunityId, nameToUse: 'Luna', safeContact: { channel: 'CODE' } } },
    );
    const [row] = await runBypassingTriggers<{ id: string }>(
      app,
      'SELECT id FROM sealed.application ORDER BY created_at DESC LIMIT 1',
    );
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(row!.id);
    return { code: data.applyToOpportunity.replyCode, id: row!.id, desk };
  }

  async function returnByCode(page: Page, code: string): Promise<void> {
    await page.goto('/reply');
    await page.getByLabel('Your words').fill(code);
    await go(page, 'Open');
    await waitForQuestion(page, 'Hello, Luna');
  }

  test("says that we aren't working with the business right now and what to do, but not why", async () => {
    const made = await anIntroduction(app);
    await app.db.query(
      `UPDATE opportunities.business SET status = 'suspended', status_reason = 'A complaint', approved_until = NULL
       WHERE id = $1`,
      [made.member.businessId],
    );
    const { page, context } = await visit();
    await returnByCode(page, made.code);
    await page.getByRole('heading', { name: 'We’re not working with this business right now' }).waitFor();
    await page.getByText('We share nothing with them now', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'See help lines' }).waitFor();
    await page.getByRole('link', { name: 'See other opportunities' }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/complaint|suspend|The business knows/i);
    await context.close();
  });

  test('links onward from a closed opportunity', async () => {
    const { page, context } = await visit();
    await page.goto('/opportunities/closed-x1');
    await page.getByRole('heading', { level: 1, name: 'This opportunity is no longer available' }).waitFor();
    await page.getByRole('link', { name: 'I have a code' }).waitFor();
    await context.close();
  });

  test('the code opens the record to read, reply once, and update contact details', async () => {
    const { code, id, desk } = await anAnswered();
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Hello Luna, when can we talk?' });
    const { page, context } = await visit();
    await returnByCode(page, code.toUpperCase());
    await page.getByText('Hello Luna, when can we talk?').waitFor();
    await page.getByLabel('Write to your advocate').fill('Tuesday at nine.');
    await go(page, 'Send');
    await page.getByRole('status').filter({ hasText: 'Sent.' }).waitFor();
    await page.reload();
    expect((await withCode(app, code).open()).messages.map(({ body }) => body)).toEqual([
      'Hello Luna, when can we talk?',
      'Tuesday at nine.',
    ]);
    await page.getByText('Edit', { exact: true }).click();
    await page.getByText('By email').click();
    await page.getByLabel('Email address').fill('luna@');
    await go(page, 'Save');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Email address').inputValue()).toBe('luna@');
    await page.getByLabel('Email address').fill('luna@example.org');
    await go(page, 'Save');
    await page.getByText('We’ll reach you this way from now on.', { exact: false }).waitFor();
    expect((await withCode(app, code).open()).safeContact).toMatchObject({
      channel: 'MAIL',
      value: 'luna@example.org',
    });
    const { addresses } = await browserHistory(page);
    expect([...new Set(addresses.slice(1))]).toEqual(['/reply']);
    expect(await page.title()).toBe('Coming back');
    await context.close();
  });

  test('a consent names the shared details, recipient and end date, and takes one click to give or withdraw', async () => {
    const { code, id, desk } = await anAnswered();
    await desk.proposeConsent({
      applicationId: id,
      shares: 'First name, and that mornings are best.',
      expiresAt: new Date(app.clock.now().valueOf() + days(20)).toISOString(),
    });
    const { page, context } = await visit();
    await returnByCode(page, code);
    await page.getByRole('heading', { name: 'May we share this with Harbor Bakery?' }).waitFor();
    await page.getByText('First name, and that mornings are best.').waitFor();
    await page.getByText('Your answer doesn’t affect the help you get from us.', { exact: false }).waitFor();
    await go(page, 'Yes, you may share it');
    await page.getByRole('heading', { name: 'Harbor Bakery can see this:' }).waitFor();
    expect((await desk.open(id))?.liveConsent).toBe(true);
    await go(page, 'Withdraw consent');
    await page.getByText('They can’t see it anymore.', { exact: false }).first().waitFor();
    expect((await desk.open(id))?.liveConsent).toBe(false);
    await context.close();
  });

  test('everything can be deleted after one confirmation', async () => {
    const { code } = await anAnswered();
    const { page, context } = await visit();
    await returnByCode(page, code);
    await go(page, 'Delete everything');
    await waitForQuestion(page, 'Delete everything?');
    await go(page, 'No, keep it');
    await waitForQuestion(page, 'Hello, Luna');
    await go(page, 'Delete everything');
    await go(page, 'Yes, delete everything');
    await waitForQuestion(page, 'Everything is deleted');
    await page.goto('/reply');
    await page.getByLabel('Your words').fill(code);
    await go(page, 'Open');
    await page.getByRole('alert').getByRole('link', { name: 'This code isn’t right' }).waitFor();
    expect(await page.getByLabel('Your words').inputValue()).toBe(code);
    await context.close();
  });
});
