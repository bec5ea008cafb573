import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCredentialType, requireForShift } from '../support/credentials.js';
import { eventually } from '../support/eventually.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { addSession, enterOfflinePin, waitForOfflineCache, setOfflinePin, waitForAnimations } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

describeInBrowser('signing a waiver at the entrance', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;
  let eventId: string;
  let typeId: string;
  const visits: Visit[] = [];

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    const chapter = await aChapter(app.db);
    ({ cookie } = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa Delgado' }));
    const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 600_000);
    const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Care kit packing', startsAt });
    eventId = event.id;
    const { id: shiftId } = await aShift(app.db, { eventId, capacity: 61 });
    ({ id: typeId } = await aCredentialType(app.db, { kind: 'waiver', name: 'Volunteer waiver' }));
    await requireForShift(app.db, shiftId, typeId, { isDueByDay: true });
    await aSignup(app.db, { shiftId, name: 'Ana Reyes', email: 'ana@example.org' });
    await aSignup(app.db, { shiftId, name: 'Bea Ruiz', locale: 'es' });
    await aSignup(app.db, { shiftId, name: 'Cal Stone' });
    const kim = await aSignup(app.db, { shiftId, name: 'Kim Lee' });
    await app.db.query('UPDATE volunteers.volunteer SET minor = true WHERE id = $1', [kim.volunteerId]);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  afterEach(async () => {
    for (const visit of visits.splice(0)) {
      expect(visit.foreignRequests).toEqual([]);
      expect(visit.pageErrors.filter((error) => !/ERR_(INTERNET_DISCONNECTED|FAILED)/.test(error))).toEqual([]);
      await visit.context.close();
    }
  });

  async function aPhone(): Promise<{ page: Page; context: BrowserContext }> {
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale: 'en-US' });
    visits.push(visit);
    await addSession(visit.page, app.url, cookie);
    await visit.page.goto(`/admin/events/${eventId}/check-in`);
    await setOfflinePin(visit.page);
    // The QR reader loads last and would fail if the network were cut before.
    await waitForOfflineCache(visit.page);
    return visit;
  }
  async function draw(page: Page, box: Locator) {
    await box.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await box.boundingBox())!;
    await page.mouse.move(x + width * 0.2, y + height * 0.7);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.4, y + height * 0.2);
    await page.mouse.move(x + width * 0.6, y + height * 0.8);
    await page.mouse.up();
  }
  const storedRows = () =>
    app.db.query<{
      name: string;
      signed: string;
      drawn: boolean;
      relation: string | null;
      locale: string;
      status: string;
    }>(
      `SELECT u.name, c.signed_name AS signed, c.signature IS NOT NULL AS drawn, c.guardian_relation AS relation,
         c.signed_locale AS locale, u.status
       FROM volunteers.credential c JOIN events.signup u ON u.id = c.signup_id WHERE c.type_id = $1 ORDER BY u.name`,
      [typeId],
    );

  test('takes drawn, typed and guardian signatures and walk-ins offline, and saves all of them once online', async () => {
    const { page, context } = await aPhone();
    await context.setOffline(true);
    const dialog = page.getByRole('dialog');

    // An adult draws a signature. Nothing is accepted before the form names the signer and the method.
    await page.getByRole('button', { name: 'Check in Ana Reyes' }).click();
    await dialog.getByText('I take part at my own risk.').waitFor();
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await dialog.getByText('Choose who is signing.').waitFor();
    await dialog.getByText('Sign in the box, or choose to type your name.').waitFor();
    await dialog.getByRole('radio', { name: 'Ana Reyes, who is 18 or older' }).check();
    await draw(page, dialog.getByRole('img', { name: 'Sign here with a finger or a pen' }));
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('button', { name: 'Check out Ana Reyes' }).waitFor();

    // A volunteer who can't draw types the name, in Spanish as in their sign-up.
    await page.getByRole('button', { name: 'Check in Bea Ruiz' }).click();
    await dialog.getByText('Participo bajo mi propio riesgo.').waitFor();
    await dialog.getByRole('radio', { name: 'Bea Ruiz, que tiene 18 años o más' }).check();
    await dialog.getByRole('radio', { name: 'Escribiendo mi nombre completo' }).check();
    await dialog.getByLabel('Tu nombre completo').fill('Beatriz Ruiz');
    await dialog.getByRole('button', { name: 'Firmar', exact: true }).click();
    await page.getByRole('button', { name: 'Check out Bea Ruiz' }).waitFor();

    await page.getByRole('button', { name: 'Check in Kim Lee' }).click();
    await dialog.getByText('Kim Lee is under 18.').waitFor();
    await dialog.getByText('Kim Lee can’t be checked in without a parent or guardian.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Continue without signing' }).count()).toBe(0);
    await dialog.getByRole('radio', { name: 'Mother or father' }).check();
    await dialog.getByLabel('Your full name, as the parent or guardian').fill('Jin Lee');
    await draw(page, dialog.getByRole('img', { name: 'Sign here with a finger or a pen' }));
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('button', { name: 'Check out Kim Lee' }).waitFor();

    // Two walk-ins: an adult and a minor, who must say so.
    await page.getByRole('button', { name: 'Add walk-in' }).click();
    await dialog.getByLabel('Name').fill('Ivo Walker');
    await dialog.getByLabel('Email address').fill('ivo@example.org');
    await dialog.getByRole('button', { name: 'Add and check in' }).click();
    await dialog.getByRole('radio', { name: 'Yes, 18 or older' }).check();
    await dialog.getByRole('button', { name: 'Add and check in' }).click();
    await draw(page, dialog.getByRole('img', { name: 'Sign here with a finger or a pen' }));
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('button', { name: 'Check out Ivo Walker' }).waitFor();
    await page.getByRole('button', { name: 'Add walk-in' }).click();
    await dialog.getByLabel('Name').fill('Uma Young');
    await dialog.getByLabel('Email address').fill('uma@example.org');
    await dialog.getByRole('radio', { name: 'No, under 18' }).check();
    await dialog.getByRole('button', { name: 'Add and check in' }).click();
    await dialog.getByRole('radio', { name: 'Legal guardian' }).check();
    await dialog.getByRole('radio', { name: 'Type my full name' }).check();
    await dialog.getByLabel('Your full name, as the parent or guardian').fill('Val Young');
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('button', { name: 'Check out Uma Young' }).waitFor();

    await page.reload();
    await enterOfflinePin(page);
    await page.getByText('5 of 6 checked in').waitFor();
    expect(await storedRows()).toEqual([]);
    await context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await eventually(async () => {
      expect(await storedRows()).toEqual([
        { name: 'Ana Reyes', signed: 'Ana Reyes', drawn: true, relation: null, locale: 'en', status: 'checked_in' },
        { name: 'Bea Ruiz', signed: 'Beatriz Ruiz', drawn: false, relation: null, locale: 'es', status: 'checked_in' },
        { name: 'Ivo Walker', signed: 'Ivo Walker', drawn: true, relation: null, locale: 'en', status: 'checked_in' },
        { name: 'Kim Lee', signed: 'Jin Lee', drawn: true, relation: 'parent', locale: 'en', status: 'checked_in' },
        {
          name: 'Uma Young',
          signed: 'Val Young',
          drawn: false,
          relation: 'legal_guardian',
          locale: 'en',
          status: 'checked_in',
        },
      ]);
      return true;
    });
    await page.getByText('These couldn’t be saved').waitFor({ state: 'detached' });
  });

  test('a volunteer who declines to sign is admitted, shown as missing the waiver, and signs later', async () => {
    const { page } = await aPhone();
    await page.getByRole('button', { name: 'Check in Cal Stone' }).click();
    await page.getByRole('button', { name: 'Continue without signing' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Cal Stone' });
    await row.getByText('Waiver not signed').waitFor();
    await row.getByRole('button', { name: 'Check out Cal Stone' }).waitFor();
    await page.getByRole('button', { name: 'Sign: Cal Stone' }).click();
    await page.getByRole('radio', { name: 'Cal Stone, who is 18 or older' }).check();
    await page.getByRole('radio', { name: 'Type my full name' }).check();
    await page.getByLabel('Your full name').fill('Cal Stone');
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await row.getByText('Waiver not signed').waitFor({ state: 'detached' });
    await eventually(async () => {
      expect((await storedRows()).map(({ name }) => name)).toContain('Cal Stone');
      return true;
    });
  });

  test('staff and the volunteer see what was signed, and how', async () => {
    const { page } = await aPhone();
    await page.goto(`/admin/events/${eventId}/door`);
    await page.getByRole('heading', { name: 'Signed at check-in' }).waitFor();
    await page.getByRole('img', { name: 'Signature of Jin Lee' }).waitFor();
    await page.getByText(/Signed by Val Young \(legal guardian\)/).waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    const [ana] = await app.db.query<{ id: string }>(
      `SELECT id FROM volunteers.volunteer WHERE email = 'ana@example.org'`,
    );
    await page.goto(`/admin/volunteers/${ana!.id}`);
    await page.getByRole('img', { name: 'Signature of Ana Reyes' }).waitFor();
    await page.getByText('Signed at the entrance, on a device of').waitFor();

    const mine = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale: 'en-US' });
    visits.push(mine);
    await addSession(mine.page, app.url, (await app.signedIn({ email: 'ana@example.org' })).cookie);
    await mine.page.goto('/account/credentials');
    await mine.page.getByRole('img', { name: 'Signature of Ana Reyes' }).waitFor();
    expect(await axeFindings(mine.page)).toEqual([]);
  });
});
