import type { Locator, Page } from 'playwright-core';

/** How wide a picture is by itself, once it has come: what has its place on the page may still be on its way. */
export function naturalWidth(picture: Locator): Promise<number> {
  return picture.evaluate(async (image: HTMLImageElement) => {
    image.loading = 'eager';
    await image.decode();
    return image.naturalWidth;
  });
}

const patient = new WeakSet<object>();

/**
 * From here on, whoever presses something that leads to another page goes on when that page is there. Playwright itself waits
 * for its first bytes alone: what is counted, read or judged in the same moment may be half of it, or nothing yet. Where a
 * press leads to no other page, nothing is waited for.
 */
export function waitForWholePages(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator('html')) as Pick<Locator, 'click' | 'press' | 'page'>;
  if (patient.has(locators)) return;
  patient.add(locators);
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
