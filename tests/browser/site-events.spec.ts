import { importPostcodes, readGazetteer } from '@upstander/platform';
import { aChapter, anEvent, aShift } from '../support/factories.js';
import { describeInBrowser, phoneVisits } from './support/index.js';

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
      chapterId,
      timeZone,
      title: 'Begins soon',
      place: '1 Main St, Los Angeles, CA 90012',
      ...oneHour(soon),
    });
    await aShift(app.db, { eventId: now.id });
    const later = new Date(soon.valueOf() + 10 * 86_400_000);
    later.setUTCHours(20, 0, 0, 0);
    for (let i = 0; i < 22; i += 1) {
      const startsAt = new Date(later.valueOf() + i * 60_000);
      await anEvent(app.db, {
        chapterId,
        timeZone,
        title: `Packing ${i}`,
        place: '3 Bay St, San Diego, CA 92113',
        ...oneHour(startsAt),
      });
    }
  });
  beforeEach(() => void ({ app, page } = site));

  const days = () => page.locator('.day h2').allInnerTexts();
  const titles = () => page.locator('.row h3').allInnerTexts();

  test('shows a heading per day, and repeats it on the next page', async () => {
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

  test('filters by ZIP code with a shareable URL', async () => {
    await page.goto('/events');
    await page.getByLabel('Near ZIP code').fill('90012');
    await page.getByRole('button', { name: 'Go: search near this ZIP code' }).click();
    expect(new URL(page.url()).search).toBe('?postcode=90012&miles=25');
    expect(await titles()).toEqual(['Begins soon']);
    await page.getByText('under 1 mi', { exact: false }).waitFor();
    expect(await page.getByLabel('Within').isVisible()).toBe(false);
    await page.goto('/events?postcode=90012&miles=10');
    expect(await page.getByLabel('Within').inputValue()).toBe('10');
    await page.getByRole('link', { name: 'Remove filter: Near 90012, 10 mi' }).click();
    expect(page.url()).toBe(`${app.url}/events`);
  });

  test('shows an unknown ZIP code with its error above the results and keeps the other fields', async () => {
    await page.goto('/events');
    await page.getByText('Filters', { exact: true }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('packing');
    await page.getByLabel('Near ZIP code').fill('00000');
    await page.getByRole('button', { name: 'Show events' }).click();
    const field = page.getByLabel('Near ZIP code');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator(`#${await field.getAttribute('aria-describedby')}`).isVisible()).toBe(true);
    expect(await field.inputValue()).toBe('00000');
    const search = page.getByRole('searchbox', { name: 'Search' });
    expect([await search.isVisible(), await search.inputValue()]).toEqual([true, 'packing']);
    expect((await titles()).length).toBe(20);
    await page.getByRole('link', { name: 'Clear all' }).click();
    expect(page.url()).toBe(`${app.url}/events`);
  });

  test('filters by day, week and online events with one click each, keeping other filters', async () => {
    const search = () => new URL(page.url()).search;
    const quickFilters = page.getByRole('list', { name: 'Quick filters' });
    await page.goto('/events?postcode=90012');
    await quickFilters.getByRole('link', { name: 'Sat' }).click();
    expect(search()).toBe('?weekday=6&postcode=90012');
    expect((await days()).every((day) => day.includes('Saturday'))).toBe(true);
    await quickFilters.getByRole('link', { name: 'This week' }).click();
    await quickFilters.getByRole('link', { name: 'Online' }).click();
    expect(search()).toBe('?week=1&weekday=6&postcode=90012&where=online');
    for (const name of ['Sat', 'This week', 'Online']) {
      expect(await quickFilters.getByRole('link', { name }).getAttribute('aria-current')).toBe('true');
    }
    expect(await page.getByLabel('Until').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Go: search near this ZIP code' }).click();
    expect(new URL(page.url()).searchParams.get('week')).toBe('1');
    for (const name of ['Sat', 'This week', 'Online']) await quickFilters.getByRole('link', { name }).click();
    expect(search()).toBe('?postcode=90012');
  });

  test('carries ZIP code and day to single shifts and back', async () => {
    await page.goto('/events?postcode=90012&miles=50&weekday=6');
    await page.getByRole('link', { name: 'Shifts that fit you' }).click();
    expect(new URL(page.url()).search).toBe('?view=shifts&postcode=90012&miles=50&weekday=6');
    await page.getByRole('link', { name: 'All events' }).click();
    expect(new URL(page.url()).search).toBe('?weekday=6&postcode=90012&miles=50');
  });
});

describeInBrowser("an event's page", () => {
  const site = phoneVisits();
  let { app, page } = site;
  let slug: string;
  let chapter: { id: string; slug: string };

  beforeAll(async () => {
    ({ app } = site);
    chapter = await aChapter(app.db, { name: 'Los Angeles' });
    const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Community kitchen' });
    await aShift(app.db, { eventId: event.id, capacity: 3 });
    await app.db.query('UPDATE events.event SET agenda = $2, description = $3 WHERE id = $1', [
      event.id,
      JSON.stringify([
        { time: '09:00', text: 'Briefing', textEs: 'Bienvenida' },
        { time: '13:30', text: 'Lunch', textEs: '' },
      ]),
      'We cook.\n\n'.repeat(40),
    ]);
    slug = event.slug;
  });
  beforeEach(() => void ({ app, page } = site));

  test('shows the agenda in the language of the page, where translated', async () => {
    const lines = async () =>
      (await page.locator('.agenda li').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '));
    await page.goto(`/events/${slug}?lang=es`);
    expect(await lines()).toEqual(['9:00 a.m. Bienvenida', '1:30 p.m. Lunch']);
    expect(await page.getByText('Lunch').getAttribute('lang')).toBe('en');
    await page.goto(`/events/${slug}?lang=en`);
    expect(await lines()).toEqual(['9:00 AM Briefing', '1:30 PM Lunch']);
  });

  test('keeps a way back to the form visible below the description, and none beside the form', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/events/${slug}`);
    const jump = page.getByRole('link', { name: 'Sign up', exact: true });
    const isInSight = () =>
      jump.evaluate((link) => {
        const { top, bottom } = link.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    expect(await isInSight()).toBe(false);
    for (const place of ['.facts', '#share-heading']) {
      await page.locator(place).evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
      expect([place, await isInSight()]).toEqual([place, true]);
    }
    await jump.click();
    expect(new URL(page.url()).hash).toBe('#sign-up');
    expect(await isInSight()).toBe(false);
  });

  test('names the organizer and can be shared without contacting other hosts', async () => {
    await page.goto(`/events/${slug}`);
    expect(await page.getByLabel('Link to this page').inputValue()).toBe(`http://127.0.0.1/events/${slug}`);
    const mail = new URL((await page.getByRole('link', { name: 'Email' }).getAttribute('href')) ?? '');
    expect(mail.protocol).toBe('mailto:');
    expect(mail.searchParams.get('subject')).toBe('Community kitchen');
    expect(mail.searchParams.get('body')).toBe(`Join me: Community kitchen\n\nhttp://127.0.0.1/events/${slug}`);
    await page.getByRole('link', { name: 'Los Angeles' }).click();
    expect(new URL(page.url()).pathname).toBe(`/chapters/${chapter.slug}`);
  });
});
