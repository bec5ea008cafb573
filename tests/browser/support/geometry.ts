import type { Page } from 'playwright-core';

/**
 * The widths of a small tablet, a tablet on its side, a laptop and a large screen. Looked at in Spanish, whose words are the
 * longer ones.
 */
const between = [800, 1024, 1280, 1920];

/**
 * What leaves the panel it stands in, at each of these widths of the window: tables and their menus first of all, but
 * anything that can be seen. Answers sentences; the window is as wide as before afterwards.
 */
export async function outOfPanel(page: Page, atWidths: readonly number[] = between): Promise<string[]> {
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
      // What listens to the width draws anew within some frames; what leaves the panel for good is still outside after them.
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

/** Where the open dialogs and drawers leave the window, or a dialog does not stand in its middle. */
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
