import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { actAsStaff } from '../support/business-operations.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { days } from '../support/movable-clock.js';
import { describeInBrowser, launchBrowser, linkMailedTo, newVisit, signInOnSite, type Visit } from './support/index.js';

describeInBrowser('a business on the public site', () => {
  let sink: MailSink;
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    sink = await startMailSink();
    app = await startApp({ config: { SMTP_URL: sink.url } });
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    page = visit.page;
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await sink.close();
  });
  afterEach(() => expect(visit.foreignRequests).toEqual([]));

  const email = 'ines@harborbakery.example';
  const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const choose = (question: string, answer: string): Promise<void> =>
    page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
  const idOf = (): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
  let business: string;

  test('registers with errors shown at each field and input kept', async () => {
    await page.goto('/business');
    await page.getByRole('link', { name: 'Get started' }).first().click();
    await heading('Sign in');
    await signInOnSite(page, app, sink, email);
    await heading('Register your business');
    await page.getByLabel('Legal name').fill('Harbor Bakery LLC');
    await page.getByLabel('Website').fill('harborbakery.example');
    await page.getByLabel('ZIP code').fill('9073');
    await press('Submit');
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Enter the registration number',
      'Enter the street and number',
      'Enter the city',
      'Enter the state',
      'Enter the name of the person in charge',
      'Enter this person’s job title',
      'Enter a phone number like +1 213 555 0142',
      'Write a few sentences about what you offer',
    ]);
    expect(await page.locator(':focus').getAttribute('class')).toBe('error-summary');
    await page.getByLabel('Registration number').fill('201812345678');
    await page.getByLabel('Street and number').fill('12 Dock Street');
    await page.getByLabel('City').fill('San Pedro');
    await page.getByLabel('State', { exact: true }).fill('CA');
    await page.getByLabel('Name of the person in charge').fill('Rosa Delgado');
    await page.getByLabel('Their job title').fill('Head baker');
    await page.getByLabel('Phone').fill('(213) 555-0142');
    await page.getByLabel('In a few sentences').fill('Two places in the morning shift.');
    await press('Submit');
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual(['Enter a ZIP code like 90033']);
    expect(await page.getByLabel('Legal name').inputValue()).toBe('Harbor Bakery LLC');
    await page.getByLabel('ZIP code').fill('90731');
    await press('Submit');
    await heading('We’ve received it');
    await page.getByText('Thank you! Our team has it now.').waitFor();
    business = idOf();
    expect(await linkMailedTo(app, sink, email, '/business/')).toBe(`/business/${business}`);
  });

  test('verifies its domain by a button; opening the emailed link, as a scanner does, verifies nothing', async () => {
    await page.getByLabel('Mailbox').fill('office@harborbakery.example');
    await press('Send the email');
    await page.getByRole('link', { name: 'Enter only the part before the @' }).waitFor();
    await page.getByLabel('Mailbox').fill('office');
    await press('Send the email');
    await page.getByText('We sent an email to office@harborbakery.example.').waitFor();
    const link = await linkMailedTo(app, sink, 'office@harborbakery.example', '/business/domain/');
    await page.goto(link);
    await page.goto(`${link.split('?')[0]}?did=confirm`);
    await page.goto(`/business/${business}`);
    expect(await page.getByText('Your turn').count()).toBe(1);
    await page.goto(link);
    await press('Yes, it’s our domain');
    await heading('Thank you, your domain is verified');
    await page.getByRole('link', { name: 'To your page' }).click();
    await heading('We’ve received it');
    expect(await page.getByText('Your turn').count()).toBe(0);
    expect(await page.getByLabel('Mailbox').count()).toBe(0);
  });

  test('is approved by two staff members', async () => {
    const [one, two] = [await app.signedIn({ role: 'moderator' }), await app.signedIn({ role: 'moderator' })];
    await actAsStaff(app, one, 'takeBusiness', { id: business });
    for (const kind of ['REGISTRY', 'CALL_BACK']) {
      await actAsStaff(app, one, 'recordEvidence', { id: business, kind, passed: true, source: 'The register' });
    }
    await actAsStaff(app, one, 'approveBusiness', { id: business });
    await page.goto(`/business/${business}`);
    await heading('We’re reviewing it');
    await page.getByText('Approvals: 1 of 2').waitFor();
    await actAsStaff(app, two, 'approveBusiness', { id: business });
    await page.goto(`/business/${business}`);
    await heading('You’re approved');
    await page.getByText('Approved until').first().waitFor();
  });

  test('writes an opportunity, sees warnings before submitting, edits it, and submits it', async () => {
    await page.getByRole('link', { name: 'Opportunities', exact: true }).click();
    await page.getByRole('link', { name: 'Post an opportunity' }).click();
    await page.getByLabel('Title').fill('Morning baker');
    await press('Preview');
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Choose what you offer',
      'Describe what they’ll do there',
      'Enter the town or part of town',
      'Tell us whether an ID is required',
      'Tell us whether you run a background check',
    ]);
    await page.getByText('Paid work, part-time or full-time.').click();
    await page.getByLabel('What will they do?').fill('You bake.\n\n- dough\n\nYou pay a training fee of $200.');
    await page.getByLabel('From, in US dollars').fill('19.50');
    await page.getByLabel('The pay is for').selectOption({ label: 'an hour' });
    await page.getByLabel('Which days and hours?').fill('Monday to Friday, 5 AM to 1 PM');
    await page.getByLabel('Town or part of town').fill('San Pedro');
    await choose('Do they have to show an ID on the first day?', 'No');
    await choose('Do you run a background check?', 'No');
    await press('Preview');
    await heading('Preview');
    await page.getByRole('heading', { name: 'What our team will check' }).waitFor();
    await page.getByText('It seems to ask for money').waitFor();
    await page.getByText('$19.50 an hour').waitFor();
    expect(await page.locator('.preview li', { hasText: 'dough' }).count()).toBe(1);
    expect(await app.db.query('SELECT count(*)::int AS n FROM opportunities.opportunity')).toEqual([{ n: 0 }]);
    await press('Edit');
    expect(await page.getByLabel('From, in US dollars').inputValue()).toBe('19.50');
    await page.getByLabel('What will they do?').fill('You bake with Rosa, who shows you everything.');
    await press('Preview');
    await page.getByText('Our automatic checks found nothing.').waitFor();
    await press('Save draft');
    await page.getByText('Saved as a draft.').waitFor();
    await press('Submit');
    await page.getByText('Submitted. Our team will review it.').waitFor();
  });

  test('is published, gets an email before the end, and renews with one click without signing in', async () => {
    const opportunity = idOf();
    const moderator = await app.signedIn({ role: 'moderator' });
    await app.graphql(
      'mutation ($input: ApproveOpportunityInput!) { approveOpportunity(input: $input) { id } }',
      { input: { id: opportunity, version: 1, harmTags: [], isPublic: false } },
      { cookie: moderator.cookie },
    );
    await page.goto(`/business/${business}/opportunities/${opportunity}`);
    await page.getByText('It’s on the site.').waitFor();
    await page.goto('/opportunities');
    await page.getByRole('link', { name: 'Morning baker' }).waitFor();
    const [{ end } = { end: new Date() }] = await app.db.query<{ end: Date }>(
      'SELECT expires_at AS end FROM opportunities.opportunity WHERE id = $1',
      [opportunity],
    );
    app.clock.set(new Date(end.valueOf() - days(2)));
    await app.runJob('watch-opportunities');
    const link = await linkMailedTo(app, sink, email, '/business/opportunity/');
    const stranger = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    await stranger.page.goto(link);
    await stranger.page.getByRole('heading', { level: 1, name: 'Is this position still open?' }).waitFor();
    const renewed = async (): Promise<boolean> => {
      const sql = 'SELECT expires_at > $2 AS later FROM opportunities.opportunity WHERE id = $1';
      return (await app.db.query<{ later: boolean }>(sql, [opportunity, end]))[0]?.later ?? false;
    };
    expect(await renewed()).toBe(false);
    await stranger.page.getByRole('button', { name: 'Still open: renew it' }).click();
    await stranger.page.getByRole('heading', { level: 1, name: 'Renewed. Thank you for telling us.' }).waitFor();
    expect(await renewed()).toBe(true);
    await stranger.context.close();
    app.clock.release();
  });

  test('changing a verified detail hides the opportunities, with a warning first', async () => {
    await page.goto(`/business/${business}/edit`);
    await page.getByText('your opportunities are hidden until two people on our team approve it').waitFor();
    await press('Save');
    await page.getByText('You didn’t change anything, so nothing was sent.').waitFor();
    await page.getByLabel('In a few sentences').fill('Two places, and a course.');
    await press('Save');
    await heading('You’re approved');
    await page.goto(`/business/${business}/edit`);
    await page.getByLabel('In a few sentences').fill('Three places, and a course.');
    await page.getByLabel('City').fill('Long Beach');
    await page.getByLabel('Phone').fill('123');
    await press('Save');
    await page.getByRole('link', { name: 'Enter a phone number like +1 213 555 0142' }).waitFor();
    expect(await page.getByLabel('In a few sentences').inputValue()).toBe('Three places, and a course.');
    await page.getByLabel('Phone').fill('(213) 555-0142');
    await press('Save');
    await page.getByText('Saved. We’ll review your business again.').waitFor();
    await page.goto('/opportunities');
    expect(await page.getByRole('link', { name: 'Morning baker' }).count()).toBe(0);
  });
});
