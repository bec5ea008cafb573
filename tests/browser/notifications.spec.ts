import { SignedIds } from '@upstander/platform';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { aMail } from '../support/mails.js';
import { aVolunteer } from '../support/volunteers.js';
import { addSession, waitUntilLoaded } from './support/admin.js';
import {
  adminAppearances,
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  siteAppearances,
} from './support/index.js';

describeInBrowser('choosing notifications', () => {
  let app: TestApp;
  let browser: Browser;
  let chapterId: string;
  let rosa: { cookie: string; email: string };

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    chapterId = (await aChapter(app.db, { name: 'Los Angeles' })).id;
    rosa = await app.signedIn({ name: 'Rosa Delgado', role: 'organizer', chapterId, email: 'rosa@example.org' });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const linkTo = async (recipient: string) =>
    `/notifications/${app.nest.get(SignedIds).sign('notifications', (await aMail(app.db, { recipient })).id)}`;
  const choices = () =>
    app.db.query<{ recipient: string; topic: string; frequency: string }>(
      'SELECT recipient::text, topic, frequency FROM notifications.preference ORDER BY topic',
    );
  const look = async (page: Page, name: string) => {
    const shots = process.env['LOOK'];
    if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };

  test('a volunteer turns off messages with the link in an email, without JavaScript or an account', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    await page.goto(await linkTo('ana@example.org'));
    await page.getByText('For a•••@e•••.org').waitFor();
    await page.getByRole('group', { name: 'Messages from organizers' }).getByLabel('Never').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. This also applies').waitFor();
    expect(await page.getByRole('group', { name: 'Messages from organizers' }).getByLabel('Never').isChecked()).toBe(
      true,
    );
    expect(await choices()).toContainEqual({
      recipient: 'ana@example.org',
      topic: 'volunteer_messages',
      frequency: 'never',
    });
    await context.close();
  });

  test('the unsubscribe button of a mailbox turns off the topics of the email (RFC 8058), and opening does not', async () => {
    const path = `${await linkTo(rosa.email)}?topics=new_signups,registration_answers`;
    await fetch(app.url + path);
    const ofRosa = async () => (await choices()).filter(({ recipient }) => recipient === rosa.email);
    expect(await ofRosa()).toEqual([]);
    const body = new FormData();
    body.append('List-Unsubscribe', 'One-Click');
    const answer = await fetch(app.url + path, { method: 'POST', body, redirect: 'manual' });
    expect(answer.status).toBe(200);
    expect((await ofRosa()).map(({ topic, frequency }) => [topic, frequency])).toEqual([
      ['new_signups', 'never'],
      ['registration_answers', 'never'],
    ]);
  });

  test('a link that was cut off says what to do', async () => {
    const answer = await fetch(`${app.url}/notifications/abc`);
    expect([answer.status, (await answer.text()).includes('This link no longer works')]).toEqual([404, true]);
  });

  test.each(siteAppearances)('the page has no accessibility violations: $locale, $width', async (appearance) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...appearance });
    await page.goto(await linkTo(rosa.email));
    await look(page, `site-${appearance.locale}-${appearance.width}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test.each(adminAppearances)(
    'an organizer chooses in the admin, and sees why an email did not arrive: $locale, $width',
    async (appearance) => {
      const { id, email } = await aVolunteer(app, chapterId, { name: 'Ana Reyes' });
      await app.db.query(
        `INSERT INTO notifications.delivery_problem (recipient, kind, reason, since)
       VALUES ($1, 'bounced', '550 5.1.1 The email account that you tried to reach does not exist', now())`,
        [email],
      );
      const { page, context } = await newVisit(browser, { baseUrl: app.url, ...appearance });
      await addSession(page, app.url, rosa.cookie);
      await page.goto('/admin/account');
      await page.getByLabel(/^(Turnos donde falta gente|Shifts that need more people)$/).selectOption('DAILY');
      await page.getByText(/^(Guardado|Saved)$/).waitFor();
      await look(page, `admin-account-${appearance.locale}-${appearance.width}`);
      expect(await axeFindings(page)).toEqual([]);
      expect(await choices()).toContainEqual({ recipient: rosa.email, topic: 'short_shifts', frequency: 'daily' });
      await page.goto(`/admin/volunteers/${id}`);
      await waitUntilLoaded(page);
      const retry = page.getByRole('button', { name: /^(Intentar de nuevo|Try again)$/ });
      await retry.waitFor();
      await look(page, `admin-problem-${appearance.locale}-${appearance.width}`);
      expect(await axeFindings(page)).toEqual([]);
      await retry.click();
      await retry.waitFor({ state: 'detached' });
      expect(await app.db.query('SELECT FROM notifications.delivery_problem')).toEqual([]);
      await context.close();
    },
  );
});
