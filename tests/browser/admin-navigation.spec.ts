import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCredential, aCredentialType } from '../support/credentials.js';
import { aChapter, aShift, aSignup } from '../support/factories.js';
import { anOpportunity } from '../support/opportunities.js';
import { aVolunteer } from '../support/volunteers.js';
import { addSession, openScreen, waitForAnimations, waitUntilLoaded } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit, resetVisit, type Visit } from './support/index.js';

const roles = ['admin', 'organizer', 'finance', 'moderator', 'advocate'] as const;
type Role = (typeof roles)[number];

const entriesOf: Record<Role, string[]> = {
  admin: [
    ...['Home', 'Inbox', 'Events', 'People', 'Messages', 'Giving', 'Opportunities', 'Help & learning', 'Schools'],
    ...['Reports', 'Settings'],
  ],
  organizer: [
    ...['Home', 'Inbox', 'Events', 'People', 'Messages', 'Giving', 'Help & learning', 'Schools', 'Reports', 'Settings'],
  ],
  finance: ['Home', 'Inbox', 'Giving', 'Reports', 'Settings'],
  moderator: ['Home', 'Inbox', 'Giving', 'Opportunities', 'Help & learning', 'Settings'],
  advocate: [...['Home', 'Inbox', 'Applications', 'Consultations', 'Keys', 'Help & learning', 'Reports', 'Settings']],
};

/** The links to follow from Home and a search text for the palette. */
const jobs: ReadonlyArray<{ job: string; clicks: string[]; words: string; path: string }> = [
  { job: 'create an event', clicks: ['New event'], words: 'create event', path: '/events/new' },
  { job: 'open the list of events', clicks: ['Events'], words: 'roster', path: '/events' },
  { job: 'find a volunteer', clicks: ['People'], words: 'volunteers', path: '/volunteers' },
  { job: 'review credentials', clicks: ['People', 'Credentials'], words: 'waiver', path: '/credentials' },
  { job: 'approve hours', clicks: ['People', 'Hours to approve'], words: 'hours', path: '/volunteers/hours' },
  { job: 'merge duplicates', clicks: ['People', 'Duplicates'], words: 'merge', path: '/volunteers/duplicates' },
  { job: 'answer a message', clicks: ['Messages'], words: 'messages', path: '/site-messages' },
  { job: 'find a gift', clicks: ['Giving'], words: 'donations', path: '/gifts' },
  {
    job: 'record cash',
    clicks: ['Giving', 'Gifts', 'Record an offline gift'],
    words: 'check donation',
    path: '/gifts/new',
  },
  { job: 'approve a refund', clicks: ['Giving', 'Refund approvals'], words: 'refund', path: '/gifts/refunds' },
  { job: 'confirm a payout', clicks: ['Giving', 'Reconciliation'], words: 'reconcil', path: '/reconciliation' },
  { job: 'check the ledger', clicks: ['Giving', 'Ledger', 'Check'], words: 'ledger check', path: '/ledger/check' },
  { job: 'send a receipt again', clicks: ['Giving', 'Receipts'], words: 'tax letter', path: '/receipts' },
  { job: 'vet a business', clicks: ['Opportunities', 'Businesses'], words: 'employers', path: '/businesses' },
  {
    job: 'write an article',
    clicks: ['Help & learning', 'Articles', 'New article'],
    words: 'new article',
    path: '/articles/new',
  },
  { job: 'verify a help line', clicks: ['Help & learning'], words: 'hotline', path: '/help-lines' },
  { job: 'see talk requests', clicks: ['Schools', 'Talk requests'], words: 'speaker', path: '/schools/talks' },
  {
    job: 'report hours',
    clicks: ['Reports', 'Volunteer hours'],
    words: 'report volunteer',
    path: '/volunteers/report',
  },
  { job: 'see failed emails', clicks: ['Settings', 'Email and text log'], words: 'bounced', path: '/mail' },
  { job: 'give a role', clicks: ['Settings', 'People and roles'], words: 'permissions', path: '/people' },
];

describeInBrowser('navigation of the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let chapterId: string;
  const cookies = {} as Record<Role, string>;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    chapterId = (await aChapter(app.db, { name: 'Los Angeles' })).id;
    for (const role of roles) {
      const grant = role === 'organizer' ? { chapterId } : {};
      cookies[role] = (
        await app.signedIn({ role, ...grant, name: `Rosa ${role}`, email: `${role}@example.org` })
      ).cookie;
    }
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(() => resetVisit(visit));
  afterEach(() => {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.pageErrors).toEqual([]);
  });

  const signInAs = async (role: Role, path = '/admin/') => {
    await addSession(page, app.url, cookies[role]);
    await openScreen(page, path);
  };
  const nav = () => page.getByRole('navigation', { name: 'Main' });
  const entryNames = async () => (await nav().getByRole('link').allInnerTexts()).map((text) => text.split('\n')[0]!);
  const heading = () => page.getByRole('heading', { level: 1 }).first();
  /** The link of the entries, of the second level, or on the screen itself. */
  const press = async (name: string) => {
    const link = page.getByRole('link', { name: new RegExp(`^${name}(\\s+\\d+ waiting)?$`) });
    await link.first().click();
    await waitUntilLoaded(page);
  };

  test.each(roles)('shows %s the entries of the role, and opens each with its second level', async (role) => {
    await signInAs(role);
    expect(await entryNames()).toEqual(entriesOf[role]);
    for (const entry of entriesOf[role]) {
      await nav().getByRole('link', { name: entry }).first().click();
      await waitUntilLoaded(page);
      const screens = await nav().locator('ul ul').getByRole('link').allInnerTexts();
      for (const screen of screens.map((text) => text.split('\n')[0]!)) {
        await nav().locator('ul ul').getByRole('link', { name: screen, exact: false }).first().click();
        await nav().locator('ul ul [aria-current="page"]', { hasText: screen }).waitFor();
        await waitUntilLoaded(page);
        expect(await heading().innerText()).not.toMatch(/not found|for other roles|Something went wrong/);
      }
      expect(await heading().innerText()).not.toMatch(/not found|for other roles|Something went wrong/);
    }
  });

  test('keeps name, language, theme and sign-out in sight at 900 px, next to the longest second level', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await signInAs('admin', '/admin/settings');
    for (const part of [
      page.getByText('Rosa admin'),
      page.getByRole('button', { name: 'Español' }),
      page.getByLabel('Theme'),
      page.getByRole('button', { name: 'Sign out' }),
    ]) {
      const box = (await part.first().boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(900);
      expect(box.x + box.width).toBeLessThanOrEqual(244);
    }
    expect(await axeFindings(page)).toEqual([]);
  });

  test('fits the whole drawer on a phone, and shows the second level above the list', async () => {
    const phone = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    await addSession(phone.page, app.url, cookies.admin);
    await openScreen(phone.page, '/admin/volunteers');
    const tabs = phone.page.getByRole('navigation', { name: 'People' });
    await tabs.getByRole('link', { name: 'Credentials' }).click();
    await phone.page.getByRole('heading', { level: 1, name: 'Credentials' }).waitFor();
    expect(await axeFindings(phone.page)).toEqual([]);
    await phone.page.getByRole('button', { name: 'Menu' }).click();
    const drawer = phone.page.getByRole('dialog');
    const signOut = drawer.getByRole('button', { name: 'Sign out' });
    await signOut.waitFor();
    await waitForAnimations(phone.page);
    const box = (await signOut.boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(740);
    const last = (await drawer.getByRole('link', { name: 'Settings' }).boundingBox())!;
    expect(last.height).toBeGreaterThanOrEqual(44);
    expect(await axeFindings(phone.page)).toEqual([]);
    await phone.context.close();
  });

  test('reaches twenty jobs in at most three clicks', async () => {
    await addSession(page, app.url, cookies.admin);
    expect(jobs).toHaveLength(20);
    for (const { job, clicks, path } of jobs) {
      expect([job, clicks.length]).toEqual([job, Math.min(clicks.length, 3)]);
      await openScreen(page, '/admin/');
      for (const name of clicks) await press(name);
      // The address changes once the screen's code is loaded.
      await page
        .waitForURL(({ pathname }) => pathname === `/admin${path}`, { waitUntil: 'commit' })
        .catch(() => undefined);
      expect([job, new URL(page.url()).pathname]).toEqual([job, `/admin${path}`]);
    }
  });

  test('finds the same jobs as the first entry of the palette', async () => {
    await signInAs('admin');
    for (const { job, words, path } of jobs) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /^Search/ }).fill(words);
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await waitUntilLoaded(page);
      // The address changes once the screen's code is loaded.
      await page
        .waitForURL(({ pathname }) => pathname === `/admin${path}`, { waitUntil: 'commit' })
        .catch(() => undefined);
      expect([job, new URL(page.url()).pathname]).toEqual([job, `/admin${path}`]);
    }
  });

  test('the palette changes the theme, remembers what was chosen last, and signs out', async () => {
    const { cookie } = await app.signedIn({ role: 'admin', name: 'Ines Vega', email: 'ines@example.org' });
    await addSession(page, app.url, cookie);
    await openScreen(page, '/admin/');
    const choose = async (words: string, option: string) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /^Search/ }).fill(words);
      await page.getByRole('listbox').getByRole('option', { name: option }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await choose('dark', 'Dark theme');
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await choose('badge', 'Events');
    await page.getByRole('heading', { level: 1, name: 'Events' }).waitFor();
    await page.keyboard.press('Control+k');
    const recent = page.getByRole('group', { name: 'Recent' }).getByRole('option');
    await recent.first().waitFor();
    expect(await recent.allInnerTexts()).toEqual(['Events', 'Dark theme']);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await choose('sign out', 'Sign out');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  test('Home begins with the event that is on, and says how many have arrived', async () => {
    const hour = 3_600_000;
    const startsAt = new Date(Date.now() - hour);
    const endsAt = new Date(Date.now() + hour);
    const { id: shiftId } = await aShift(app.db, {
      event: { chapterId, title: 'Night market', startsAt, endsAt },
      startsAt,
      endsAt,
      capacity: 4,
    });
    const { id } = await aSignup(app.db, { shiftId, name: 'Ana Reyes' });
    await aSignup(app.db, { shiftId, name: 'Ben Ortiz' });
    await app.db.query(`UPDATE events.signup SET status = 'checked_in', checked_in_at = now() WHERE id = $1`, [id]);
    await signInAs('organizer');
    await page.getByRole('heading', { level: 2, name: 'Happening now' }).waitFor();
    await page.getByText('1 of 2 checked in').waitFor();
    const [first] = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(first).toBe('Happening now');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Check-in' }).click();
    await page.getByText('Ana Reyes').waitFor();
  });

  test('the inbox decides credentials by keyboard, and moves on to the next one', async () => {
    const type = (await aCredentialType(app.db, { name: 'Safeguarding training', validMonths: 24 })).id;
    for (const [index, name] of ['Cal Vega', 'Dee Park', 'Eve Stone'].entries()) {
      const { id } = await aVolunteer(app, chapterId, { name });
      const at = new Date(Date.now() - (9 - index) * 86_400_000);
      await aCredential(app.db, { volunteerId: id, typeId: type, status: 'claimed', at });
    }
    await signInAs('organizer', '/admin/inbox');
    await nav()
      .getByRole('link', { name: /^Inbox\s+3/ })
      .waitFor();
    const queue = page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: /^Credentials/ });
    expect(await queue.innerText()).toMatch(/3[^]*9 days ago/);
    expect(await axeFindings(page)).toEqual([]);
    const titles = () => page.getByRole('list', { name: 'Credentials' }).getByRole('link').allInnerTexts();
    expect((await titles()).map((title) => title.split(' · ')[0])).toEqual(['Cal Vega', 'Dee Park', 'Eve Stone']);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Eve Stone'));
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByLabel('Reason').fill('The course is another one.');
    await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Cal Vega'));
    const rows = await app.db.query(
      `SELECT status FROM volunteers.credential WHERE type_id = $1 AND decided_by IS NOT NULL ORDER BY status`,
      [type],
    );
    expect(rows).toEqual([{ status: 'approved' }, { status: 'rejected' }]);
    await page.getByRole('button', { name: /^Approve: Cal Vega/ }).click();
    await page.getByText('You’re all caught up').waitFor();
  });

  test('an item that is decided in its own screen is followed by the next of its queue', async () => {
    for (const [index, title] of ['Baker', 'Cook', 'Driver'].entries()) {
      const { id } = await anOpportunity(app.db, {
        business: { name: `${title} Company` },
        status: 'in_review',
        title,
      });
      await app.db.query(
        "UPDATE opportunities.opportunity SET submitted_at = now() - $2 * interval '1 hour' WHERE id = $1",
        [id, 9 - index],
      );
    }
    await signInAs('moderator', '/admin/inbox?queue=approvals');
    await page.getByRole('link', { name: 'Baker', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Baker' }).waitFor();
    const bar = page.getByRole('navigation', { name: 'Inbox' });
    await bar.getByText('Businesses and opportunities · 1 of 3').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Cook' }).waitFor();
    await bar.getByText('1 of 2').waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 1, name: 'Driver' }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 1, name: 'Cook' }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
  });
});
