import type { Browser, Page, Request } from 'playwright-core';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { aChapter, aSignup } from '../support/factories.js';
import { minutes } from '../support/movable-clock.js';
import { signUpExpectingPlace } from '../support/sign-ups.js';
import {
  anOrganizerWithApp,
  ask,
  aVisitor,
  codeByMail,
  authenticatorCode,
  password,
  withPassword,
} from '../support/visitors.js';
import { addSession, dayFromNow, signInByForm } from './support/admin.js';
import { describeInBrowser, launchBrowser, naturalWidth, newVisit, type Visit } from './support/index.js';

describeInBrowser('an organizer in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let chapterId: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true, config: { TRUST_PROXY: 'true' } });
    browser = await launchBrowser();
    chapterId = (await aChapter(app.db, { name: 'Los Angeles' })).id;
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    app.clock.set(new Date());
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
  });
  afterEach(async () => {
    expect(visit.foreignRequests).toEqual([]);
    await visit.context.close();
  });

  async function signInAs(role: string, name = 'Rosa Delgado'): Promise<void> {
    const { cookie } = await app.signedIn({ role, name, chapterId: role === 'admin' ? null : chapterId });
    await addSession(page, app.url, cookie);
  }

  async function fillEvent(title: string): Promise<void> {
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Date').fill(dayFromNow(12));
    await page.getByLabel('Starts').fill('09:00');
    await page.getByLabel('Ends').fill('12:30');
    await page.getByLabel('Address').fill('1450 W Temple St, Los Angeles');
    await page.getByLabel('What they do').fill('Packing');
    await page.getByLabel('People needed').fill('1');
  }

  test('signs in with an app code and returns to the requested screen', async () => {
    const person = await anOrganizerWithApp(app);
    await page.goto('/admin/events?view=past');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signInByForm(app, page, person);
    await page.getByRole('heading', { level: 1, name: 'Events' }).waitFor();
    expect(new URL(page.url()).search).toBe('?view=past');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto('/admin/events');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  test('asks the organizer to sign in again after the session ended, and continues where she was', async () => {
    const person = await anOrganizerWithApp(app);
    const pendingRequests = new Set<Request>();
    page.on('request', (request) => request.url().endsWith('/graphql') && pendingRequests.add(request));
    page.on('requestfinished', (request) => pendingRequests.delete(request));
    page.on('requestfailed', (request) => pendingRequests.delete(request));
    await page.goto('/admin/');
    await signInByForm(app, page, person);
    await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
    // Waits for pending requests. Otherwise the home screen shows the signed-out message first, and the link is gone.
    await page.getByRole('heading', { name: 'Next event' }).waitFor();
    await eventually(() => pendingRequests.size === 0);
    await app.db.query('DELETE FROM identity.session WHERE account_id = $1', [person.id]);
    await page.getByRole('link', { name: /^Events/ }).click();
    await page.getByText('You were signed out. Sign in to pick up where you left off.').waitFor();
    app.clock.advance(minutes(1));
    await signInByForm(app, page, person);
    await page.getByRole('heading', { level: 1, name: 'Events' }).waitFor();
  });

  test('resets a forgotten password with an emailed code and an app code', async () => {
    const { email, secret } = await anOrganizerWithApp(app);
    await page.goto('/admin/');
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    const mailed = page.getByLabel('Code from the email');
    await mailed.waitFor();
    await mailed.fill(await codeByMail(app, email));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Six-digit code').fill(await authenticatorCode(app, secret));
    await page.getByRole('button', { name: 'Continue' }).click();
    const field = page.getByLabel('New password');
    await field.fill('too short');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByText('Use at least 15 characters.').waitFor();
    await field.fill('another long password of ana');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
    const tried = aVisitor(app);
    expect(refusal(await tried.ask(ask.signIn, { email, password }))).toBe('SIGN_IN_FAILED');
    expect(refusal(await tried.ask(ask.signIn, { email, password: 'another long password of ana' }))).toBeNull();
  });

  test('leaves no readable draft event in the browser, and none at all after sign-out', async () => {
    await signInAs('organizer');
    await page.goto('/admin/events/new');
    await page.getByLabel('Title').fill('Court watch training');
    const drafts = () =>
      page.evaluate(() =>
        Object.entries(localStorage)
          .filter(([key]) => key.includes('-draft.'))
          .map(([, text]) => text),
      );
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('-draft.')));
    expect((await drafts()).join()).not.toContain('Court');
    await page.reload();
    await page.getByText('Court watch training').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await drafts()).toEqual([]);
  });

  test('sets up two-step sign-in at the first sign-in', async () => {
    const { email } = await withPassword(app, { role: 'organizer', chapterId, name: 'Ben Kowalski' });
    await page.goto('/admin/');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const picture = page.getByRole('img', { name: 'QR code for your authenticator app' });
    expect(await naturalWidth(picture)).toBeGreaterThan(0);
    await page.getByLabel('Six-digit code').fill('000000');
    await page.getByRole('button', { name: 'Finish and sign in' }).click();
    await page.getByText('This code is wrong').waitFor();
  });

  test('shows how long to wait after too many tries', async () => {
    await page.goto('/admin/sign-in');
    await page.getByLabel('Email address').fill('nobody@example.org');
    await page.getByLabel('Password', { exact: true }).fill('not the right one at all');
    const answered = () => page.waitForResponse((response) => response.url().endsWith('/graphql'));
    const waiting = page.getByText(/Please wait \d+ (seconds?|minutes?) and try again/);
    for (let tries = 0; tries < 30 && !(await waiting.isVisible()); tries += 1) {
      await Promise.all([answered(), page.getByRole('button', { name: 'Sign in' }).click()]);
      await page.getByRole('alert').waitFor();
    }
    expect(await waiting.isVisible()).toBe(true);
  });

  test('creates and publishes an event in one step and sees who signs up', async () => {
    await signInAs('organizer');
    await page.goto('/admin/');
    await page.getByRole('link', { name: 'New event' }).first().click();
    await fillEvent('Care kit packing');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. People can sign up now.').waitFor();
    await page.getByText('No one has signed up yet').waitFor();

    const id = new URL(page.url()).pathname.split('/').at(-1);
    const [shift] = await app.db.query<{ id: string }>('SELECT id FROM events.shift WHERE event_id = $1', [id]);
    await signUpExpectingPlace(app, { shiftId: shift!.id, name: 'Ana Reyes', email: 'ana@example.org' });
    await signUpExpectingPlace(app, { shiftId: shift!.id, name: 'Marcus Chen', email: 'marcus@example.org' });
    await page.reload();
    await page.getByRole('rowheader', { name: 'Ana Reyes' }).waitFor();
    await page.getByText('Number 1 on the waitlist').waitFor();
    await page.getByText('1 of 1 spot filled').waitFor();

    await page.getByRole('button', { name: 'Actions for Ana Reyes' }).click();
    await page.getByRole('menuitem', { name: 'Remove from the shift' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Ana Reyes was removed and gets an email.').waitFor();
    await page.getByRole('table').getByText('Spot offered').waitFor();

    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Cancel the event' }).click();
    await page.getByRole('button', { name: 'Cancel event and notify everyone' }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByLabel('Reason').fill('The storm closed the hall.');
    await page.getByRole('button', { name: 'Cancel event and notify everyone' }).click();
    await page.getByText('Canceled: The storm closed the hall.').waitFor();
    const [event] = await app.db.query('SELECT status FROM events.event WHERE id = $1', [id]);
    expect(event).toEqual({ status: 'cancelled' });
  });

  test('shows refusals at the fields and restores an unsaved event after a reload', async () => {
    await signInAs('organizer', 'Lucía Hernández');
    await page.goto('/admin/events/new');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Give the event a title.').waitFor();
    await page.locator('[data-path="title"]:focus').waitFor();

    await fillEvent('A quiet evening');
    await page.getByRole('button', { name: 'More details' }).click();
    await page.getByLabel('Languages').getByLabel('Spanish').check();
    await page.getByText(/Saved on this device at/).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Continue editing' }).click();
    expect(await page.getByLabel('Title').inputValue()).toBe('A quiet evening');

    await page.getByLabel('Date').fill('2020-01-01');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('We saved the event as a draft but couldn’t publish it.').waitFor();
    await page.getByText('This date is in the past. Choose a later one.').waitFor();
    await page.locator('[data-path="time.start"]:focus').waitFor();

    await page.getByLabel('Date').fill(dayFromNow(20));
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. People can sign up now.').waitFor();
    const events = await app.db.query(`SELECT status FROM events.event WHERE title = 'A quiet evening'`);
    expect(events).toEqual([{ status: 'published' }]);
  });

  test('adds a person who asked in person, and gives a reason for overlapping shifts', async () => {
    await signInAs('organizer', 'Grace Okafor');
    await page.goto('/admin/events/new');
    await fillEvent('Morning one');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('No one has signed up yet').waitFor();
    const first = new URL(page.url()).pathname.split('/').at(-1);
    const [shift] = await app.db.query<{ id: string }>('SELECT id FROM events.shift WHERE event_id = $1', [first]);
    await aSignup(app.db, { shiftId: shift!.id, name: 'Tomás Aguilar', email: 'tomas@example.org' });

    await page.goto('/admin/events/new');
    await page.getByRole('button', { name: 'Start from your last event' }).click();
    expect(await page.getByLabel('Address').inputValue()).toBe('1450 W Temple St, Los Angeles');
    expect(await page.getByLabel('Date').inputValue()).toBe('');
    await fillEvent('Morning two');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('No one has signed up yet').waitFor();
    await page.getByRole('button', { name: 'Add someone' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Tomás Aguilar');
    await dialog.getByLabel('Email address').fill('tomas@example.org');
    await dialog.getByRole('button', { name: 'Add to shift' }).click();
    await dialog.getByText('This person has another shift at that time').waitFor();
    await dialog.getByText(/Morning one/).waitFor();
    await dialog.getByLabel('Why both are OK').fill('Leaves at half time');
    await dialog.getByRole('button', { name: 'Add anyway' }).click();
    await page.getByRole('rowheader', { name: 'Tomás Aguilar' }).waitFor();
    await page.getByText('Overlaps another shift: Leaves at half time').waitFor();
  });

  test('shows why an email failed and resends it', async () => {
    await signInAs('admin', 'Priya Nair');
    await app.db.query(
      `INSERT INTO notifications.mail (key, template, recipient, status, due_at, attempts, last_error)
       VALUES ('test/1', 'signup-confirm', 'lost@example.org', 'bounced', now(), 1, '550 5.1.1 No such user')`,
    );
    await page.goto('/admin/');
    await page.getByRole('link', { name: '1 email couldn’t be delivered' }).click();
    await page.getByText('550 5.1.1 No such user').waitFor();
    await page.getByRole('button', { name: 'Send again to lost@example.org' }).click();
    await page.getByText('The email to lost@example.org is on its way again.').waitFor();
    await page.getByText('Everything was delivered').waitFor();
    const [mail] = await app.db.query(`SELECT status FROM notifications.mail WHERE key = 'test/1'`);
    expect(mail).toEqual({ status: 'due' });
  });

  test('offers only the sections of her roles', async () => {
    await signInAs('organizer', 'Hannah Weiss');
    await page.goto('/admin/');
    const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    await places.first().waitFor();
    // Without the counts: articles of a release become due for review one day.
    const called = (await places.allInnerTexts()).map((text) => text.split('\n')[0]);
    expect(called).toEqual([
      'Home',
      'Inbox',
      'Events',
      'People',
      'Messages',
      'Giving',
      'Help & learning',
      'Schools',
      'Reports',
      'Settings',
    ]);
    await page.goto('/admin/people');
    await page.getByRole('heading', { level: 1, name: 'This page is for other roles' }).waitFor();
  });
});
