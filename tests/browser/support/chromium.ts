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

/** Where a Chromium is on this machine, or undefined: browser tests are then shown as skipped. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));

/** `describe` where a Chromium exists, `describe.skip` where not. `REQUIRE_BROWSER=1` (CI) makes its absence a failure. */
export function describeInBrowser(name: string, tests: () => void): void {
  // A browser beside other work on two cores takes its time; a hang is still told from that.
  jest.setTimeout(300_000);
  const possible = chromiumPath !== undefined || process.env['REQUIRE_BROWSER'] === '1';
  (possible ? describe : describe.skip)(name, tests);
}

/** The widths every page must work at: a small phone and a desktop. */
export const widths = { phone: 360, desktop: 1280 } as const;
export type Width = keyof typeof widths;

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Every request made so far that went to another host than `baseUrl`. */
  foreignRequests: string[];
  /** Console errors and uncaught exceptions so far. */
  pageErrors: string[];
}

export interface VisitOptions {
  baseUrl: string;
  width?: Width;
  locale?: 'en-US' | 'es-US';
  dark?: boolean;
  /** Public pages must work with scripts switched off; axe needs them on. */
  javaScript?: boolean;
  /** Only where no axe is injected: the page's own content security policy then holds, as it does for everybody. */
  obeysPolicy?: boolean;
  /** Where the reader is; the organisation stays in Los Angeles. */
  timeZone?: string;
}

/**
 * Starts the browser once for a spec file. Close it in `afterAll`. Under Playwright it keeps no left page in memory for the
 * Back button; with `keepsPages` it does, as everybody's does. `camera` is a film that its camera sees, over and over;
 * whoever sits before it lets pages use it, or does not.
 */
export function launchBrowser({ keepsPages = false, camera = '', letsPagesSee = true } = {}): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM_PATH.');
  const ignoreDefaultArgs = keepsPages ? ['--disable-back-forward-cache'] : [];
  const film = [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${camera}`,
    `--use-fake-ui-for-media-stream${letsPagesSee ? '' : '=deny'}`,
  ];
  // A page lives for a second here: code made faster for later costs more than it saves.
  const args = ['--no-sandbox', '--disable-gpu', '--js-flags=--no-opt --no-maglev', ...(camera === '' ? [] : film)];
  return chromium.launch({ executablePath: chromiumPath, args, ignoreDefaultArgs });
}

const sizeOf = (width: Width) => ({ width: widths[width], height: width === 'phone' ? 740 : 860 });

/** Makes the window of a page as wide as that of another device; the page stays as it is and begins at its top. */
export async function turnInto(page: Page, width: Width): Promise<void> {
  await page.setViewportSize(sizeOf(width));
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** A fresh visitor (own cookies) with one page, watched for foreign requests and errors. */
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
    // Nothing moves while it is looked at.
    reducedMotion: 'reduce',
    javaScriptEnabled: javaScript,
    timezoneId: timeZone,
    // axe is injected into pages whose own policy forbids every script.
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
 * The same visitor again, with nothing left of before: no cookie, nothing that a page keeps, no error. What the browser has
 * loaded and compiled of our scripts stays, which halves what the admin costs to load. Not after `page.clock`, which stays as well.
 */
export async function beginAnew({ context, page, foreignRequests, pageErrors }: Visit): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll();
  // A page of ours that runs no script, so that nothing is written behind our back.
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
