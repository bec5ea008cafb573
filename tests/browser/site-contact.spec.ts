import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { aConsent, aPhoto } from '../support/photos.js';
import { renderPendingEmails } from '../support/written-mails.js';
import { SignedIds } from '@upstander/platform';
import { addSession, waitUntilLoaded, waitForAnimations } from './support/admin.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  naturalWidth,
  newVisit,
  measurePage,
  type Visit,
} from './support/index.js';

describeInBrowser('the contact form and photos of a chapter', () => {
  let app: TestApp;
  let browser: Browser;
  let chapter: { id: string; slug: string };
  let admin: string;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    chapter = await aChapter(app.db);
    ({ cookie: admin } = await app.signedIn({ role: 'admin', name: 'Alex Kim' }));
    await app.db.query(`UPDATE identity.chapter SET postcode = '90033' WHERE id = $1`, [chapter.id]);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function ended(visit: Visit): Promise<void> {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.pageErrors.filter((error) => !error.includes('422'))).toEqual([]);
    await visit.context.close();
  }

  test('a visitor writes on a phone; a message submitted too quickly is kept and sent on the second try', async () => {
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    const { page } = visit;
    // With a fixed clock, filling in the form takes no time.
    app.clock.set(new Date());
    await page.goto(`/chapters/${chapter.slug}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Your name').fill('Dana Whitfield');
    await page.getByLabel('Your email').fill('dana@example.org');
    await page.getByLabel('Your message').fill('May I bring my class?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').getByText('That was very quick. Please send it again.').waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toBe('May I bring my class?');
    expect(await axeFindings(page)).toEqual([]);
    app.clock.advance(10_000);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you. We’ve received your message').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await renderPendingEmails(app, { template: 'site-message' })).toHaveLength(1);
    await ended(visit);
  });

  test('missing input is reported at its field', async () => {
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    const { page } = visit;
    await page.goto('/contact?lang=es');
    await page.getByLabel('Tu nombre').fill('Dana');
    await page.getByLabel('Tu correo electrónico').fill('dana@example.org');
    await page.getByRole('button', { name: 'Enviar' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Escribe tu mensaje.' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await ended(visit);
  });

  test('the map marks the chapter and describes it in words', async () => {
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    const { page } = visit;
    await page.goto('/chapters');
    const map = page.getByRole('img', { name: 'A map of the states' });
    expect(await naturalWidth(map)).toBe(960);
    const drawn = await (await fetch(`${app.url}/chapters/map.svg`)).text();
    expect(drawn.match(/<circle/g)).toHaveLength(1);
    expect(drawn.length).toBeLessThan(4_000);
    await ended(visit);
  });

  test('Ana views the photo, agrees, and withdraws, without script', async () => {
    const { id } = await aPhoto(app);
    await app.db.query('INSERT INTO outreach.photo_place (page, photo_id, placed_at) VALUES ($1, $2, now())', [
      `/chapters/${chapter.slug}`,
      id,
    ]);
    const consent = await aConsent(app, id, { endsOn: '2099-12-31', agreed: false });
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    const { page } = visit;
    await page.goto(`/photo-consent/${app.nest.get(SignedIds).sign('photo-consent', consent)}`);
    const picture = page.getByRole('img', { name: 'Three people pack backpacks' });
    expect(await naturalWidth(picture)).toBe(60);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'I agree' }).click();
    await page.getByText('Thank you. We’ve recorded your consent.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const other = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    const shown = () => other.page.getByRole('img', { name: 'Three people pack backpacks' }).count();
    await other.page.goto(`/chapters/${chapter.slug}?now=1`);
    expect(await shown()).toBe(1);
    expect(await axeFindings(other.page)).toEqual([]);
    await page.getByText('Changed your mind?').click();
    await page.getByLabel('Also delete my name and address').check();
    await page.getByRole('button', { name: 'Withdraw my consent' }).click();
    await page.getByRole('heading', { name: 'It’s deleted' }).waitFor();
    await other.page.goto(`/chapters/${chapter.slug}?now=2`);
    expect(await shown()).toBe(0);
    await ended(other);
    await ended(visit);
  });

  test.each(['/chapters', '/contact', '/press'])(
    '%s weighs at most 15 KB and runs no script but the quick exit',
    async (path) => {
      const { bytes, scripts } = await measurePage(app.url, path);
      expect(bytes).toBeLessThanOrEqual(15 * 1024);
      expect(scripts).toEqual(['/leave.js']);
    },
  );

  test('staff see the photo, everyone who was asked, and messages', async () => {
    const { id } = await aPhoto(app, { live: '2099-12-31' });
    const visit = await newVisit(browser, { baseUrl: app.url });
    const { page } = visit;
    await addSession(page, app.url, admin);
    await page.goto(`/admin/photos/${id}`);
    await page.getByText('Shown on its pages.').waitFor();
    await waitUntilLoaded(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ask for consent' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Bo Lind');
    await page.getByRole('dialog').getByLabel('Email').fill('bo@example.org');
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('Not public yet: someone hasn’t given consent').waitFor();
    await page.goto('/admin/site-messages');
    await page.getByRole('button', { name: 'Mark as answered: Dana Whitfield' }).click();
    await page.getByText('Marked as answered.').waitFor();
    await ended(visit);
  });
});
