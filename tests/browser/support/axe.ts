import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { findUnstyledClasses } from './unstyled.js';

const localRequire = createRequire(join(process.cwd(), 'package.json'));
const source = readFileSync(localRequire.resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA, best practices, and the reliable one of axe's experimental rules (2.5.3). */
const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'label-content-name-mismatch': { enabled: true } },
  // Passed rules aren't reported, and style sheets of other hosts don't exist.
  resultTypes: ['violations'],
  preload: false,
};

/** On the site, includes elements without styles. */
export async function axeFindings(page: Page): Promise<string[]> {
  let violations = await page.evaluate(runAxe, options);
  if (violations === null) {
    await page.evaluate(source);
    violations = await page.evaluate(runAxe, options);
  }
  if (violations === null) throw new Error('axe does not run here.');
  const isOurSite = (await page.locator('.exit').count()) > 0;
  return isOurSite
    ? [...violations, ...(await findUnstyledClasses(page)).map((name) => `no style: ${name}`)]
    : violations;
}

/** Returns null if axe is not injected yet. Returns lines because a full report is large. */
async function runAxe(runOptions: object): Promise<string[] | null> {
  const { axe } = globalThis as unknown as { axe?: { run(options: object): Promise<AxeResults> } };
  const results = await axe?.run(runOptions);
  if (!results) return null;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} → ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`.trim()),
  );
}

/** CSS pixels; 0 for a page that fits. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export async function openDetails(page: Page): Promise<void> {
  await page
    .locator('details')
    .evaluateAll((elements) => elements.forEach((element) => element.setAttribute('open', '')));
}
