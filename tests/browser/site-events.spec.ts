import { importPostcodes, readGazetteer } from '@upstander/platform';
import { aChapter, anEvent, aShift } from '../support/factories.js';
import { describeInBrowser, phoneVisits } from './support/index.js';

/** The list of events on a phone, with scripts switched off: by day, for the weekend, and near a ZIP code. */
describeInBrowser('the list of events', () => {
  const site = phoneVisits();
  let { app, page } = site;

  beforeAll(async () => {
    ({ app } = site);
    const { id: chapterId } = await aChapter(app.db, { name: 'Los Angeles' });
    await importPostcodes(
      { query: (sql, params) => app.db.query(sql, params) },
      readGazetteer('GEOID|INTPTLAT|INTPTLONG\n90012|34.0678|-118.2422\n92113|32.6968|-117.1192\n'),
    );
    const soon = new Date(Date.now() + 60 * 60_000);
    const oneHour = (from: Date) => ({ startsAt: from, endsAt: new Date(from.valueOf() + 60 * 60_000) });
    const timeZone = 'Etc/GMT+12';
    const now = await anEvent(app.db, {
      ...{ chapterId, timeZone, title: 'Begins soon', place: '1 Main St, Los Angeles, CA 90012' },
      ...oneHour(soon),
    });
    await aShift(app.db, { eventId: now.id });
    // More than a page of them on one day, ten days on.
    const later = new Date(soon.valueOf() + 10 * 86_400_000);
    later.setUTCHours(20, 0, 0, 0);
    for (let i = 0; i < 22; i += 1) {
      const startsAt = new Date(later.valueOf() + i * 60_000);
      await anEvent(app.db, {
        ...{ chapterId, timeZone, title: `Packing ${i}`, place: '3 Bay St, San Diego, CA 92113' },
        ...oneHour(startsAt),
      });
    }
  });
  beforeEach(() => void ({ app, page } = site));

  const days = () => page.locator('.day h2').allInnerTexts();
  const titles = () => page.locator('.card h3').allInnerTexts();

  test('a day stands over its events, and goes on on the next page', async () => {
    await page.goto('/events');
    const [first, second, ...none] = await days();
    expect(none).toEqual([]);
    expect(second).not.toContain('Today');
    expect(
      await page
        .getByRole('region', { name: second ?? '' })
        .getByRole('heading', { level: 3 })
        .count(),
    ).toBe(19);
    expect(first).not.toBe(second);
    await page.getByRole('link', { name: 'Later events' }).click();
    expect(await days()).toEqual([second]);
    expect(await titles()).toEqual(['Packing 19', 'Packing 20', 'Packing 21']);
    await page.getByRole('link', { name: 'Earlier events' }).click();
    expect(await days()).toEqual([first, second]);
  });

  test('near a ZIP code, by an address that can be passed on', async () => {
    await page.goto('/events');
    await page.getByLabel('Near ZIP code').fill('90012');
    await page.getByLabel('Within').selectOption('10');
    await page.getByRole('button', { name: 'Show events' }).click();
    expect(page.url()).toContain('postcode=90012');
    expect(await titles()).toEqual(['Begins soon']);
    await page.getByText('less than a mile away', { exact: false }).waitFor();
    await page.goto('/events?postcode=00000');
    await page.getByText('We do not know this ZIP code.', { exact: false }).waitFor();
    expect((await titles()).length).toBe(20);
  });

  test('one press narrows it to the weekend, and keeps what else was asked for', async () => {
    await page.goto('/events?postcode=90012');
    await page.getByRole('link', { name: 'This weekend' }).click();
    expect(new URL(page.url()).search).toBe('?weekend=1&postcode=90012');
    expect(await page.getByRole('link', { name: 'This weekend' }).getAttribute('aria-current')).toBe('true');
    // The form keeps it, too.
    await page.getByRole('button', { name: 'Show events' }).click();
    expect(new URL(page.url()).searchParams.get('weekend')).toBe('1');
    await page.getByRole('link', { name: 'Any day' }).click();
    expect(new URL(page.url()).search).toBe('?postcode=90012');
  });
});
