import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { reportHangs } from './hang-report.js';
import { waitForWholePages } from './whole-pages.js';

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Without it, browser tests are skipped. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));

export function describeInBrowser(name: string, tests: () => void): void {
  // Long enough for a browser on a busy two-core machine, short enough to detect a hang.
  jest.setTimeout(300_000);
  const isInstalled = chromiumPath !== undefined || process.env['REQUIRE_BROWSER'] === '1';
  (isInstalled ? describe : describe.skip)(name, tests);
}

export const widths = { phone: 360, desktop: 1280 } as const;
export type Width = keyof typeof widths;

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Requests so far to hosts other than `baseUrl`. */
  foreignRequests: string[];
  pageErrors: string[];
}

export interface VisitOptions {
  baseUrl: string;
  width?: Width;
  locale?: 'en-US' | 'es-US';
  dark?: boolean;
  /** Public pages must work with scripts off; axe needs them on. */
  javaScript?: boolean;
  /** Enforces the page's own content security policy. Not possible with axe, which is injected. */
  obeysPolicy?: boolean;
  timeZone?: string;
}

/**
 * Starts the browser once per spec file. Close it in `afterAll`. Playwright turns off the back/forward cache;
 * `keepsPages` turns it on. `camera` is a video that its camera plays in a loop; `letsPagesSee` grants or denies camera
 * access.
 */
export function launchBrowser({ keepsPages = false, camera = '', letsPagesSee = true } = {}): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM_PATH.');
  const ignoreDefaultArgs = keepsPages ? ['--disable-back-forward-cache'] : [];
  const film = [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${camera}`,
    `--use-fake-ui-for-media-stream${letsPagesSee ? '' : '=deny'}`,
  ];
  // Pages live for a second, so optimizing their code costs more than it saves.
  const args = ['--no-sandbox', '--disable-gpu', '--js-flags=--no-opt --no-maglev', ...(camera === '' ? [] : film)];
  return chromium.launch({ executablePath: chromiumPath, args, ignoreDefaultArgs });
}

const sizeOf = (width: Width) => ({ width: widths[width], height: width === 'phone' ? 740 : 860 });

/** Also scrolls the page to the top. */
export async function resizeTo(page: Page, width: Width): Promise<void> {
  await page.setViewportSize(sizeOf(width));
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** Records foreign requests and errors. */
export async function newVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const {
    baseUrl,
    width = 'desktop',
    locale = 'en-US',
    dark = false,
    javaScript = true,
    obeysPolicy = false,
    timeZone = 'America/New_York',
  } = options;
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: sizeOf(width),
    locale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: javaScript,
    timezoneId: timeZone,
    // axe is injected into pages whose policy forbids every script.
    bypassCSP: !obeysPolicy,
  });
  const home = new URL(baseUrl).host;
  const foreignRequests: string[] = [];
  const pageErrors: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== home) foreignRequests.push(request.url());
  });
  const page = await context.newPage();
  waitForWholePages(page);
  await reportHangs(page);
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  return { context, page, foreignRequests, pageErrors };
}

/**
 * Resets a visitor: cookies, storage and errors. Loaded and compiled scripts are kept, which halves the cost of loading
 * the admin. Don't use it after `page.clock`, which can't be reset.
 */
export async function resetVisit({ context, page, foreignRequests, pageErrors }: Visit): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll();
  // A page of ours without scripts, so nothing is written meanwhile.
  await page.goto('/robots.txt');
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' });
  await devtools.detach();
  await context.clearCookies();
  foreignRequests.length = 0;
  pageErrors.length = 0;
}
