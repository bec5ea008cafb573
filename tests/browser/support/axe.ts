import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { unstyled } from './unstyled.js';

const fromHere = createRequire(join(process.cwd(), 'package.json'));
const source = readFileSync(fromHere.resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA and the best practices; of what axe still calls experimental, only what it is sure of (2.5.3). */
const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'label-content-name-mismatch': { enabled: true } },
  // What it found good is not written down, nor do our stylesheets come from another host.
  resultTypes: ['violations'],
  preload: false,
};

/**
 * Runs axe on the page as it stands and returns one readable line per finding,
 * so that `expect(await axeFindings(page)).toEqual([])` prints what to mend. On the site, also what its stylesheet leaves bare.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  let found = await page.evaluate(judge, options);
  if (found === null) {
    await page.evaluate(source);
    found = await page.evaluate(judge, options);
  }
  if (found === null) throw new Error('axe does not run here.');
  const isOurSite = (await page.locator('.exit').count()) > 0;
  return isOurSite ? [...found, ...(await unstyled(page)).map((name) => `no style: ${name}`)] : found;
}

/** Runs in the page; null where axe is not in it yet. What is found leaves it as lines: the rest of a report is large. */
async function judge(how: object): Promise<string[] | null> {
  const { axe } = globalThis as unknown as { axe?: { run(how: object): Promise<AxeResults> } };
  const results = await axe?.run(how);
  if (!results) return null;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} → ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`.trim()),
  );
}

/** Horizontal overflow in CSS pixels: 0 on a page that fits its width. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Opens whatever can be unfolded, so that it is judged, too. */
export async function unfold(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
}
