import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { linkOf } from '../support/sign-ups.js';
import {
  siteAppearances,
  axeFindings,
  coveredControls,
  addSessionCookie,
  businessPlaces,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sheets,
  sidewaysScroll,
  findSmallTargets,
  createOpportunities,
  resizeTo,
  openDetails,
  measurePage,
} from './support/index.js';
import type { Place } from './support/index.js';

const sent: Record<string, string> = {
  event: 'Sign up',
  'sign in': 'Send me a code',
  'enter the code': 'Sign in',
  register: 'Submit',
  people: 'Send the invitation',
  'write an opportunity': 'Preview',
  introduction: 'Send the message',
};

/** Replaces tokens and their short names. */
const normalizePath = (path: string) => path.split('?')[0]!.replace(/(?<=\/)(?:[\w-]{46}|~[\w-]{12})$/, '~');

/** All pages together would exceed a test's time limit. */
const parts = ['everybody', 'businesses'] as const;
type Part = (typeof parts)[number];

describeInBrowser('every public page', () => {
  let app: TestApp;
  let browser: Browser;
  let pages: Record<Part, Record<string, Place>>;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    const event = await anEvent(app.db, { title: 'Community kitchen', languages: ['en', 'es'] });
    await app.db.query(
      `UPDATE events.event SET description = $2, bring = 'Closed shoes', accessibility = 'Step-free',
         agenda = '[{"time":"09:00","text":"Briefing","textEs":"Bienvenida"},{"time":"09:15","text":"Cooking","textEs":""}]',
         contact_email = 'rosa@example.org' WHERE id = $1`,
      [event.id, 'We cook.\n\n## The day\n\n- Briefing\n- Cooking\n\nCome **hungry**.'],
    );
    const shift = await aShift(app.db, { eventId: event.id, capacity: 3 });
    const full = await aShift(app.db, { eventId: event.id, role: 'Driver', capacity: 1 });
    const off = await anEvent(app.db, { title: 'Packing day', status: 'cancelled' });
    const past = await aShift(app.db, {
      event: { startsAt: new Date(Date.now() - 5 * 3_600_000), endsAt: new Date(Date.now() - 3_600_000) },
    });
    const link = (signup: { id: string }): string => `/s/${linkOf(app, signup.id)}`;
    const confirmed = link(await aSignup(app.db, { shiftId: shift.id }));
    const { slugs } = await createOpportunities(app);
    const [{ slug: chapterSlug } = { slug: '' }] = await app.db.query<{ slug: string }>(
      'SELECT slug FROM identity.chapter LIMIT 1',
    );
    const addresses = {
      home: '/',
      events: '/events',
      'nothing found': '/events?text=zzzz&place=nowhere',
      event: `/events/${event.slug}`,
      'cancelled event': `/events/${off.slug}`,
      'done, with a place': `/events/${event.slug}/done?r=c.${shift.id}`,
      'done, in line': `/events/${event.slug}/done?r=w2.${full.id}`,
      'to confirm': link(await aSignup(app.db, { shiftId: shift.id, proven: false })),
      confirmed,
      'cancel?': `${confirmed}?ask=cancel`,
      offered: link(await aSignup(app.db, { shiftId: full.id, status: 'offered' })),
      waiting: link(await aSignup(app.db, { shiftId: full.id, status: 'waitlisted' })),
      'how did it go?': link(await aSignup(app.db, { shiftId: past.id })),
      'a link that does not work': '/s/nothing',
      privacy: '/privacy',
      'before the offers': '/work',
      'using this site': '/using-this-site',
      help: '/help',
      about: '/about',
      design: '/dev/design',
      contact: '/contact',
      press: '/press',
      accessibility: '/accessibility',
      chapters: '/chapters',
      'a chapter': `/chapters/${chapterSlug}`,
      search: '/search',
      'something found': '/search?text=kitchen',
      'a search that cannot be': '/search?text=x',
      learn: '/learn',
      'an article': '/learn/held-over-you',
      offers: '/opportunities',
      'offers, narrowed down': '/opportunities?fits=NO_ID&remote=1&kind=JOB',
      'a public offer': `/opportunities/${slugs[0]}`,
      'before answering an offer': `/opportunities/${slugs[0]}/apply`,
      'before a talk': '/talk',
      'coming back': '/reply',
      'an opportunity with a warning': `/opportunities/${slugs[1]}`,
      'not found': '/no/such/page',
    };
    const open = Object.entries(addresses).map(([name, path]) => [name, { path }] as const);
    pages = { everybody: Object.fromEntries(open), businesses: await businessPlaces(app) };
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const cases = siteAppearances.flatMap((look) => parts.map((part) => ({ ...look, part })));

  test.each(cases)('has no accessibility violations: $part, $locale, $width', async ({ part, ...look }) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...look });
    const findings: Record<string, string[]> = {};
    for (const [name, { path, cookie }] of Object.entries(pages[part])) {
      await addSessionCookie(context, app, cookie);
      await page.goto(path);
      if (look.dark) await openDetails(page);
      const found = await axeFindings(page);
      if (normalizePath(new URL(page.url()).pathname) !== normalizePath(path)) found.push(`leads to ${page.url()}`);
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      if ((await page.locator('html').getAttribute('lang')) !== look.locale.slice(0, 2)) found.push('wrong language');
      // Target sizes are checked in English at phone width, without loading the page again.
      if (look.width === 'desktop') {
        await resizeTo(page, 'phone');
        found.push(...(await exitFaults(page)));
        if (part === 'everybody') found.push(...(await coveredControls(page)), ...(await findSmallTargets(page)));
        await resizeTo(page, 'desktop');
      }
      if (found.length > 0) findings[name] = found;
    }
    expect(findings).toEqual({});
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test.each(parts)('has no accessibility violations in a form with errors: %s', async (part) => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', dark: true });
    const findings: Record<string, string[]> = {};
    for (const [name, { path, cookie }] of Object.entries(pages[part])) {
      const button = sent[name];
      if (button === undefined) continue;
      await addSessionCookie(context, app, cookie);
      await page.goto(path);
      await page.getByRole('button', { name: button }).first().click();
      await page.getByRole('alert').waitFor();
      await openDetails(page);
      const found = await axeFindings(page);
      if (found.length > 0) findings[name] = found;
    }
    expect(findings).toEqual({});
    await context.close();
  });

  test('weighs at most 15 KB in total and runs no script but the quick exit', async () => {
    const weights: Record<string, number> = {};
    for (const [name, { path, cookie }] of Object.entries({ ...pages.everybody, ...pages.businesses })) {
      const { bytes, scripts, sheets } = await measurePage(app.url, path, cookie);
      expect([name, scripts, sheets.length]).toEqual([name, ['/leave.js'], 1]);
      weights[name] = bytes;
    }
    expect(Object.entries(weights).filter(([, bytes]) => bytes > 15 * 1024)).toEqual([]);
  });

  test('detects an exit that covers a control or is out of view (control)', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    await page.goto('/');
    expect([await exitFaults(page), await coveredControls(page)]).toEqual([[], []]);
    const setExitStyle = (style: Partial<CSSStyleDeclaration>) =>
      page.locator('.exit').evaluate((exit, how) => void Object.assign((exit as HTMLElement).style, how), style);
    await setExitStyle({ position: 'fixed', top: '40%', left: '25%', width: '50%' });
    expect(await coveredControls(page)).toContainEqual(expect.stringContaining('lies under exit'));
    expect(await exitFaults(page)).toEqual([expect.stringMatching(/^way out at /)]);
    await setExitStyle({ display: 'none' });
    expect(await exitFaults(page)).toEqual(['no way out']);
    await context.close();
  });

  test('waits for a complete page after a click, and detects half of one (control)', async () => {
    let [rest, seen] = [() => {}, () => {}];
    const half = new Promise<void>((resolve) => (seen = resolve));
    const slow = createServer(({ url }, answer) => {
      answer.setHeader('content-type', 'text/html; charset=utf-8');
      if (url === '/next') {
        answer.write('<title>Next</title><p>One</p><img src="/seen" alt="">');
        rest = () => answer.end('<p>Two</p>');
      } else {
        answer.end('<title>First</title><a href="/next">Next</a>');
        if (url === '/seen') seen();
      }
    });
    await new Promise<void>((listening) => slow.listen(0, '127.0.0.1', listening));
    const baseUrl = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
    const { page, context } = await newVisit(browser, { baseUrl });
    await page.goto('/');
    let isOver = false;
    const pressed = page
      .getByRole('link')
      .click()
      .then(() => (isOver = true));
    await half;
    await page.getByText('One').waitFor();
    expect([await page.locator('p').count(), isOver]).toEqual([1, false]);
    rest();
    await pressed;
    expect(await page.locator('p').allInnerTexts()).toEqual(['One', 'Two']);
    await context.close();
    await new Promise((closed) => slow.close(closed));
  });

  test('prints an event on at most two sheets', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'desktop' });
    await page.goto(pages.everybody['event']?.path ?? '');
    expect(await sheets(page)).toBeLessThanOrEqual(2);
    await context.close();
  });

  test.each(['home', 'an opportunity with a warning'])(
    'without scripts the help lines and the quick exit are present: %s',
    async (name) => {
      const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
      await page.goto(pages.everybody[name]!.path);
      expect(await exitFaults(page)).toEqual([]);
      await context.close();
    },
  );
});

/**
 * Help lines and quick exit must be at the top of every page and tall enough to tap. On quiet pages the exit must stay
 * visible while scrolling.
 */
async function exitFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  const lines = await page.locator('a[href="tel:+18883737888"]').count();
  if (lines !== 1) found.push(`${lines} links to the help line`);
  if ((await page.locator('html[data-quiet]').count()) > 0) await page.keyboard.press('End');
  const exit = page.getByRole('link', { name: 'Exit now' });
  const box = (await exit.count()) === 1 ? await exit.boundingBox() : null;
  if (!box) return [...found, 'no way out'];
  if (box.y < 0 || box.y + box.height >= 100) found.push(`way out at ${Math.round(box.y)} px`);
  if (box.height < 44) found.push(`way out ${Math.round(box.height)} px high`);
  return found;
}
