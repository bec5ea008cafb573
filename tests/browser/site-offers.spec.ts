import { anEvent, aShift } from '../support/factories.js';
import { describeInBrowser, personalLink, phoneVisits, signUpOn } from './support/index.js';

/** One place, three people: how it passes on, seen by each of them. */
describeInBrowser('a place that is passed on', () => {
  const site = phoneVisits();
  let { app, sink, page } = site;
  beforeEach(() => void ({ app, sink, page } = site));

  /** These people signed up for a shift of one place, in this order, and confirmed their addresses. */
  async function inLine(...names: string[]): Promise<Record<string, string>> {
    const event = await anEvent(app.db, { startsAt: new Date(Date.now() + 14 * 86_400_000) });
    await aShift(app.db, { eventId: event.id, role: 'Driver', capacity: 1 });
    const links: Record<string, string> = {};
    for (const name of names) {
      const email = `${name.toLowerCase()}-${event.id}@example.org`;
      // Each has a browser of their own: this one would know who confirmed before.
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

  test('the first in line is offered it, and takes it', async () => {
    const { Ana, Bea } = await inLine('Ana', 'Bea');
    await page.goto(Bea ?? '');
    await title('You’re number 1 on the waitlist');
    await givesUp(Ana);
    await page.goto(Bea ?? '');
    await title('A spot opened, and it’s yours if you want it');
    await page.getByText('(Pacific Time)', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Take the spot' }).click();
    await title('You’re in');
  });

  test('who lets it go passes it to the next', async () => {
    const { Ana, Bea, Cid } = await inLine('Ana', 'Bea', 'Cid');
    await givesUp(Ana);
    await page.goto(Bea ?? '');
    await page.getByRole('button', { name: 'Let someone else have it' }).click();
    await title('You’re no longer signed up');
    await page.goto(Cid ?? '');
    await title('A spot opened, and it’s yours if you want it');
  });

  test('an offer that ran out is said kindly, on the page and after the button', async () => {
    const { Ana, Bea } = await inLine('Ana', 'Bea');
    await givesUp(Ana);
    await page.goto(Bea ?? '');
    await title('A spot opened, and it’s yours if you want it');
    // The page stays open while the offer runs out.
    await app.db.query(
      "UPDATE events.signup SET offer_expires_at = now() - interval '1 minute' WHERE status = 'offered' AND name = 'Bea'",
    );
    await page.getByRole('button', { name: 'Take the spot' }).click();
    expect(await page.locator(':focus').innerText()).toContain('has expired');
    await page.goto(Bea ?? '');
    await title('This offer has expired');
    await page.getByRole('link', { name: 'Sign up again' }).waitFor();
  });

  test('leaving the waitlist asks first', async () => {
    const { Bea } = await inLine('Ana', 'Bea');
    await page.goto(Bea ?? '');
    await page.getByRole('link', { name: 'Leave the waitlist' }).click();
    await title('Leave the waitlist?');
    await page.getByRole('button', { name: 'Yes, leave the waitlist' }).click();
    await title('You’re no longer signed up');
  });
});
