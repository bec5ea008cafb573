import type { Page } from 'playwright-core';
import { anEvent, aShift } from '../support/factories.js';
import { days } from '../support/movable-clock.js';
import { describeInBrowser, newVisit, phoneVisits } from './support/index.js';

/** Signing up without scrolling on a phone 360 px wide, as the demo's events are: several shifts, guests, an age. */
describeInBrowser("the first screen of an event's page", () => {
  const site = phoneVisits();
  let { app, page } = site;
  let slug: string;
  let shiftIds: string[];

  beforeAll(async () => {
    ({ app } = site);
    ({ slug, shiftIds } = await createEventWithShifts());
  });

  async function createEventWithShifts(imageUrl: string | null = null) {
    const startsAt = new Date(Date.now() + days(20));
    // In the morning of Los Angeles, so that no shift ends on the next day.
    startsAt.setUTCHours(17, 0, 0, 0);
    const event = await anEvent(app.db, { title: 'Care kit packing', startsAt });
    await app.db.query(
      `UPDATE events.event SET max_guests = 3, summary = 'Pack bags.', description = 'We fill backpacks.',
         place = 'Evergreen Community Hall, 2100 E 1st St, Los Angeles, CA 90033', image_url = $2
       WHERE id = $1`,
      [event.id, imageUrl],
    );
    const hour = (n: number) => new Date(startsAt.valueOf() + n * 3_600_000);
    const shifts = [
      { role: 'Packing, first half', capacity: 12, from: 0, to: 2 },
      { role: 'Packing, second half', capacity: 12, from: 2, to: 4 },
      { role: 'Check-in table', capacity: 2, from: 0, to: 4, note: 'You greet people and hand out name stickers.' },
      { role: 'Cleaning up', capacity: 4, from: 4, to: 5 },
      { role: 'Driving', capacity: 2, from: 4, to: 6 },
    ];
    const ids: string[] = [];
    for (const { role, capacity, from, to, note } of shifts) {
      const shift = await aShift(app.db, { eventId: event.id, role, capacity, startsAt: hour(from), endsAt: hour(to) });
      const age = note === undefined ? null : 18;
      await app.db.query('UPDATE events.shift SET minimum_age = $2, note = $3, position = $4 WHERE id = $1', [
        shift.id,
        age,
        note,
        ids.length,
      ]);
      ids.push(shift.id);
    }
    return { slug: event.slug, shiftIds: ids };
  }
  beforeEach(() => void ({ app, page } = site));

  /** Radio buttons or checkboxes of one name count once. */
  const visibleControls = (at: Page) =>
    at.locator('form.sign-up').evaluate((form) => {
      const controls = [...form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')];
      return [...new Set(controls.filter((control) => control.checkVisibility()).map(({ name }) => name))];
    });
  const topOf = async (at: Page, selector: string) => (await at.locator(selector).first().boundingBox())!.y;

  test.each(['en-US', 'es-US'] as const)(
    'shows picture, time, place, shifts and name above y = 700: %s',
    async (locale) => {
      const { page: phone, context } = await newVisit(site.browser, {
        baseUrl: app.url,
        width: 'phone',
        locale,
        javaScript: false,
      });
      const { slug: withPicture } = await createEventWithShifts('/icon-512.png');
      await context.route('**/icon-512.png', (route) => route.fulfill({ path: 'apps/site/public/icon-512.png' }));
      await phone.goto(`/events/${withPicture}`);
      const order = ['.event-image', 'h1', '.when-where', '#shift', '#name'];
      const tops = await Promise.all(order.map((selector) => topOf(phone, selector)));
      expect(tops[0]).toBeLessThan(200);
      expect([...tops.slice(1)].sort((a, b) => a - b)).toEqual(tops.slice(1));
      expect(tops.at(-1)).toBeLessThan(700);
      expect(await visibleControls(phone)).toEqual(['shift', 'name', 'email', 'oldEnough']);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(await topOf(phone, '#about')).toBeGreaterThan(await topOf(phone, 'form.sign-up .button'));
      await context.close();
    },
  );

  test('unfolds the other shifts, guests, phone and birth year by hand, without script', async () => {
    await page.goto(`/events/${slug}`);
    for (const [summary, field] of [
      ['2 more shifts', `#shift-${shiftIds[4]}`],
      ['Bringing anyone?', '#guests'],
      ['Add a phone number (optional)', '#phone'],
      ['Or enter your birth year', '#birthYear'],
    ] as const) {
      expect([field, await page.locator(field).isVisible()]).toEqual([field, false]);
      await page.getByText(summary, { exact: true }).click();
      expect([field, await page.locator(field).isVisible()]).toEqual([field, true]);
    }
  });

  test('asks how to treat several shifts only when two are checked', async () => {
    await page.goto(`/events/${slug}`);
    const question = page.getByLabel('Only if I get all of them');
    await page.getByLabel('Packing, first half').check();
    expect(await question.isVisible()).toBe(false);
    await page.getByLabel('Packing, second half').check();
    expect(await question.isVisible()).toBe(true);
  });

  test('a link to a shift unfolds it in place of another', async () => {
    await page.goto(`/events/${slug}?shift=${shiftIds[4]}`);
    expect(await page.getByLabel('Driving').isChecked()).toBe(true);
    expect(await page.getByLabel('Driving').isVisible()).toBe(true);
    expect(await topOf(page, '#name')).toBeLessThan(700);
  });

  test('opens what holds a value or an error, with everything that was typed', async () => {
    await page.goto(`/events/${slug}`);
    await page.getByLabel('Check-in table').check();
    await page.getByText('Bringing anyone?', { exact: true }).click();
    await page.locator('#guests').selectOption('1');
    await page.getByText('Add a phone number (optional)').click();
    await page.locator('#phone').fill('12');
    await page.getByText('Or enter your birth year').click();
    await page.locator('#birthYear').fill('1990');
    await page.getByLabel('Your name').fill('Ana');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Check-in table').isChecked()).toBe(true);
    for (const [field, value] of [
      ['#guests', '1'],
      ['#phone', '12'],
      ['#birthYear', '1990'],
      ['#name', 'Ana'],
    ] as const) {
      const control = page.locator(field);
      expect([field, await control.isVisible(), await control.inputValue()]).toEqual([field, true, value]);
    }
    expect(await page.locator('#email-error').isVisible()).toBe(true);
  });
});
