import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { courseGrants, rightAnswers, shippedCourse } from '../support/courses.js';
import { addSession } from './support/admin.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  siteAppearances,
} from './support/index.js';

describeInBrowser('courses and handouts', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    await courseGrants(app, 'Knows the signs');
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const shot = async (page: Page, name: string) => {
    const folder = process.env['SHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  const answer = async (page: Page, answers: readonly number[]) => {
    for (const [at, chosen] of answers.entries()) await page.locator(`#answer-${at}-${chosen}`).check({ force: true });
    await page.getByRole('button', { name: /Check/ }).click();
  };

  test('a visitor takes a course without script or account, answers one question wrong, and gets a certificate', async () => {
    const { page, context, foreignRequests } = await newVisit(browser, {
      baseUrl: app.url,
      width: 'phone',
      javaScript: false,
    });
    await page.goto('/learn');
    await page.getByRole('link', { name: shippedCourse.en.title }).click();
    await page.getByText('“Knows the signs”').waitFor();
    await page.getByRole('link', { name: 'Start the course' }).click();
    // With no answers chosen, each question shows a neutral hint.
    await page.getByRole('button', { name: 'Check my answers' }).click();
    expect(await page.getByText('Not answered yet.').count()).toBe(3);
    await answer(page, [0, ...rightAnswers[0]!.slice(1)]);
    await page.getByText('2 of 3 are right.').waitFor();
    await page.getByText(shippedCourse.lessons[0]!.questions[0]!.answers[0]!.why.en).waitFor();
    await shot(page, 'lesson-again');
    await answer(page, rightAnswers[0]!);
    await page.getByRole('link', { name: 'Next lesson' }).click();
    // Progress is kept in the URL only; the browser stores nothing.
    expect((await context.cookies()).filter(({ name }) => name !== 'lang')).toEqual([]);
    await answer(page, rightAnswers[1]!);
    await page.getByRole('link', { name: 'Next lesson' }).click();
    await answer(page, rightAnswers[2]!);
    await page.getByRole('link', { name: 'Finish the course' }).click();
    await page.getByRole('link', { name: 'Get the certificate' }).click();
    await page.waitForURL(/sign-in\?to=%2Faccount%2Fcourses%2F/);
    const back = new URL(page.url()).searchParams.get('to')!;
    const ana = await app.signedIn({ name: 'Ana Reyes' });
    await addSession(page, app.url, ana.cookie);
    await page.goto(back);
    await page.getByLabel('Your name').fill('Ana María Reyes');
    await page.getByRole('button', { name: 'Finish the course' }).click();
    await page.getByText('“Knows the signs” is on your record').waitFor();
    await shot(page, 'course-finished');
    const link = await page.getByRole('link', { name: 'Certificate (PDF)' }).getAttribute('href');
    expect(link).toMatch(/\/certificates\/[\w-]{46}\.pdf$/);
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test.each(siteAppearances)('has no accessibility violations: $locale, $width', async (look) => {
    const findings: Record<string, string[]> = {};
    const { page, context } = await newVisit(browser, { baseUrl: app.url, ...look });
    for (const path of [
      '/learn',
      `/learn/courses/${shippedCourse.slug}`,
      `/learn/courses/${shippedCourse.slug}/2`,
      '/learn/signs/print',
    ]) {
      await page.goto(path);
      const found = await axeFindings(page);
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      await page.setViewportSize({ width: 320, height: 800 });
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways at 320');
      await page.setViewportSize({ width: look.width === 'phone' ? 360 : 1280, height: 800 });
      if (found.length > 0) findings[path] = found;
      await shot(page, `site${path.replaceAll('/', '-')}-${look.locale}-${look.width}${look.dark ? '-dark' : ''}`);
    }
    await context.close();
    expect(findings).toEqual({});
  });

  test.each(['A4', 'Letter'] as const)(
    'a handout on %s has no blank page, and its strips fit on one page',
    async (format) => {
      const { page, context } = await newVisit(browser, { baseUrl: app.url });
      for (const slug of ['signs', 'a-job-that-is-safe-to-take', 'what-respect-looks-like']) {
        for (const lang of ['en', 'es']) {
          await page.goto(`/learn/${slug}/print?lang=${lang}`);
          const file = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
          const pages = file.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
          await page.emulateMedia({ media: 'print' });
          // Printed width is the paper without its margins (14 mm) at 96 dpi.
          const [wide, high] = format === 'A4' ? [688, 1017] : [710, 950];
          await page.setViewportSize({ width: wide, height: high });
          const shown = await page.evaluate(() => ({
            height: document.querySelector('.handout')!.getBoundingClientRect().height,
            hidden: ['.help', '.foot', '.screen-only'].filter((name) =>
              [...document.querySelectorAll(name)].some((one) => one.getBoundingClientRect().height > 0),
            ),
            strip: document.querySelector('.tear-off')!.getBoundingClientRect().height,
          }));
          await page.emulateMedia({ media: null });
          expect(shown.hidden).toEqual([]);
          // Blocks kept together may add one page, but none may be blank.
          expect([slug, lang, pages >= 1 && pages <= Math.ceil((shown.height + shown.strip) / high)]).toEqual([
            slug,
            lang,
            true,
          ]);
        }
      }
      await context.close();
    },
  );
});
