import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { describeInBrowser, personalLink, phoneVisits, signUpOn } from './support/index.js';

describeInBrowser('a volunteer on the public site', () => {
  const site = phoneVisits();
  let { app, sink, visit, page } = site;
  let slug: string;

  beforeAll(async () => {
    ({ app } = site);
    const chapter = await aChapter(app.db, { name: 'Los Angeles' });
    const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Community kitchen' });
    await anEvent(app.db, { chapterId: chapter.id, title: 'Packing day', status: 'cancelled' });
    slug = event.slug;
    await aShift(app.db, { eventId: event.id, role: 'Kitchen', capacity: 20 });
    const full = await aShift(app.db, { eventId: event.id, role: 'Welcome table', capacity: 1 });
    await app.db.query('UPDATE events.shift SET position = 1 WHERE id = $1', [full.id]);
    await aSignup(app.db, { shiftId: full.id });
    await aSignup(app.db, { shiftId: full.id, status: 'waitlisted' });
  });
  beforeEach(() => void ({ app, sink, visit, page } = site));

  const fillIn = (who: { shift: string; name: string; email: string }): Promise<void> => signUpOn(page, slug, who);
  const linkTo = (email: string): Promise<string> => personalLink(app, sink, email);

  test('finds an event, signs up, confirms by the emailed link, and cancels', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Volunteer' }).click();
    await page.getByText('Filters', { exact: true }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('kitchen');
    await page.getByLabel('Has open spots').check();
    await page.getByRole('button', { name: 'Show events' }).click();
    expect(page.url()).toContain('text=kitchen');
    expect(await page.locator('.row h3').allInnerTexts()).toEqual(['Community kitchen']);
    await page.getByRole('link', { name: 'Community kitchen' }).click();

    await fillIn({ shift: 'Kitchen', name: 'Ana Reyes', email: 'ana@example.org' });
    expect(new URL(page.url()).pathname).toBe(`/events/${slug}/done`);
    await page.getByRole('heading', { level: 1, name: 'Your spot is reserved' }).waitFor();
    await page.getByText('an email with your personal link to ana@example.org', { exact: false }).waitFor();
    await page.getByText('We sent it to ana@example.org.', { exact: false }).waitFor();
    expect(page.url()).not.toMatch(/\bana\b/i);
    const entry = await page.getByRole('link', { name: 'Add to your calendar' }).getAttribute('href');
    const [signup] = await app.db.query<{ id: string }>(
      `SELECT s.id FROM events.signup s JOIN volunteers.volunteer v ON v.id = s.volunteer_id WHERE v.email = $1`,
      ['ana@example.org'],
    );
    expect(await (await fetch(app.url + entry)).text()).toContain(`UID:${signup?.id}\r\n`);

    const link = await linkTo('ana@example.org');
    await page.goto(link);
    await page.getByText('Hello, Ana Reyes').waitFor();
    await page.getByRole('button', { name: 'Yes, confirm' }).click();
    await page.getByRole('heading', { level: 1, name: 'You’re in' }).waitFor();

    await page.getByRole('link', { name: 'Cancel my spot' }).click();
    await page.getByRole('heading', { level: 1, name: 'Give up your spot?' }).waitFor();
    await page.getByRole('link', { name: 'No, keep it' }).click();
    await page.getByRole('heading', { level: 1, name: 'You’re in' }).waitFor();
    await page.getByRole('link', { name: 'Cancel my spot' }).click();
    await page.getByRole('button', { name: 'Yes, cancel my spot' }).click();
    await page.getByRole('heading', { level: 1, name: 'You’re no longer signed up' }).waitFor();
    const [state] = await app.db.query(
      `SELECT s.status FROM events.signup s JOIN volunteers.volunteer v ON v.id = s.volunteer_id WHERE v.email = $1`,
      ['ana@example.org'],
    );
    expect(state).toEqual({ status: 'cancelled' });
  });

  test('a canceled event says so first, without sign-up or calendar entry', async () => {
    const event = await anEvent(app.db, {
      title: 'A very long title that takes its three lines on a phone',
      status: 'cancelled',
    });
    await app.db.query(`UPDATE events.event SET cancel_reason = 'The hall is flooded.' WHERE id = $1`, [event.id]);
    await aShift(app.db, { eventId: event.id });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const [address, words] of [
      [`/events/${event.slug}`, 'This event was canceled'],
      [`/events/${event.slug}?lang=es`, 'Este evento se canceló'],
    ] as const) {
      await page.goto(address);
      const notice = page.locator('.closed');
      const box = await notice.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 9999)).toBeLessThanOrEqual(740);
      expect(await notice.innerText()).toContain(words);
      expect(await notice.innerText()).toContain('The hall is flooded.');
      expect(await page.locator('form.sign-up, a[href$=".ics"]').count()).toBe(0);
    }
    await page.goto('/events?lang=en');
  });

  test('an end date before the start is reported at its field, which is scrolled into view', async () => {
    await page.goto('/events?from=2030-05-04&to=2030-05-01');
    const last = page.getByLabel('Until');
    expect(await last.isVisible()).toBe(true);
    expect(await last.getAttribute('aria-invalid')).toBe('true');
    const described = await last.getAttribute('aria-describedby');
    await page.locator(`#${described}`, { hasText: 'before the first one' }).waitFor();
    expect(await last.inputValue()).toBe('2030-05-01');
  });

  test('no filter is cut off on a phone, in either language', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const language of ['en', 'es']) {
      await page.goto(`/events?lang=${language}&place=x`);
      const cut = await page.locator('.filter :is(input[name=place], select[name=where])').evaluateAll((fields) =>
        fields.flatMap((field) => {
          const canvas = document.createElement('canvas').getContext('2d');
          const style = getComputedStyle(field);
          if (canvas) canvas.font = style.font;
          const text =
            field instanceof HTMLSelectElement ? field.options[0]?.text : (field as HTMLInputElement).placeholder;
          // Reserves room for the select's arrow.
          const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 20;
          return (canvas?.measureText(text ?? '').width ?? 0) > room ? [text] : [];
        }),
      );
      expect(cut).toEqual([]);
    }
    await page.goto('/events?lang=en');
  });

  test('overlapping shifts are revealed only to the owner of the address', async () => {
    const event = await anEvent(app.db, { title: 'Night shelter' });
    await app.db.query(`UPDATE events.event SET bring = 'A torch', accessibility = 'No steps' WHERE id = $1`, [
      event.id,
    ]);
    const first = await aShift(app.db, { eventId: event.id, role: 'Beds' });
    await aShift(app.db, { eventId: event.id, role: 'Doors' });
    await aSignup(app.db, { shiftId: first.id, email: 'two@example.org' });
    await signUpOn(page, event.slug, { shift: 'Doors', name: 'Ana', email: 'two@example.org' });
    expect(await page.locator('main').innerText()).not.toContain('Beds');
    await page.goto(await linkTo('two@example.org'));
    await page.getByText('You’re also signed up for this at the same time:').waitFor();
    await page.getByText('Night shelter (Beds)', { exact: false }).waitFor();
    for (const words of ['A torch', 'No steps', 'Rosa']) await page.getByText(words).waitFor();
  });

  test('shows errors first with focus and keeps all input', async () => {
    await page.goto(`/events/${slug}`);
    await page.getByLabel('Your name').fill('Bea');
    await page.getByLabel('Email').fill('bea@');
    await page.getByRole('button', { name: 'Sign up' }).click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      'Choose a shift',
      'Enter a complete email address, like name@example.com',
    ]);
    expect(await page.locator(':focus').getAttribute('class')).toBe('error-summary');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Bea');
    expect(await page.getByLabel('Email').inputValue()).toBe('bea@');
    const field = page.getByLabel('Email');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.getAttribute('aria-describedby')).toContain('email-error');
    await summary.getByRole('link', { name: /email/ }).click();
    await page.locator('#email:focus').waitFor();
  });

  test('signing up twice for the same shift creates one sign-up', async () => {
    await fillIn({ shift: 'Kitchen', name: 'Cid', email: 'cid@example.org' });
    const first = page.url();
    await fillIn({ shift: 'Kitchen', name: 'Cid', email: 'cid@example.org' });
    expect(page.url()).toBe(first);
    const [{ n } = { n: 0 }] = await app.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM events.signup s JOIN volunteers.volunteer v ON v.id = s.volunteer_id
       WHERE v.email = 'cid@example.org'`,
    );
    expect(n).toBe(1);
  });

  test('joins the waitlist of a full shift and sees the position', async () => {
    await page.goto(`/events/${slug}`);
    await page.getByText('Waitlist: 1').waitFor();
    await fillIn({ shift: 'Welcome table', name: 'Dora', email: 'dora@example.org' });
    await page.getByRole('heading', { level: 1, name: 'You’re on the waitlist' }).waitFor();
    await page.getByText('You’re number 2 on the waitlist.', { exact: false }).waitFor();
    expect(await page.locator('a[href*=".ics"]').count()).toBe(0);
    await page.goto(await linkTo('dora@example.org'));
    await page.getByRole('button', { name: 'Yes, confirm' }).click();
    await page.getByRole('heading', { level: 1, name: 'You’re number 2 on the waitlist' }).waitFor();
  });

  test('opening a personal link, as a mail scanner does, changes nothing', async () => {
    await fillIn({ shift: 'Kitchen', name: 'Eva', email: 'eva@example.org' });
    const link = await linkTo('eva@example.org');
    for (const address of [link, `${link}?ask=cancel`, `${link}?did=confirm`]) await page.goto(address);
    const [state] = await app.db.query(
      `SELECT s.status, s.proven_at FROM events.signup s JOIN volunteers.volunteer v ON v.id = s.volunteer_id
       WHERE v.email = 'eva@example.org'`,
    );
    expect(state).toEqual({ status: 'confirmed', proven_at: null });
  });

  test('signs up by keyboard alone', async () => {
    await page.goto(`/events/${slug}`);
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    const focus = (selector: string): Promise<boolean> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element === document.activeElement);
    await press('Tab');
    expect(await focus('.skip[href="#content"]')).toBe(true);
    await press('Tab');
    expect(await focus('.skip[href="/leave"]')).toBe(true);
    for (let presses = 0; presses < 40 && !(await focus('input[name="shift"]')); presses += 1) await press('Tab');
    await press('Space');
    await press('Tab');
    await page.keyboard.type('Flor');
    await press('Tab');
    await page.keyboard.type('flor@example.org');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Your spot is reserved' }).waitFor();
  });

  test('creates a calendar URL and turns it off', async () => {
    await fillIn({ shift: 'Kitchen', name: 'Gil', email: 'gil@example.org' });
    await page.goto(await linkTo('gil@example.org'));
    await page.getByRole('button', { name: 'Yes, confirm' }).click();
    await page.getByText('All your shifts in your calendar').click();
    expect(await page.getByRole('button', { name: 'Turn the address off' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Create a calendar address' }).click();
    const address = new URL(await page.getByLabel('Your calendar address').inputValue());
    const status = async (): Promise<number> => (await fetch(app.url + address.pathname)).status;
    expect(await status()).toBe(200);
    await page.getByRole('button', { name: 'Turn the address off' }).click();
    await page.getByText('The calendar address is turned off.', { exact: false }).waitFor();
    expect(await status()).toBe(404);
  });

  test('gives feedback after the shift', async () => {
    await fillIn({ shift: 'Kitchen', name: 'Hana', email: 'hana@example.org' });
    const link = await linkTo('hana@example.org');
    await page.goto(link);
    await page.getByRole('button', { name: 'Yes, confirm' }).click();
    await page.getByRole('heading', { level: 1, name: 'You’re in' }).waitFor();
    await app.db
      .query(`UPDATE events.shift SET starts_at = now() - interval '5 hours', ends_at = now() - interval '1 hour'
      WHERE id = (SELECT shift_id FROM events.signup WHERE name = 'Hana')`);
    await page.goto(link);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('link', { name: 'Choose how it went' }).waitFor();
    await page.getByRole('radio', { name: 'Very well' }).check();
    await page.getByLabel('Anything we should know? (optional)').fill('More onions.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you for telling us.').waitFor();
    expect(await app.db.query('SELECT rating, comment FROM events.feedback')).toEqual([
      { rating: 5, comment: 'More onions.' },
    ]);
  });

  test('reads everything in Spanish, and the choice is remembered', async () => {
    await page.goto(`/events/${slug}`);
    await page.locator('.menu > summary').click();
    await page.getByRole('link', { name: 'Español' }).first().click();
    await page.getByRole('heading', { name: 'Inscríbete' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await page.goto('/events');
    await page.getByRole('heading', { level: 1, name: 'Eventos' }).waitFor();
    const [cookie] = await visit.context.cookies();
    expect(cookie).toMatchObject({ name: 'lang', value: 'es', expires: -1, httpOnly: true });
  });
});
