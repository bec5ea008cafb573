import { anEvent, aShift } from '../support/factories.js';
import { describeInBrowser, personalLink, phoneVisits, signUpOn } from './support/index.js';

describeInBrowser('an offered place', () => {
  const site = phoneVisits();
  let { app, sink, page } = site;
  beforeEach(() => void ({ app, sink, page } = site));

  /** The shift has one place, and all addresses are verified. */
  async function signUpInOrder(...names: string[]): Promise<Record<string, string>> {
    const event = await anEvent(app.db, { startsAt: new Date(Date.now() + 14 * 86_400_000) });
    await aShift(app.db, { eventId: event.id, role: 'Driver', capacity: 1 });
    const links: Record<string, string> = {};
    for (const name of names) {
      const email = `${name.toLowerCase()}-${event.id}@example.org`;
      // Each uses a separate browser; this one would remember the previous volunteer.
      await site.visit.context.clearCookies();
      await signUpOn(page, event.slug, { shift: 'Driver', name, email });
      links[name] = await personalLink(app, sink, email);
      await page.goto(links[name]);
      await page.getByRole('button', { name: 'Yes, confirm' }).click();
      await page.getByText('Confirmed. Thank you!').waitFor();
    }
    return links;
  }

  async function givesUp(link: string | undefined): Promise<void> {
    await page.goto(link ?? '');
    await page.getByRole('link', { name: 'Cancel my spot' }).click();
    await page.getByRole('button', { name: 'Yes, cancel my spot' }).click();
    await page.getByText('Thank you for letting us know', { exact: false }).first().waitFor();
  }

  const title = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

  test('the first person on the waitlist is offered it and accepts', async () => {
    const { Ana, Bea } = await signUpInOrder('Ana', 'Bea');
    await page.goto(Bea ?? '');
    await title('You’re number 1 on the waitlist');
    await givesUp(Ana);
    await page.goto(Bea ?? '');
    await title('A spot opened, and it’s yours if you want it');
    await page.getByText('(Pacific Time)', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Take the spot' }).click();
    await title('You’re in');
  });

  test('declining passes it to the next person', async () => {
    const { Ana, Bea, Cid } = await signUpInOrder('Ana', 'Bea', 'Cid');
    await givesUp(Ana);
    await page.goto(Bea ?? '');
    await page.getByRole('button', { name: 'Let someone else have it' }).click();
    await title('You’re no longer signed up');
    await page.goto(Cid ?? '');
    await title('A spot opened, and it’s yours if you want it');
  });

  test('an expired offer is explained on the page and after clicking the button', async () => {
    const { Ana, Bea } = await signUpInOrder('Ana', 'Bea');
    await givesUp(Ana);
    await page.goto(Bea ?? '');
    await title('A spot opened, and it’s yours if you want it');
    await app.db.query(
      "UPDATE events.signup SET offer_expires_at = now() - interval '1 minute' WHERE status = 'offered' AND name = 'Bea'",
    );
    await page.getByRole('button', { name: 'Take the spot' }).click();
    expect(await page.locator(':focus').innerText()).toContain('has expired');
    await page.goto(Bea ?? '');
    await title('This offer has expired');
    await page.getByRole('link', { name: 'Sign up again' }).waitFor();
  });

  test('leaving the waitlist needs confirmation', async () => {
    const { Bea } = await signUpInOrder('Ana', 'Bea');
    await page.goto(Bea ?? '');
    await page.getByRole('link', { name: 'Leave the waitlist' }).click();
    await title('Leave the waitlist?');
    await page.getByRole('button', { name: 'Yes, leave the waitlist' }).click();
    await title('You’re no longer signed up');
  });
});
