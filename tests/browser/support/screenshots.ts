import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** True if this run takes the pictures of the documentation again. */
export const takesScreenshots = process.env['SCREENSHOTS'] === '1';

/** Only with `SCREENSHOTS=1`, so normal test runs change no file. */
export async function screenshot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  if (!takesScreenshots) return;
  const folder = join(process.cwd(), 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage: options.fullPage ?? false,
    animations: 'disabled',
  });
}
