import type { Locator, Page } from 'playwright-core';

/** Waits until the image has loaded. Its space may be reserved earlier. */
export function naturalWidth(locator: Locator): Promise<number> {
  return locator.evaluate(async (image: HTMLImageElement) => {
    image.loading = 'eager';
    await image.decode();
    return image.naturalWidth;
  });
}

const waitingPages = new WeakSet<object>();

/**
 * Makes clicks that navigate wait until the new page has loaded. Playwright waits only for its first bytes, so a test
 * could read an incomplete page.
 */
export function waitForWholePages(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator('html')) as Pick<Locator, 'click' | 'press' | 'page'>;
  if (waitingPages.has(locators)) return;
  waitingPages.add(locators);
  const { click, press } = locators;
  locators.click = async function (this: Locator, options) {
    await click.call(this, options);
    await this.page().waitForLoadState('domcontentloaded');
  };
  locators.press = async function (this: Locator, key, options) {
    await press.call(this, key, options);
    await this.page().waitForLoadState('domcontentloaded');
  };
}
