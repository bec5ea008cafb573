import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift } from '../support/factories.js';
import { addSession } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

describeInBrowser('two people editing one event', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startApp({ config: { TRUST_PROXY: 'true' } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test("the second save overwrites nothing and shows the first person's changes next to their own", async () => {
    const chapter = await aChapter(app.db);
    const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Care kit packing' });
    await aShift(app.db, { eventId: event.id });
    const openForm = async (): Promise<Page> => {
      const { cookie } = await app.signedIn({ role: 'admin' });
      const { page } = await newVisit(browser, { baseUrl: app.url });
      await addSession(page, app.url, cookie);
      await page.goto(`/admin/events/${event.id}/edit`);
      await page.getByLabel('Title').waitFor();
      return page;
    };
    const [first, second] = [await openForm(), await openForm()];
    for (const [page, title] of [
      [first, 'Kits for the winter'],
      [second, 'Kits for the spring'],
    ] as const) {
      await page.getByLabel('Title').fill(title);
      await page.getByRole('button', { name: 'Save changes' }).click();
      if (page === first) await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    }
    const notice = second.getByRole('alert').filter({ hasText: 'Theirs: Kits for the winter' });
    // The notice takes the focus once rendered, which scrolls it into view.
    await notice.and(second.locator(':focus')).waitFor();
    const { top, bottom } = await notice.evaluate((element) => element.getBoundingClientRect());
    expect(top < 860 && bottom > 0).toBe(true);
    expect(await second.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Kits for the spring');
    const [row] = await app.db.query<{ title: string }>('SELECT title FROM events.event WHERE id = $1', [event.id]);
    expect(row?.title).toBe('Kits for the winter');
  });
});
