import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { lighthouse } from '../../lighthouse/lighthouse.mjs';

/**
 * `node lighthouse.mjs <chromium> <origin> <path …>` prints Lighthouse's findings as JSON. A separate program because
 * Lighthouse can't be loaded as CommonJS.
 *
 * `robots-txt` is skipped: Lighthouse fetches the file from within the page, which our Content-Security-Policy forbids.
 * `tests/browser/site-share.spec.ts` checks it instead.
 */
const [executablePath, origin, ...paths] = process.argv.slice(2);
const config = {
  extends: 'lighthouse:default',
  settings: {
    onlyCategories: ['accessibility', 'best-practices', 'seo'],
    skipAudits: ['robots-txt'],
    // These audits don't depend on timing, so nothing is throttled. With 'provided', Lighthouse would wait for five
    // quiet seconds per page.
    throttlingMethod: 'simulate',
    ...Object.fromEntries(
      ['pauseAfterFcpMs', 'pauseAfterLoadMs', 'networkQuietThresholdMs', 'cpuQuietThresholdMs'].map((name) => [
        name,
        250,
      ]),
    ),
    disableFullPageScreenshot: true,
  },
};

const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
const args = ['--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];
const browser = await chromium.launchPersistentContext(folder, { executablePath, args });
try {
  const port = await portOf(folder);
  const scores = [];
  for (const path of paths) {
    const { lhr } = await lighthouse(origin + path, { port, logLevel: 'error', output: 'json' }, config);
    const categories = Object.values(lhr.categories);
    const faults = categories
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => `${id}: ${JSON.stringify(lhr.audits[id].details?.items ?? lhr.audits[id].explanation)}`);
    scores.push({ path, scores: categories.map(({ score }) => score), faults });
  }
  console.log(JSON.stringify(scores));
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

/** Waits for the file that the browser writes once it listens. */
async function portOf(folder) {
  for (let attempt = 0; attempt < 1_500; attempt += 1) {
    const portFile = await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '');
    // Complete only with its line break.
    const [, port] = /^(\d+)\n/.exec(portFile) ?? [];
    if (port) return Number(port);
    await wait(20);
  }
  throw new Error('The browser does not say where it listens.');
}
