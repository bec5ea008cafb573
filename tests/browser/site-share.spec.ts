import sharp from 'sharp';
import { startApp, type TestApp } from '../support/app.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { anEvent } from '../support/factories.js';

describe('the site as seen by other programs', () => {
  let app: TestApp;
  let event: { slug: string };
  let draft: { slug: string };

  beforeAll(async () => {
    app = await startApp();
    event = await anEvent(app.db, { title: 'Kitchen & <garden> 市民', languages: ['en', 'es'] });
    await anEvent(app.db, { title: 'Only in English', languages: ['en'] });
    draft = await anEvent(app.db, { title: 'Nobody knows yet', status: 'draft' });
  });
  afterAll(() => app.close());

  const ask = (path: string) => fetch(app.url + path);
  const text = async (path: string) => (await ask(path)).text();

  test('each page names an existing picture on our host in its language', async () => {
    const campaign = await aCampaign(app.db, { title: 'Backpacks' });
    const pages = ['/', `/events/${event.slug}`, `/fundraisers/${campaign.slug}`, '/learn/held-over-you', '/about'];
    for (const path of pages.flatMap((one) => [one, `${one}?lang=es`])) {
      const html = await text(path);
      const [, address = ''] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? [];
      expect([path, address.startsWith(`${app.config.PUBLIC_URL}/share/`)]).toEqual([path, true]);
      expect(address).toContain(path.endsWith('es') ? '.es.png' : '.en.png');
      const picture = await ask(new URL(address).pathname);
      expect([path, picture.status, picture.headers.get('content-type')]).toEqual([path, 200, 'image/png']);
      const { width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
      expect({ width, height }).toEqual({ width: 1200, height: 630 });
    }
  });

  test.each([
    ['a draft', () => `/share/events/${draft.slug}.en.png`],
    ['a missing event', () => '/share/events/no-such-event.en.png'],
    ['an unsupported language', () => `/share/events/${event.slug}.fr.png`],
    ['an unknown kind', () => '/share/constructor/home.en.png'],
    ['foreign text', () => '/share/site/buy-this-now.en.png'],
    ['an unknown feed', () => '/feeds/people.en.atom'],
  ])('returns nothing for %s', async (_, path) => {
    expect((await ask(path())).status).toBe(404);
  });

  test('describes the school pages within the 160 characters that search results show', async () => {
    for (const path of [
      '/schools',
      '/schools?lang=es',
      '/schools/ask',
      '/schools/ask?lang=es',
      '/schools/talk',
      '/schools/talk?lang=es',
    ]) {
      const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(await text(path)) ?? [];
      expect([path, description.length > 50, description.length <= 160]).toEqual([path, true, true]);
    }
  });

  test('the feed lists upcoming events and escapes titles', async () => {
    const feed = await text('/feeds/events.en.atom');
    expect(feed).toContain('<title type="text">Kitchen &amp; &lt;garden&gt; 市民</title>');
    expect(feed).toMatch(/<published>\d{4}-\d\d-\d\dT/);
    expect(feed).toContain(`<id>${app.config.PUBLIC_URL}/events/${event.slug}</id>`);
    expect(feed).not.toContain('Nobody knows yet');
    expect(await text('/events')).toContain('href="/feeds/events.en.atom"');
    const spanish = await text('/feeds/events.es.atom');
    // An event in one language only is read with that language’s voice (WCAG 3.1.2).
    expect(spanish).toContain('<title type="text" xml:lang="en">Only in English</title>');
    expect(feed).toContain('<title type="text">Only in English</title>');
    expect(spanish).toContain(`href="${app.config.PUBLIC_URL}/events/${event.slug}?lang=es"`);
    expect(spanish).toContain(`<id>${app.config.PUBLIC_URL}/events/${event.slug}</id>`);
  });

  test('the sitemap lists each page in both languages with alternates, and when an event changed', async () => {
    const map = await text('/sitemap.xml');
    const english = `${app.config.PUBLIC_URL}/events/${event.slug}`;
    for (const url of [english, `${english}?lang=es`]) {
      const [, entry = ''] = map.split(`<url><loc>${url}</loc>`);
      const [entryText = ''] = entry.split('</url>');
      expect(entryText).toMatch(/^<lastmod>\d{4}-\d\d-\d\dT/);
      expect(entryText).toContain(`hreflang="en" href="${english}"`);
      expect(entryText).toContain(`hreflang="es" href="${english}?lang=es"`);
      expect(entryText).toContain(`hreflang="x-default" href="${english}"`);
    }
    expect(map).not.toContain(draft.slug);
  });
});
