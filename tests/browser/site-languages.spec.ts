import { catalogOf } from '@upstander/web-kit';
import { startApp, type TestApp } from '../support/app.js';

const helpPages = ['/help', '/help/find', '/help/services', '/using-this-site', '/work', '/no/such/page'];
const portuguese = { 'accept-language': 'pt-BR,pt;q=0.9,en;q=0.5' };

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { SITE_LANGUAGES: 'en', ORGANIZATION_NAME: 'Oak House' } });
});
afterAll(() => app.close());

/** English and Portuguese only, until the callback ends. */
async function offeringPortuguese(check: () => Promise<void>): Promise<void> {
  app.config.decide({ SITE_LANGUAGES: ['en', 'pt'] });
  try {
    await check();
  } finally {
    app.config.decide({});
  }
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(app.url + path, { headers, redirect: 'manual' });
const html = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text();
const languageOfPage = (page: string) => /<html lang="([^"]+)"/.exec(page)?.[1];

/** Texts of a page by the language that a screen reader uses for them. */
function textsOf(page: string): Array<{ text: string; lang: string }> {
  const found: Array<{ text: string; lang: string }> = [];
  const open: string[] = [];
  const body = page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
  for (const [, closing, tag = '', attributes = '', text = ''] of body.matchAll(
    /<(\/?)([a-z][\w-]*)([^>]*)>([^<]*)/gi,
  )) {
    if (closing) open.pop();
    else {
      const lang = /\slang="([^"]*)"/.exec(attributes)?.[1] ?? open.at(-1) ?? '';
      const words = /\s(?:aria-label|title|placeholder)="([^"]*)"/.exec(attributes)?.[1];
      if (words !== undefined) found.push({ text: words, lang });
      if (!attributes.endsWith('/') && !/^(?:meta|link|input|img|br|hr|source)$/i.test(tag)) open.push(lang);
    }
    if (text.trim() !== '') found.push({ text: text.trim(), lang: open.at(-1) ?? '' });
  }
  return found;
}

test('redirects pages in a language that is not offered to English', async () => {
  const response = await get('/events?near=90012&lang=es');
  expect([response.status, response.headers.get('location')]).toEqual([302, '/events?near=90012']);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(languageOfPage(await html('/events', { 'accept-language': 'es' }))).toBe('en');
  expect(languageOfPage(await html('/events', { cookie: 'lang=es' }))).toBe('en');
  expect(await html('/events')).not.toContain('hreflang="es"');
});

test('shows help and exit pages in every language, also in those that are not offered', async () => {
  for (const path of ['/help', '/help/find', '/using-this-site']) {
    const [spanish, inPortuguese] = [await html(`${path}?lang=es`), await html(path, portuguese)];
    expect([path, languageOfPage(spanish), languageOfPage(inPortuguese)]).toEqual([path, 'es', 'pt-BR']);
    expect(inPortuguese).toContain(`hrefLang="pt-BR" href="${app.config.PUBLIC_URL}${path}?lang=pt"`);
    expect(inPortuguese).toContain(`lang="es" hrefLang="es">Español</a>`);
  }
});

test.each(helpPages)('has no English text on %s in Portuguese', async (path) => {
  await offeringPortuguese(async () => {
    const english = new Set(textsOf(await html(path)).map(({ text }) => text));
    const leftovers = textsOf(await html(path, portuguese))
      .filter(({ text, lang }) => lang === 'pt-BR' && /\p{L}{3}/u.test(text) && english.has(text))
      .map(({ text }) => text)
      // Names, and words that are the same in Portuguese.
      .filter((text) => !text.includes(app.config.ORGANIZATION_NAME) && !text.includes('@'))
      .filter((text) => !['Menu', 'Chat', 'ZIP', 'ZIP code', 'Português', '1-800-THE-LOST'].includes(text))
      .filter((text) => !/^[\w.]+\.(?:org|gov)$|BEFREE|TTY/.test(text));
    expect(leftovers).toEqual([]);
  });
});

test('says so if a page is not translated, and shows it in English to screen readers', async () => {
  await offeringPortuguese(async () => {
    const page = await html('/events', portuguese);
    expect(languageOfPage(page)).toBe('pt-BR');
    const texts = textsOf(page);
    const { site, frame } = catalogOf('en');
    expect(texts).toContainEqual({ text: catalogOf('pt').notTranslated, lang: 'pt-BR' });
    expect(texts).toContainEqual({ text: catalogOf('pt').frame.getHelp, lang: 'pt-BR' });
    expect(texts.filter(({ text }) => text === site.events.title).map(({ lang }) => lang)).toContain('en');
    expect(texts.filter(({ lang }) => lang === 'pt-BR').map(({ text }) => text)).not.toContain(frame.getHelp);
    // Search engines learn only of real translations.
    expect(page).not.toContain('hrefLang="pt-BR" href');
    expect(page).toContain(`<link rel="canonical" href="${app.config.PUBLIC_URL}/events"/>`);
  });
});

test('does not take the language from a header of the browser', async () => {
  expect(languageOfPage(await html('/help', { 'page-language': 'pt' }))).toBe('en');
});
