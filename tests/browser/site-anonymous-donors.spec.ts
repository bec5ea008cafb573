import {
  hiddenNames,
  openName,
  createAnonymousDonor,
  type AnonymousDonorScenario,
} from '../support/hunt/anonymous-donor.js';
import type { TestApp } from '../support/app.js';
import { followLink } from '../support/follow-link.js';
import { startAppWithStripe } from '../support/stripe.js';

/** Crawls every page reachable by links in both languages, from the home page and from managers' links of a fundraiser. */
jest.setTimeout(180_000);

let app: TestApp;
let close: () => Promise<void>;
let hunted: AnonymousDonorScenario;
beforeAll(async () => {
  const started = await startAppWithStripe();
  ({ app, close } = started);
  hunted = await createAnonymousDonor(app, started.stripe);
});
afterAll(() => close());

/** Paths that leave the site or belong to another program. */
const elsewhere = /^\/(leave|admin|dev|healthz|readyz|assets)\b/;

async function crawl(beginnings: readonly string[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = [...beginnings];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue;
    const response = await followLink(app.url + path);
    const text = await response.text();
    pages.set(path, text);
    const [, ...links] = text.split('href="').map((part) => part.slice(0, part.indexOf('"')).replaceAll('&amp;', '&'));
    const to = response.headers.get('location');
    for (const link of to ? [...links, to] : links) {
      const next = localPath(link, path);
      if (next && !pages.has(next)) waiting.push(next);
    }
    if (pages.size > 400) throw new Error('These pages have no end.');
  }
  return pages;
}

function localPath(link: string, from: string): string | null {
  const url = new URL(link, app.url + from);
  const home = [app.url, app.config.PUBLIC_URL].map((address) => new URL(address).host);
  if (!home.includes(url.host) || !url.protocol.startsWith('http') || elsewhere.test(url.pathname)) return null;
  return url.pathname + url.search;
}

test('no page names an anonymous donor, in either language', async () => {
  const [organizer, owner] = hunted.tokens;
  const { slug } = hunted.campaign;
  const pages = await crawl(['/', '/?lang=es', '/sitemap.xml', `/fundraiser/${organizer}`, `/page/${owner}`]);
  for (const path of [
    `/fundraisers/${slug}`,
    `/fundraisers/${slug}/gifts`,
    `/fundraisers/${slug}/${hunted.page.slug}`,
  ]) {
    expect([...pages.keys()]).toContain(path);
    expect([...pages.keys()].some((one) => one.startsWith(path) && one.includes('lang=es'))).toBe(true);
  }
  const named = [...pages].flatMap(([path, text]) =>
    hiddenNames.filter((word) => text.includes(word)).map((word) => [path, word]),
  );
  expect(named).toEqual([]);
  // Control: donors who allow it are named on these pages.
  expect(pages.get(`/fundraisers/${slug}/gifts`)).toContain(openName);
});
