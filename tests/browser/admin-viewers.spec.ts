import { loadDemo } from '@upstander/db';
import { StaffArea, type StaffAreaName } from '@upstander/identity';
import type { Browser, Locator, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCustomRole, assignCustomRole } from '../support/custom-roles.js';
import { addSession, openScreen } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

type BaseRole = 'finance' | 'moderator' | 'organizer';

/** Controls of every list, and others that change nothing. */
const readOnlyControls = [
  /^Export: /,
  /^(Filters|More actions|Previous month|Today|Next month|Copy link|Copy code|Public page|Copy public link)$/,
  /(↑|↓|↕)$/,
  /^(Emergency contact|Hours letter › EnglishEspañol)$/,
];

describeInBrowser('screens of a custom role that only views', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    await loadDemo(app.db, new Date(), app.config);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function visitAs(
    baseRole: BaseRole,
    level: 'viewAreas' | 'manageAreas',
    areas: StaffAreaName[] = Object.values(StaffArea),
  ) {
    const { accountId, cookie } = await app.signedIn({ name: 'Noor Haddad' });
    const roleId = await aCustomRole(app.db, { baseRole, [level]: areas });
    await assignCustomRole(app.db, accountId, roleId);
    const { page } = await newVisit(browser, { baseUrl: app.url });
    await addSession(page, app.url, cookie);
    return { page, accountId };
  }

  test.each<[BaseRole, number]>([
    ['organizer', 30],
    ['finance', 20],
    ['moderator', 20],
  ])('show no control that the API refuses: %s', async (baseRole, fewest) => {
    const { page, accountId } = await visitAs(baseRole, 'viewAreas');
    const mutations: string[] = [];
    page.on('request', (request) => {
      const body = request.url().endsWith('/graphql') ? (request.postData() ?? '') : '';
      if (/"query":"\s*mutation/.test(body)) mutations.push(body.slice(0, 100));
    });
    const { screens, findings } = await walk(page);
    expect(findings).toEqual([]);
    expect(screens.length).toBeGreaterThan(fewest);
    expect(mutations).toEqual([]);
    const refusals = await app.db.query(
      `SELECT detail FROM identity.security_event WHERE account_id = $1 AND kind = 'operation-refused'`,
      [accountId],
    );
    expect(refusals).toEqual([]);
  });

  test('have more controls for someone who manages the area', async () => {
    const { page } = await visitAs('organizer', 'manageAreas');
    await openScreen(page, '/admin/schools');
    expect(await changingControls(page)).toEqual(expect.arrayContaining(['To Contact', 'New outreach › Create']));
  });

  test('offer a message only to someone who may send it', async () => {
    const [event] = await app.db.query<{ id: string }>('SELECT event_id AS id FROM events.registration_form LIMIT 1');
    const buttonsFor = async (...areas: StaffAreaName[]) => {
      const { page } = await visitAs('organizer', 'manageAreas', areas);
      await openScreen(page, `/admin/events/${event!.id}/registrations`);
      return namesOf(page.locator('#content header').locator('a, button'));
    };
    expect(await buttonsFor('events', 'registrations')).toEqual(expect.not.arrayContaining(['Message participants']));
    expect(await buttonsFor('events', 'registrations', 'messages')).toContain('Message participants');
  });
});

/** Opens every screen that the user can reach by links, at most three of each kind. */
async function walk(page: Page): Promise<{ screens: string[]; findings: string[] }> {
  await openScreen(page, '/admin');
  const paths = await hrefsOf(page.locator('header nav a'));
  const visits = new Map<string, number>();
  const findings: string[] = [];
  for (const path of paths) {
    const screen = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/[?#].*/, '');
    const count = visits.get(screen) ?? 0;
    if (count >= (screen.includes(':id') ? 3 : 1)) continue;
    visits.set(screen, count + 1);
    await openScreen(page, path);
    if ((await page.getByRole('heading', { name: 'This page is for other roles' }).count()) > 0)
      findings.push(`a link leads to ${screen}`);
    findings.push(...(await changingControls(page)).map((name) => `${screen}: ${name}`));
    paths.push(...(await hrefsOf(page.locator('#content a[href^="/admin"]:visible'))));
  }
  return { screens: [...visits.keys()], findings };
}

/** Returns the controls of the page, and of its menus and dialogs, that may change something. */
async function changingControls(page: Page): Promise<string[]> {
  const content = page.locator('#content');
  const found = await namesOf(content.locator('form:visible, textarea:enabled:visible, input[type=file]:enabled'));
  for (const menu of await content.locator('button[aria-haspopup=menu]:not([aria-label^="Options: "]):visible').all()) {
    await menu.click();
    const items = page.locator('[role=menu]:visible [role^=menuitem]');
    await items.first().waitFor();
    const names = await namesOf(items);
    await page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'detached' });
    found.push(...names);
    // The menus of the other rows have the same items.
    if (found.some(isChanging)) break;
  }
  for (const button of await content
    .locator('button:not([aria-haspopup=menu], [aria-pressed], [aria-hidden=true]):enabled:visible')
    .all()) {
    const [name = ''] = await namesOf(button);
    if (!isChanging(name)) continue;
    // A button may open a dialog that only shows something.
    await button.click();
    const dialog = page.getByRole('dialog');
    const isShown = await dialog.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    const controls = isShown
      ? await namesOf(dialog.locator('button:not([aria-label=Close]), select:enabled, form'))
      : [];
    found.push(...(isShown ? controls.map((control) => `${name} › ${control}`) : [name]));
    if (!isShown) break;
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  return found.filter(isChanging);
}

function isChanging(name: string): boolean {
  return !readOnlyControls.some((pattern) => pattern.test(name));
}

function namesOf(controls: Locator): Promise<string[]> {
  return controls.evaluateAll((all) =>
    all.map((control) => control.getAttribute('aria-label') ?? (control.textContent?.trim() || control.tagName)),
  );
}

function hrefsOf(links: Locator): Promise<string[]> {
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}
