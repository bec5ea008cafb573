import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { loadDemo } from '@upstander/db';
import { startApp, type TestApp } from '../support/app.js';
import {
  chromiumPath,
  describeInBrowser,
  firstVisitBytes,
  launchBrowser,
  findLayoutProblems,
  newVisit,
  setTextSize,
  textSizes,
} from './support/index.js';

/** Pages without links to them, or reachable only by input. */
const unlinked = ['/talk', '/reply', '/sign-in', '/giving', '/dev/design', '/events?q=a', '/no-such-page'];

/** Pages rated by Lighthouse: one of each indexed kind, half of them in Spanish. */
const judged = [
  '/',
  '/events?lang=es',
  '/fundraisers',
  '/help?lang=es',
  '/help/services',
  '/learn?lang=es',
  '/schools',
];

/**
 * Crawls everything reachable by links from the home page and sitemap, in both languages. `html-validate` implements
 * the standard and agrees with the W3C's checker on these pages.
 */
describeInBrowser('a crawl of the whole site', () => {
  let app: TestApp;
  const pages = new Map<string, { status: number; html: string }>();

  beforeAll(async () => {
    app = await startApp();
    await loadDemo(app.db, new Date(), app.config);
    const sitemap = await (await fetch(`${app.url}/sitemap.xml`)).text();
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => {
      const { pathname, search } = new URL(address!.replaceAll('&amp;', '&'));
      return pathname + search;
    });
    const waiting = new Set([...listed, ...unlinked]);
    for (const path of waiting) {
      const response = await fetch(app.url + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
      const html = await response.text();
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
      pages.set(path, { status: response.status, html });
      for (const [, href] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) waiting.add(href!.replaceAll('&amp;', '&'));
    }
  }, 300_000);
  afterAll(() => app.close());

  test('has no dead link', () => {
    const dead = [...pages].filter(([, { status }]) => status >= 400).map(([path]) => path.replace(/\?lang=..$/, ''));
    expect(new Set(dead)).toEqual(new Set(['/no-such-page']));
    expect(pages.size).toBeGreaterThan(200);
    // A link that Markdown did not render would show up as text.
    expect([...pages].filter(([, { html }]) => /\]\((\/|https?:)/.test(html)).map(([path]) => path)).toEqual([]);
  });

  test('has only valid HTML', async () => {
    const config = await new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }).getConfigFor('');
    // By default, every page would resolve the configuration again, which takes longer than the validation.
    const validator = new HtmlValidate(Object.assign(new StaticConfigLoader(), { getConfigFor: () => config }));
    const faults = new Map<string, string>();
    for (const [path, { html }] of pages) {
      const { results } = await validator.validateString(html);
      for (const { ruleId, message } of results.flatMap(({ messages }) => messages)) {
        faults.set(`${ruleId}: ${message}`, path);
      }
      // The charset must be in the first 1,024 bytes, or a browser may guess another.
      if (html.indexOf('charset') > 1_024 || !/charset/i.test(html.slice(0, 1_024))) faults.set('charset', path);
    }
    expect([...faults]).toEqual([]);
  });

  function pagesOfEachKind(): string[] {
    const perKind = new Map<string, number>();
    return [...new Set([...pages.keys()].map((path) => path.split('?')[0]!))].filter((path) => {
      if (/^\/(dev|admin)\//.test(path)) return false;
      const [, first, second, ...rest] = path.split('/');
      const kind = first === 'learn' && rest.length === 0 ? path : [first, second === undefined, ...rest].join('/');
      perKind.set(kind, (perKind.get(kind) ?? 0) + 1);
      return perKind.get(kind)! <= 2;
    });
  }

  test.each(['en-US', 'es-US'] as const)(
    'fits every kind of page into 360 px, with text up to 200 %%, and into 80 KiB: %s',
    async (locale) => {
      const browser = await launchBrowser();
      const { page } = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale });
      const faults: string[] = [];
      const paths = pagesOfEachKind();
      for (const path of paths) {
        const bytes = await firstVisitBytes(page, path);
        if (bytes > 80 * 1024) faults.push(`${path}: ${bytes} bytes`);
        for (const text of textSizes) {
          await setTextSize(page, text);
          faults.push(...(await findLayoutProblems(page)).map((fault) => `${path} at ${text}: ${fault}`));
        }
      }
      await browser.close();
      expect(faults).toEqual([]);
      expect(paths.length).toBeGreaterThan(80);
    },
  );

  test('Lighthouse finds no issues in accessibility, best practices and SEO', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['tests/browser/support/lighthouse.mjs', chromiumPath!, app.url, ...judged],
      { maxBuffer: 1e7 },
    );
    expect(JSON.parse(stdout)).toEqual(judged.map((path) => ({ path, scores: [1, 1, 1], faults: [] })));
  }, 180_000);
});
