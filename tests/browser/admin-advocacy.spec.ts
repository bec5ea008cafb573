import type { Browser, Page } from 'playwright-core';
import {
  aConsultation,
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  actAsBusiness,
  withCode,
  type SignedIn,
} from '../support/advocacy.js';
import { startApp, type TestApp } from '../support/app.js';
import { actAsStaff } from '../support/business-operations.js';
import { aBusinessPerson, anOpportunity } from '../support/opportunities.js';
import { addSession, waitUntilLoaded } from './support/admin.js';
import { requestConsultation } from './support/consultation.js';
import { describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

/** Must never appear in a URL, a title, or browser storage. */
const secrets = ['Luna', '310 555 0123', 'I can start soon', 'Two years in a kitchen', 'he took my papers'];

describeInBrowser('an advocate in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let advocate: SignedIn;
  let addresses: string[];

  beforeAll(async () => {
    app = await startApp({ safelisted: true, config: { TRUST_PROXY: 'true' } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    addresses = [];
    page.on('request', (request) => addresses.push(request.url()));
    advocate = await anAdvocate(app);
    await addSession(page, app.url, advocate.cookie);
  });
  afterEach(async () => {
    expect(visit.foreignRequests).toEqual([]);
    await visit.context.close();
  });

  async function leftTraces(): Promise<string> {
    const storage = await page.evaluate(async () =>
      JSON.stringify([
        document.title,
        location.href,
        { ...localStorage },
        { ...sessionStorage },
        history.state,
        await indexedDB.databases(),
        await caches.keys(),
      ]),
    );
    return decodeURIComponent(`${storage} ${addresses.join(' ')}`);
  }

  test('an advocate introduces a person with their consent, and the business answers', async () => {
    const member = await aBusinessPerson(app, { name: 'Golden Crust Bakery' });
    const { id: opportunityId } = await anOpportunity(app.db, { businessId: member.businessId });
    const { code } = await anApplication(app, { opportunityId });
    await page.goto('/admin/');
    await page.getByRole('link', { name: '1 new application without an advocate' }).click();
    await page.getByRole('link', { name: 'Baker' }).click();
    // An application stays unread until an advocate takes it or gives a reason.
    await page.getByText('Not opened yet').waitFor();
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await page.getByRole('heading', { level: 1, name: 'Luna' }).waitFor();
    await page.getByText('No. Don’t write first').waitFor();
    expect(await page.title()).toBe('Application · Admin');

    await page.getByLabel('Write to the person').fill('Hello Luna, mornings or evenings?');
    await page.getByRole('button', { name: 'Send to the person' }).click();
    await page.getByRole('listitem').filter({ hasText: 'mornings or evenings' }).waitFor();
    expect(await page.getByLabel('Write to the person').inputValue()).toBe('');
    await page.getByText('You need a valid consent to introduce this person.').waitFor();

    await page.getByRole('button', { name: 'Ask for consent' }).click();
    await page.getByLabel('What they can see').fill('Two years in a kitchen, looking for mornings.');
    await page.getByRole('button', { name: 'Ask the person' }).click();
    await page.getByText('Waiting for an answer').waitFor();

    const person = withCode(app, code);
    const record = await person.open();
    expect(record.messages.map(({ body }) => body)).toEqual(['Hello Luna, mornings or evenings?']);
    await person.giveConsent({ consentId: record.consents[0]!.id });
    await person.answer({ body: 'Mornings.' });
    await page.getByRole('button', { name: 'Check for new messages' }).click();
    await page.getByText('Mornings.', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Introduce', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name for the business').fill('L.');
    await dialog.getByLabel('Availability').fill('Weekday mornings');
    const preview = dialog.getByRole('region', { name: 'What Golden Crust Bakery will see' });
    const shown = await preview.innerText();
    await dialog.getByRole('button', { name: 'Introduce now' }).click();
    await page.getByText('No answer yet').waitFor();

    // The preview matched what the business sees, and the name known to the advocate is not in it.
    const desk = actAsBusiness(app, member);
    const [introduction] = await desk.list(member.businessId);
    for (const part of [introduction!.alias, introduction!.shares, introduction!.availability ?? '']) {
      expect(shown).toContain(part);
    }
    expect(JSON.stringify(introduction)).not.toContain('Luna');
    await desk.answer({ id: introduction!.id, answer: 'INTERESTED' });
    await desk.write({ introductionId: introduction!.id, body: 'Could L. come on Tuesday?' });
    await page.getByRole('button', { name: 'Check for new messages' }).click();
    await page.getByText('Interested', { exact: true }).waitFor();
    await page.getByText('Could L. come on Tuesday?').waitFor();

    await page.getByRole('button', { name: 'Withdraw consent' }).click();
    await page.getByRole('button', { name: 'Withdraw now' }).click();
    await page.getByText('The consent has ended. The business can’t see any of this anymore.').waitFor();
    expect(await desk.list(member.businessId)).toEqual([]);

    await page.getByRole('link', { name: 'Applications', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Applications' }).waitFor();
    const reading = page.waitForRequest((request) => request.postData()?.includes('query SealedApplication(') ?? false);
    await Promise.all([reading, page.goBack()]);
    await page.getByRole('heading', { level: 1, name: 'Luna' }).waitFor();
    for (const secret of secrets) expect(await leftTraces()).not.toContain(secret);
  });

  test('an advocate sees on the home screen that a business was suspended, reads why, and acknowledges it', async () => {
    const made = await anIntroduction(app);
    await asAdvocate(app, advocate).take(made.id, 'Priya is away.');
    await actAsStaff(app, await app.signedIn({ role: 'moderator' }), 'suspendBusiness', {
      id: made.member.businessId,
      reason: 'Wages were not paid.',
    });
    await app.runJob('make-action-items');
    await page.goto('/admin/');
    await page.getByRole('link', { name: '1 application affected by a closed business or opportunity' }).click();
    await page.getByRole('link', { name: 'Baker' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'The business was suspended' });
    await alert.getByText('Wages were not paid.', { exact: false }).waitFor();
    await page.getByText('so it can’t see this, and you can’t write to it', { exact: false }).waitFor();
    await alert.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('Acknowledged by Ada Reyes', { exact: false }).waitFor();
    await page.goto('/admin/applications?view=attention');
    await page.getByText('None of your applications is affected', { exact: false }).waitFor();
  });

  test("an advocate must give a reason before reading a colleague's record, and the read is logged", async () => {
    const { id } = await anApplication(app);
    await asAdvocate(app, await anAdvocate(app, 'Priya Nair')).take(id);
    await page.goto(`/admin/applications/${id}`);
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await page.getByText('A colleague has it, or it’s closed.').waitFor();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByLabel('Why do you need to read it?').fill('I stand in for Priya this week.');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Luna' }).waitFor();
    await page.getByText('Assigned to Priya Nair').waitFor();
    expect(await page.getByLabel('Write to the person').count()).toBe(0);

    await page.getByRole('link', { name: 'Applications', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Applications' }).waitFor();
    await page.goBack();
    await page.getByText('Not opened yet').waitFor();
    expect(await page.getByText('I can start soon.').count()).toBe(0);

    await page.goto(`/admin/trail?record=${id}`);
    await page.getByText('I stand in for Priya this week.').waitFor();
    await page.getByRole('button', { name: 'Check the entire log' }).click();
    await page.getByText(/^Yes\. All [\d,]+ rows are unchanged/).waitFor();

    await page.getByRole('link', { name: 'Priya Nair' }).first().click();
    await page.getByText('Showing only actions by Priya Nair.').waitFor();
    // The old rows stay visible until the new ones arrive.
    await page.getByText('I stand in for Priya this week.').waitFor({ state: 'detached' });
  });

  test('an advocate applies for a person, who gets the code from her', async () => {
    await anOpportunity(app.db, { title: 'Night gardener', business: { name: 'Green Hands' } });
    await page.goto('/admin/applications/new');
    await page.getByRole('button', { name: 'Send application' }).click();
    await page.getByText('Please fill this in.').first().waitFor();
    await page.getByLabel('Opportunity *').selectOption({ label: 'Night gardener – Green Hands, Los Angeles' });
    await page.getByLabel('Name to use').fill('Sol');
    await page.getByLabel('By phone call').check();
    await page.getByLabel('Phone number').fill('213 555 0142');
    await page.getByRole('radio', { name: 'No', exact: true }).check();
    await page.getByRole('button', { name: 'Send application' }).click();
    await page.getByRole('heading', { level: 1, name: 'Give this code to the person' }).waitFor();
    const code = await page.getByLabel('Reply code').innerText();
    const record = await withCode(app, code).open();
    expect(record).toMatchObject({ nameToUse: 'Sol', safeContact: { channel: 'CALL', mayLeaveMessage: false } });
    expect(await leftTraces()).not.toContain(code);
  });

  test('an advocate decrypts a browser-sealed text with her passphrase, only while she is at the screen', async () => {
    const passphrase = 'kalu meri toba nisu fepa golu radi';
    await page.goto('/admin/keys');
    await page.getByLabel('Passphrase', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Create my key' }).click();
    await page.getByText('Use at least 15 characters.').waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.getByLabel('Confirm passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Create my key' }).click();
    await page.getByText('Your key is unlocked on this page.').waitFor();
    await page.getByRole('button', { name: 'Create the team’s key' }).click();
    await page.getByText('You have it.').waitFor();

    const id = await requestConsultation(app, browser, 'Sí, he took my papers.');
    const requestBodies: string[] = [];
    page.on('request', (request) => requestBodies.push(request.postData() ?? ''));

    await page.clock.install();
    await page.goto(`/admin/consultations/${id}`);
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await page.getByText('Our server can’t read it, but your key can.').waitFor();
    await page.getByLabel('Your passphrase').fill('not this one at all');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('That isn’t your key’s passphrase.').waitFor();
    await page.getByLabel('Your passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('Sí, he took my papers.').waitFor();
    expect(requestBodies.join()).not.toContain(passphrase);
    expect(requestBodies.join()).not.toContain('he took my papers');

    await page.clock.fastForward('14:00');
    expect(await page.getByText('Sí, he took my papers.').count()).toBe(1);
    await page.clock.fastForward('02:00');
    await page.getByLabel('Your passphrase').waitFor();
    expect(await page.getByText('he took my papers').count()).toBe(0);

    // Leaving the desk locks it without waiting for the timeout.
    await page.getByLabel('Your passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('Sí, he took my papers.').waitFor();
    await page.getByRole('button', { name: 'Lock now' }).click();
    await page.getByLabel('Your passphrase').waitFor();
    expect(await page.getByText('he took my papers').count()).toBe(0);
    for (const secret of [...secrets, passphrase]) expect(await leftTraces()).not.toContain(secret);
  });

  test("an advocate shares the team's key with a colleague, who reads the text with her own passphrase", async () => {
    const priya = await anAdvocate(app, 'Priya Nair');
    const colleaguesVisit = await newVisit(browser, { baseUrl: app.url });
    await addSession(colleaguesVisit.page, app.url, priya.cookie);
    const makeKey = async (at: Page, passphrase: string) => {
      await at.goto('/admin/keys');
      await at.getByLabel('Passphrase', { exact: true }).fill(passphrase);
      await at.getByLabel('Confirm passphrase').fill(passphrase);
      await at.getByRole('button', { name: 'Create my key' }).click();
      await at.getByText('Your key is unlocked on this page.').waitFor();
      return at.getByRole('region', { name: 'My key' }).locator('dt + dd:not(:empty)').innerText();
    };
    const letters = await makeKey(colleaguesVisit.page, 'priyas own seven odd words');
    await makeKey(page, 'another seven odd words here');
    await page.getByRole('button', { name: /Create (the team’s key|a new team key)/ }).click();
    const again = page.getByRole('button', { name: 'Create key', exact: true });
    await page.getByText('You have it.').or(again).waitFor();
    if (await again.isVisible()) await again.click();
    await page.getByText('You have it.').waitFor();
    await page.getByRole('button', { name: 'Share with Priya Nair' }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(letters).waitFor();
    await dialog.getByRole('button', { name: 'It matches: share' }).click();
    await page.getByText('Priya Nair has the team’s key now.').waitFor();

    const id = await requestConsultation(app, browser, 'Only for us.');
    await colleaguesVisit.page.goto(`/admin/consultations/${id}`);
    await colleaguesVisit.page.getByRole('button', { name: 'Assign to me' }).click();
    await colleaguesVisit.page.getByLabel('Your passphrase').fill('priyas own seven odd words');
    await colleaguesVisit.page.getByRole('button', { name: 'Unlock' }).click();
    await colleaguesVisit.page.getByText('Only for us.').waitFor();
    await colleaguesVisit.context.close();
  });

  test("an advocate schedules an appointment in the person's time zone", async () => {
    const { id, code } = await aConsultation(app);
    await page.goto(`/admin/consultations/${id}`);
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await page.getByRole('button', { name: 'Schedule appointment' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Day').fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
    await dialog.getByRole('textbox', { name: 'Time' }).fill('15:30');
    await dialog.getByRole('combobox', { name: 'Time zone' }).fill('Los Angeles');
    await page.getByRole('option', { name: /Los Angeles/ }).click();
    await dialog.getByText(/For you: .* 6:30 PM/).waitFor();
    await dialog.getByRole('button', { name: 'Save appointment' }).click();
    await page.getByText(/3:30 PM, Pacific Time/).waitFor();
    expect(await withCode(app, code).open()).toMatchObject({ timeZone: 'America/Los_Angeles', appointmentMinutes: 45 });
    const calendar = await page.request.get(`/advocacy/appointments/${id}.ics`);
    expect(await calendar.text()).not.toContain('Luna');
  });

  test('an advocate reads why an appointment was refused even if the error belongs to no form field', async () => {
    const { id } = await aConsultation(app);
    await page.goto(`/admin/consultations/${id}`);
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await page.getByRole('button', { name: 'Schedule appointment' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Day').fill('2020-02-03');
    await dialog.getByRole('textbox', { name: 'Time' }).fill('15:30');
    await dialog.getByRole('button', { name: 'Save appointment' }).click();
    await dialog.getByRole('alert').getByText('at: This date is in the past.').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Time' }).inputValue()).toBe('15:30');
  });

  test('an administrator who is not an advocate sees only the access log', async () => {
    const { id } = await anApplication(app, { note: 'A canary in the note' });
    const { cookie } = await app.signedIn({ role: 'admin', name: 'Theo Admin' });
    await page.context().clearCookies();
    await addSession(page, app.url, cookie);
    await page.goto('/admin/');
    await waitUntilLoaded(page);
    const navLinks = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    expect(await navLinks.allInnerTexts()).not.toContain('Applications');
    for (const path of ['applications', 'applications/new', `applications/${id}`, 'consultations', 'keys']) {
      await page.goto(`/admin/${path}`);
      await page.getByRole('heading', { level: 1, name: 'This page is for other roles' }).waitFor();
    }
    await page.goto(`/admin/trail?record=${id}`);
    await page.getByRole('rowheader', { name: /^Sent/ }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('canary');
    await page.goto('/admin/report');
    await page.getByText('fewer than 5').first().waitFor();
  });
});
