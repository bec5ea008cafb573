import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { anOrganizerWithApp, password, withPassword } from '../support/visitors.js';
import { aRequestAndAHold } from '../support/peoples-data.js';
import { aServiceImport } from '../support/services.js';
import {
  addSession,
  dayFromNow,
  openScreen,
  waitUntilLoaded,
  signInByForm,
  waitForAnimations,
} from './support/admin.js';
import { tabTo, tabToField } from './support/keyboard.js';
import {
  adminAppearances,
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  findOffCenter,
  findOutsidePanel,
  sidewaysScroll,
  widths,
  type Width,
} from './support/index.js';

describeInBrowser('every organizer screen', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;
  let screens: Record<string, string>;

  beforeAll(async () => {
    app = await startApp({ safelisted: true, config: { TRUST_PROXY: 'true' } });
    browser = await launchBrowser();
    const chapter = await aChapter(app.db, { name: 'Los Angeles' });
    await aChapter(app.db, { name: 'San Diego' });
    const soon = new Date(`${dayFromNow(4)}T17:00:00Z`);
    const event = await anEvent(app.db, {
      chapterId: chapter.id,
      title: 'Care kit packing',
      startsAt: soon,
      endsAt: new Date(soon.valueOf() + 3 * 3_600_000),
    });
    const packing = await aShift(app.db, { eventId: event.id, role: 'Packing', capacity: 12 });
    await aSignup(app.db, { shiftId: packing.id, name: 'Ana Reyes', email: 'ana@example.org' });
    await aSignup(app.db, {
      shiftId: packing.id,
      name: 'Lucía Hernández',
      email: 'lucia@example.org',
      locale: 'es',
      proven: false,
    });
    const desk = await aShift(app.db, { eventId: event.id, role: 'Welcome desk', capacity: 1 });
    await aSignup(app.db, { shiftId: desk.id, name: 'Marcus Chen', email: 'marcus@example.org', status: 'offered' });
    await aSignup(app.db, { shiftId: desk.id, name: 'Grace Okafor', email: 'grace@example.org', status: 'waitlisted' });
    const draft = await anEvent(app.db, { chapterId: chapter.id, title: 'Court watch training', status: 'draft' });
    const off = await anEvent(app.db, { chapterId: chapter.id, title: 'Beach cleanup', status: 'cancelled' });
    await app.db.query(
      `INSERT INTO notifications.mail (key, template, recipient, status, due_at, attempts, last_error) VALUES
         ('a', 'signup-confirm', 'a.rather.long.address.of.somebody@mail.example.org', 'bounced', now(), 1, '550 5.1.1 No such user'),
         ('b', 'reminder-day-before', 'ana@example.org', 'sent', now(), 1, NULL)`,
    );
    ({ cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado', email: 'rosa@example.org' }));
    await aRequestAndAHold(app.db);
    const message = async (status: 'scheduled' | 'started') => {
      const [row] = await app.db.query<{ id: string }>(
        `INSERT INTO events.event_message (event_id, audience, subject, body, created_at, send_at, started_at)
         VALUES ($1, 'everyone', 'Where to park', 'Hi {name}, park behind the hall.', now(), now() + interval '1 day',
           CASE WHEN $2 = 'started' THEN now() END) RETURNING id`,
        [event.id, status],
      );
      return row!.id;
    };
    const scheduled = await message('scheduled');
    const started = await message('started');
    await app.db.query(
      `INSERT INTO events.event_message_recipient (message_id, signup_id, left_out)
       SELECT $1, id, CASE WHEN name = 'Grace Okafor' THEN 'no_email' END FROM events.signup`,
      [started],
    );
    screens = {
      home: '/admin/',
      events: '/admin/events?view=all',
      'events with filters': '/admin/events?status=PUBLISHED&free=1',
      'no event found': '/admin/events?text=zzzz',
      'new event': '/admin/events/new',
      event: `/admin/events/${event.id}`,
      'event, one shift': `/admin/events/${event.id}?shift=${desk.id}&status=all`,
      'draft event': `/admin/events/${draft.id}`,
      'cancelled event': `/admin/events/${off.id}`,
      'message people': `/admin/events/${event.id}/messages/new`,
      'messages of an event': `/admin/events/${event.id}/messages`,
      'a scheduled message': `/admin/events/${event.id}/messages/${scheduled}`,
      'a message': `/admin/events/${event.id}/messages/${started}`,
      'calendar of events': '/admin/events/calendar',
      'find people': `/admin/events/${event.id}/find-people?shift=${desk.id}`,
      'emergency contacts': `/admin/events/${event.id}/emergency-contacts`,
      'edit event': `/admin/events/${event.id}/edit`,
      'print sheet': `/admin/events/${event.id}/print`,
      'help lines': '/admin/help-lines',
      'messages from the site': '/admin/site-messages',
      photos: '/admin/photos',
      'new help line': '/admin/help-lines/new',
      services: '/admin/services',
      'new service': '/admin/services/new',
      'files of services': '/admin/services/files',
      'a file of services': `/admin/services/files/${await aServiceImport(app.db)}`,
      'mail log': '/admin/mail',
      'security events': '/admin/security',
      'staff actions': '/admin/staff-actions',
      health: '/admin/health',
      people: '/admin/people',
      'requests about data': '/admin/peoples-data',
      'legal holds': '/admin/peoples-data/holds',
      'how long data is kept': '/admin/peoples-data/kept',
      chapters: '/admin/chapters',
      account: '/admin/account',
    };
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each(adminAppearances)('has no accessibility violations: $locale, $width', async ({ locale, width }) => {
    const visit = await newVisit(browser, { baseUrl: app.url, locale, width });
    const { page } = visit;
    await page.goto('/admin/sign-in');
    await waitUntilLoaded(page);
    const findings: Record<string, string[]> = {};
    const look = async (name: string) => {
      const found = await axeFindings(page);
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      if (width === 'desktop' && locale === 'es-US') found.push(...(await findOutsidePanel(page)));
      if ((await page.locator('html').getAttribute('lang')) !== locale.slice(0, 2)) found.push('wrong language');
      if (found.length > 0) findings[name] = found;
    };
    await look('sign-in');
    await addSession(page, app.url, cookie);
    for (const [name, path] of Object.entries(screens)) {
      await openScreen(page, path);
      await look(name);
    }
    await openScreen(page, '/admin/no/such/screen', { isThere: false });
    await look('not there');
    expect(findings).toEqual({});
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.pageErrors).toEqual([]);
    await visit.context.close();
  });

  test.each(Object.keys(widths) as Width[])(
    'has no accessibility violations in dialogs, menus and forms with errors: %s',
    async (width) => {
      const { page, context } = await newVisit(browser, { baseUrl: app.url, width });
      await addSession(page, app.url, cookie);
      const findings: Record<string, string[]> = {};
      const look = async (name: string) => {
        await waitForAnimations(page);
        const found = await axeFindings(page);
        if (width === 'desktop') found.push(...(await findOffCenter(page)));
        if (found.length > 0) findings[name] = found;
      };
      const dialog = page.getByRole('dialog');

      await openScreen(page, '/admin/events/new?step=review');
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('Give the event a title.').waitFor();
      await look('form with errors');
      // On phones the last step shows a summary instead.
      if (width === 'desktop') await page.getByRole('button', { name: 'Preview' }).click();
      if (width === 'desktop') await dialog.waitFor();
      await look('preview');

      await openScreen(page, screens['event']!);
      await page.getByRole('button', { name: 'Actions for Ana Reyes' }).click();
      await page.getByRole('menuitem').first().waitFor();
      await look('menu');
      for (const item of ['Send a message', 'Move to another shift', 'Remove from the shift']) {
        await openScreen(page, screens['event']!);
        await page.getByRole('button', { name: 'Actions for Ana Reyes' }).click();
        await page.getByRole('menuitem', { name: item }).click();
        await dialog.waitFor();
        await look(item);
      }
      await openScreen(page, screens['event']!);
      await page.getByRole('button', { name: 'Add someone' }).click();
      await dialog.getByRole('button', { name: 'Add to shift' }).click();
      await look('add someone, with errors');

      await openScreen(page, '/admin/people');
      await page
        .getByRole('button', { name: /^More for / })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Give a role' }).click();
      await dialog.waitFor();
      await look('give a role');
      await openScreen(page, '/admin/account');
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByLabel('New password').fill('short');
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('Use at least 15 characters.').waitFor();
      await look('password');
      expect(findings).toEqual({});
      await context.close();
    },
  );

  test('has no accessibility violations on sign-in pages or in dark mode', async () => {
    const person = await anOrganizerWithApp(app);
    const fresh = await withPassword(app, { role: 'organizer' });
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', dark: true });
    const findings: Record<string, string[]> = {};
    const look = async (name: string) => {
      const found = await axeFindings(page);
      if (found.length > 0) findings[name] = found;
    };
    await page.goto('/admin/');
    await page.getByLabel('Email address').fill(fresh.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('img', { name: 'QR code' }).waitFor();
    await look('setup of two-step sign-in');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('button', { name: 'Get a code by email' }).click();
    await page.getByRole('button', { name: 'Send me a code' }).waitFor();
    await look('code by mail');
    await page.getByRole('button', { name: 'Sign in with a password' }).click();
    await signInByForm(app, page, person);
    await page.waitForURL('**/admin/');
    await waitUntilLoaded(page);
    await addSession(page, app.url, cookie);
    for (const name of ['home', 'event', 'new event', 'mail log', 'account']) {
      await openScreen(page, screens[name]!);
      await look(`${name}, in the dark`);
    }
    expect(findings).toEqual({});
    await context.close();
  });

  test('works with its content security policy enforced and contacts no other host', async () => {
    const context = await browser.newContext({ baseURL: app.url });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await addSession(page, app.url, cookie);
    const answer = await page.goto('/admin/');
    expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'");
    // The page's own script is too small to be compressed.
    const script = await page.locator('link[rel="modulepreload"][href*="/vendor-"]').getAttribute('href');
    const sent = await page.request.get(script!, { headers: { 'accept-encoding': 'br' } });
    expect(sent.headers()['content-encoding']).toBe('br');
    for (const path of [screens['event']!, '/admin/events/new', '/admin/mail']) {
      await page.goto(path);
      await waitUntilLoaded(page);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('an event is published by keyboard alone', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url });
    await addSession(page, app.url, cookie);
    await page.goto('/admin/events');
    await waitUntilLoaded(page);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await tabTo(page, 'New event');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'New event' }).waitFor();
    await waitUntilLoaded(page);
    await tabToField(page, 'title');
    await page.keyboard.type('Night outreach');
    await tabToField(page, 'time.date');
    const [year = '', month = '', day = ''] = dayFromNow(9).split('-');
    await page.keyboard.type(`${month}${day}${year}`);
    await tabToField(page, 'time.start');
    await page.keyboard.type('1000PM');
    await tabToField(page, 'time.end');
    await page.keyboard.type('0200AM');
    await page.getByText('Ends the next day.').waitFor();
    await tabToField(page, 'place');
    await page.keyboard.type('Union Station');
    await tabTo(page, 'Publish');
    await page.keyboard.press('Enter');
    await page.getByText('Published. People can sign up now.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Night outreach' }).waitFor();

    await tabTo(page, 'More actions');
    await page.keyboard.press('Enter');
    // Keys only reach the menu once it has focus.
    await page.locator('[role=menu]:focus, [role=menu] :focus').waitFor();
    await page.keyboard.press('End');
    await page.locator('[role=menuitem]:focus', { hasText: 'Cancel' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Reason').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await context.close();
  });
});
