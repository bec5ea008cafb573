import { loadDemo } from '@upstander/db';
import { SignedIds } from '@upstander/platform';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, openScreen, waitForAnimations } from './support/admin.js';
import {
  addSessionCookie,
  adminAppearances,
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  screenshot,
  sidewaysScroll,
  siteAppearances,
} from './support/index.js';

/** Screens for a season with demo data: series, registrations, groups and people who were asked. */
describeInBrowser('a season', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;
  let series: { id: string; slug: string; dateId: string };
  let walk: { id: string; slug: string };
  let group: { id: string; eventId: string; token: string };
  let asked: { eventId: string; shiftId: string; token: string };
  let registrations: Record<string, { id: string; email: string; name: string }>;

  const one = async <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
    (await app.db.query<Row>(sql, values))[0]!;
  const tokenOf = (purpose: 'registration' | 'signup' | 'shift-request', id: string, version?: number) =>
    app.nest.get(SignedIds).sign(purpose, id, version);

  beforeAll(async () => {
    app = await startApp();
    await loadDemo(app.db, new Date(), app.config);
    browser = await launchBrowser();
    ({ cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado', email: 'rosa@example.org' }));
    series = await one(
      `SELECT r.id, r.slug, e.id AS "dateId" FROM events.series r JOIN events.event e ON e.series_id = r.id
       WHERE r.status = 'published' AND e.status = 'published' AND e.starts_at > now() ORDER BY r.created_at, e.starts_at OFFSET 1 LIMIT 1`,
    );
    walk = await one(
      `SELECT e.id, e.slug FROM events.registration_form f JOIN events.event e ON e.id = f.event_id ORDER BY e.starts_at LIMIT 1`,
    );
    const { id, eventId, version } = await one<{ id: string; eventId: string; version: number }>(
      `SELECT u.id, s.event_id AS "eventId", u.token_version AS version FROM events.signup u
         JOIN events.shift s ON s.id = u.shift_id WHERE u.group_name IS NOT NULL`,
    );
    group = { id, eventId, token: tokenOf('signup', id, version) };
    const request = await one<{ id: string; eventId: string; shiftId: string }>(
      `SELECT q.id, s.event_id AS "eventId", s.id AS "shiftId" FROM events.shift_request q
         JOIN events.shift s ON s.id = q.shift_id WHERE s.reserved > 0 AND q.declined_at IS NULL LIMIT 1`,
    );
    asked = { ...request, token: tokenOf('shift-request', request.id) };
    const registration = (condition: string) =>
      one<{ id: string; email: string; name: string }>(
        `SELECT id, email::text, name FROM events.registration WHERE event_id = $1 AND ${condition} ORDER BY id LIMIT 1`,
        [walk.id],
      );
    registrations = {
      confirmed: await registration(`status = 'confirmed' AND expires_at IS NULL`),
      unconfirmed: await registration(`status = 'confirmed' AND expires_at IS NOT NULL`),
      waiting: await registration(`status = 'waitlisted'`),
    };
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function findingsOn(page: Page): Promise<string[]> {
    const found = await axeFindings(page);
    return (await sidewaysScroll(page)) > 0 ? [...found, 'scrolls sideways'] : found;
  }

  test.each(adminAppearances)('has accessible screens for organizers: $locale, $width', async (look) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...look });
    await addSession(page, app.url, cookie);
    const pictured = look.locale === 'en-US' && look.width === 'desktop';
    const findings: Record<string, string[]> = {};
    const screens: Record<string, string> = {
      series: `/admin/events/series/${series.id}`,
      'series-edit-dates': `/admin/events/series/${series.id}/edit`,
      registrations: `/admin/events/${walk.id}/registrations`,
      'registration-settings': `/admin/events/${walk.id}/registration`,
      'door-list': `/admin/events/${walk.id}/door-list`,
      walk: `/admin/events/${walk.id}`,
      group: `/admin/events/${group.eventId}`,
      'find-people': `/admin/events/${asked.eventId}/find-people?shift=${asked.shiftId}`,
      'message-participants': `/admin/events/${walk.id}/messages/new?to=PARTICIPANTS`,
    };
    for (const [name, path] of Object.entries(screens)) {
      await openScreen(page, path);
      await waitForAnimations(page);
      const found = await findingsOn(page);
      if (found.length > 0) findings[name] = found;
      if (pictured && ['series', 'registrations', 'door-list', 'find-people'].includes(name))
        await screenshot(page, `admin-${name}`);
    }
    expect(findings).toEqual({});
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test('counts who of a class came, by name, with minors marked', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'desktop' });
    await addSession(page, app.url, cookie);
    await openScreen(page, `/admin/events/${group.eventId}`);
    await page.getByText('30 people, 13 named').click();
    await page.getByText('Aaliyah Brooks').waitFor();
    await openScreen(page, `/admin/events/${group.eventId}/print`);
    const minors = page
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: 'Lincoln High, class 8b', exact: true }) })
      .getByRole('rowheader', { name: /Under 18/ });
    await minors.filter({ hasText: 'Aaliyah Brooks' }).waitFor();
    expect(await minors.count()).toBe(27);
    await app.db.query(`UPDATE events.signup SET status = 'checked_in', checked_in_at = now() WHERE id = $1`, [
      group.id,
    ]);
    await openScreen(page, `/admin/events/${group.eventId}/check-in`);
    await page.getByRole('button', { name: 'Who’s here: Lincoln High, class 8b' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Diego Fuentes' }).uncheck();
    expect(await dialog.getByLabel('How many came').inputValue()).toBe('29');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'admin-group-check-in');
    await context.close();
  });

  test('search finds series, registrations and groups', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'desktop' });
    await addSession(page, app.url, cookie);
    await openScreen(page, '/admin');
    const search = async (text: string) => {
      await page.keyboard.press('Control+k');
      const box = page.getByRole('dialog').getByRole('combobox');
      await box.fill(text);
      return box;
    };
    await search('Lincoln');
    await page.getByRole('option', { name: /^Lincoln High, class 8b/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('option', { name: /^Lincoln High, class 8b/ }).click();
    await page.waitForURL(/\/events\/[\w-]+\?text=Lincoln/);
    await page.getByText('30 of 30 here, 13 named').waitFor();
    const { name } = registrations['waiting']!;
    await search(name);
    await page
      .getByRole('option', { name: /5K walk for safe homes/ })
      .first()
      .click();
    await page.waitForURL(/\/registrations\?text=/);
    await search('season');
    await page.getByRole('option', { name: /^Series/ }).waitFor();
    await context.close();
  });

  test('previews an edit of one date for this and following dates', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'desktop' });
    await addSession(page, app.url, cookie);
    await openScreen(page, `/admin/events/${series.dateId}/edit?step=when`);
    await page.getByLabel('Address').fill('99 Oak St, Los Angeles');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('radio', { name: 'This and all later dates' }).click();
    await page.getByText(/\d+ dates change/).waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'admin-series-edit');
    await context.close();
  });

  test('composes a message to everyone an hour before a storm', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'desktop' });
    await addSession(page, app.url, cookie);
    await openScreen(page, `/admin/events/${group.eventId}/messages/new`);
    await page.getByRole('textbox', { name: /^Subject/ }).fill('Storm: we start at 11 AM');
    await page
      .getByRole('textbox', { name: /^Message/ })
      .fill('Hi {name},\n\nThe storm passes at 10:30. We start at 11 AM, at the same place. Bring a rain jacket.');
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'admin-message');
    await context.close();
  });

  test.each(siteAppearances)('has accessible pages for participants and volunteers: $locale, $width', async (look) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...look });
    const ana = await app.signedIn({
      email: registrations['confirmed']!.email,
      name: registrations['confirmed']!.name,
    });
    await addSessionCookie(context, app, ana.cookie);
    const link = (name: string) => `/registration/${tokenOf('registration', registrations[name]!.id)}`;
    const findings: Record<string, string[]> = {};
    const paths: Record<string, string> = {
      series: `/events/${series.slug}`,
      register: `/events/${walk.slug}/register`,
      registered: `/events/${walk.slug}/register?done=CONFIRMED&n=2`,
      confirmed: link('confirmed'),
      unconfirmed: link('unconfirmed'),
      waiting: link('waiting'),
      'cancel?': `${link('waiting')}?ask=cancel`,
      account: '/account',
      asked: `/asked/${asked.token}`,
      group: `/s/${group.token}`,
    };
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path);
      const found = await findingsOn(page);
      if (found.length > 0) findings[name] = found;
      if (name === 'account') await page.getByRole('link', { name: '5K walk for safe homes', exact: true }).waitFor();
      if (look.locale === 'en-US' && look.width === 'desktop' && name === 'series')
        await screenshot(page, 'site-series');
    }
    expect(findings).toEqual({});
    expect(foreignRequests).toEqual([]);
    await context.close();
  });
});
