import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

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
  const args = ['--no-sandbox', '--disable-gpu', ...(camera === '' ? [] : film)];
  return chromium.launch({ executablePath: chromiumPath, args, ignoreDefaultArgs });
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
  } = options;
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: widths[width], height: width === 'phone' ? 740 : 860 },
    locale,
    colorScheme: dark ? 'dark' : 'light',
    // Nothing moves while it is looked at.
    reducedMotion: 'reduce',
    javaScriptEnabled: javaScript,
    timezoneId: 'America/New_York',
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
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  return { context, page, foreignRequests, pageErrors };
}
