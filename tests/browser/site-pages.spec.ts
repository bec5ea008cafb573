import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { linkOf } from '../support/sign-ups.js';
import {
  siteLooks,
  axeFindings,
  coveredControls,
  beSignedIn,
  businessPlaces,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sheets,
  sidewaysScroll,
  smallTargets,
  someOffers,
  unfold,
  weigh,
} from './support/index.js';
import type { Place } from './support/index.js';

/** The forms that are sent empty, and the button that does it. */
const sent: Record<string, string> = {
  event: 'Sign up',
  'sign in': 'Send me a code',
  'enter the code': 'Sign in',
  register: 'Submit',
  people: 'Send the invitation',
  'write an opportunity': 'See how it looks',
  introduction: 'Send the message',
};

/** The path of an address, with the same in the place of a token and of the name that stands for it. */
const clean = (path: string) => path.split('?')[0]!.replace(/(?<=\/)(?:[\w-]{46}|~[\w-]{12})$/, '~');

/** Each part is looked at by itself: all at once would take a browser too long for one test. */
const parts = ['everybody', 'businesses'] as const;
type Part = (typeof parts)[number];

/** Every public page, in both languages, on a phone and on a desktop. */
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
    const { slugs } = await someOffers(app);
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
      'an offer with a word of warning': `/opportunities/${slugs[1]}`,
      'not found': '/no/such/page',
    };
    const open = Object.entries(addresses).map(([name, path]) => [name, { path }] as const);
    pages = { everybody: Object.fromEntries(open), businesses: await businessPlaces(app) };
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const cases = siteLooks.flatMap((look) => parts.map((part) => ({ ...look, part })));

  test.each(cases)('axe finds nothing: $part, $locale, $width', async ({ part, ...look }) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...look });
    const findings: Record<string, string[]> = {};
    for (const [name, { path, cookie }] of Object.entries(pages[part])) {
      await beSignedIn(context, app, cookie);
      await page.goto(path);
      if (look.dark) await unfold(page);
      const found = await axeFindings(page);
      if (clean(new URL(page.url()).pathname) !== clean(path)) found.push(`leads to ${page.url()}`);
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      if ((await page.locator('html').getAttribute('lang')) !== look.locale.slice(0, 2)) found.push('wrong language');
      if (found.length > 0) findings[name] = found;
    }
    expect(findings).toEqual({});
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test.each(parts)('axe finds nothing in a form with errors: %s', async (part) => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', dark: true });
    const findings: Record<string, string[]> = {};
    for (const [name, { path, cookie }] of Object.entries(pages[part])) {
      const button = sent[name];
      if (button === undefined) continue;
      await beSignedIn(context, app, cookie);
      await page.goto(path);
      await page.getByRole('button', { name: button }).first().click();
      await page.getByRole('alert').waitFor();
      await unfold(page);
      const found = await axeFindings(page);
      if (found.length > 0) findings[name] = found;
    }
    expect(findings).toEqual({});
    await context.close();
  });

  test('weighs at most 15 KB with all it loads, and runs no script but that of the way out', async () => {
    const weights: Record<string, number> = {};
    for (const [name, { path, cookie }] of Object.entries({ ...pages.everybody, ...pages.businesses })) {
      const { bytes, scripts, sheets } = await weigh(app.url, path, cookie);
      expect([name, scripts, sheets.length]).toEqual([name, ['/leave.js'], 1]);
      weights[name] = bytes;
    }
    expect(Object.entries(weights).filter(([, bytes]) => bytes > 15 * 1024)).toEqual([]);
  });

  test('on a small phone nothing lies over a control, and each is large enough to be hit', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: true });
    const findings: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(pages.everybody).map(([name, place]) => [name, place.path] as const)) {
      await page.goto(path);
      const found = [...(await coveredControls(page)), ...(await smallTargets(page))];
      if (found.length > 0) findings[name] = found;
    }
    expect(findings).toEqual({});

    // A way out that floats over the page would be found.
    await page
      .locator('.exit')
      .evaluate((exit) => Object.assign(exit.style, { position: 'fixed', top: '40%', left: '0' }));
    expect(await coveredControls(page)).toContainEqual(expect.stringContaining('lies under exit'));
    await context.close();
  });

  test('on paper an event is two sheets at the most', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'desktop' });
    await page.goto(pages.everybody['event']?.path ?? '');
    expect(await sheets(page)).toBeLessThanOrEqual(2);
    await context.close();
  });

  test('has the help lines and the way out on top of it, which stays in sight where somebody may have to leave', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    for (const { path, cookie } of Object.values({ ...pages.everybody, ...pages.businesses })) {
      await beSignedIn(context, app, cookie);
      await page.goto(path);
      expect(await page.locator('a[href="tel:+18883737888"]').count()).toBe(1);
      const quiet = (await page.locator('html[data-quiet]').count()) > 0;
      if (quiet) await page.keyboard.press('End');
      const exit = await page.getByRole('link', { name: 'Exit now' }).boundingBox();
      expect(exit).not.toBeNull();
      expect(exit!.y).toBeGreaterThanOrEqual(0);
      expect(exit!.y + exit!.height).toBeLessThan(100);
      expect(exit!.height).toBeGreaterThanOrEqual(44);
    }
    await context.close();
  });
});
