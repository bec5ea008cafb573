import { anAdvocate, anApplication, runBypassingTriggers } from '../support/advocacy.js';
import { startApp } from '../support/app.js';
import { addSession, waitUntilLoaded } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

describeInBrowser('the access log', () => {
  test('appears on the home screen after the nightly check found tampering, and links to the row', async () => {
    const app = await startApp({ safelisted: true });
    const browser = await launchBrowser();
    try {
      const { page } = await newVisit(browser, { baseUrl: app.url });
      await addSession(page, app.url, (await anAdvocate(app)).cookie);
      await anApplication(app);
      await app.runJob('check-audit-chain');
      await page.goto('/admin/');
      await waitUntilLoaded(page);
      const alertLink = page.getByRole('link', { name: 'Someone changed the access log at row 1' });
      expect(await alertLink.count()).toBe(0);
      await runBypassingTriggers(app, `UPDATE sealed.audit SET action = 'nothing' WHERE seq = 1`);
      await app.runJob('check-audit-chain');
      await page.reload();
      await waitUntilLoaded(page);
      await alertLink.click();
      await page.getByText('No. Row 1 was changed', { exact: false }).waitFor();
    } finally {
      await browser.close();
      await app.close();
    }
  });
});
