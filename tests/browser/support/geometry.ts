import type { Page } from 'playwright-core';

/**
 * Widths of a small tablet, a landscape tablet, a laptop and a large screen. Checked in Spanish, which has longer
 * words.
 */
const between = [800, 1024, 1280, 1920];

/**
 * Returns a sentence for each visible element that overflows its panel at one of these window widths, for example
 * tables and menus. Restores the width.
 */
export async function findOutsidePanel(page: Page, atWidths: readonly number[] = between): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of atWidths) {
    await page.setViewportSize({ width, height: 900 });
    const outside = await page.evaluate(async () => {
      const panel = document.querySelector('#content > *') ?? document.body;
      const over = () => {
        const right = panel.getBoundingClientRect().right;
        return [...panel.querySelectorAll<HTMLElement>('table, td, th, button, a, h1, h2, p, dd, li')]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && box.height > 1 && box.right > right + 1)
          .map(({ element, box }) => ({ element, by: Math.round(box.right - right) }));
      };
      // Resize handlers redraw within a few frames. A real overflow remains afterward.
      for (let n = 0; n < 2 || (n < 60 && over().length > 0); n += 1) {
        await new Promise((drawn) => requestAnimationFrame(drawn));
      }
      return over()
        .slice(0, 2)
        .map(({ element, by }) => {
          const text = element.innerText.slice(0, 30).replaceAll('\n', ' ');
          return `${element.tagName.toLowerCase()} “${text}” by ${by} px`;
        });
    });
    found.push(...outside.map((text) => `at ${width} px: ${text}`));
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** Returns open dialogs and drawers that overflow the window, and dialogs that are off-center. */
export async function offCentre(page: Page, atWidths: readonly number[] = between): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of atWidths) {
    await page.setViewportSize({ width, height: 900 });
    const wrong = await page.evaluate(async () => {
      for (let n = 0; n < 2; n += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
      const window = document.documentElement.clientWidth;
      return [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].flatMap((dialog) => {
        const { left, right } = dialog.getBoundingClientRect();
        const leaves = left < 0 || right > window + 1;
        const isDrawer = left <= 1 || Math.abs(right - window) <= 1;
        const beside = !isDrawer && Math.abs((left + right) / 2 - window / 2) > 12;
        return leaves || beside ? [`dialog from ${Math.round(left)} to ${Math.round(right)} of ${window} px`] : [];
      });
    });
    found.push(...wrong);
  }
  if (before) await page.setViewportSize(before);
  return found;
}
