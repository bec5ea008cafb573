import type { Page } from 'playwright-core';

/** A small tablet, a landscape tablet, a laptop and a large screen. Checked in Spanish, which has longer words. */
const defaultWidths = [800, 1024, 1280, 1920];

/** Finds, for example, tables and menus. Restores the width. */
export async function findOutsidePanel(page: Page, widths: readonly number[] = defaultWidths): Promise<string[]> {
  const initialViewport = page.viewportSize();
  const problems: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const elementsOutside = await page.evaluate(async () => {
      const panel = document.querySelector('#content > *') ?? document.body;
      const overflowing = () => {
        const panelRight = panel.getBoundingClientRect().right;
        return [...panel.querySelectorAll<HTMLElement>('table, td, th, button, a, h1, h2, p, dd, li')]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && box.height > 1 && box.right > panelRight + 1)
          .map(({ element, box }) => ({ element, by: Math.round(box.right - panelRight) }));
      };
      // Resize handlers redraw within a few frames. A real overflow remains afterward.
      for (let n = 0; n < 2 || (n < 60 && overflowing().length > 0); n += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return overflowing()
        .slice(0, 2)
        .map(({ element, by }) => {
          const text = element.innerText.slice(0, 30).replaceAll('\n', ' ');
          return `${element.tagName.toLowerCase()} “${text}” by ${by} px`;
        });
    });
    problems.push(...elementsOutside.map((text) => `at ${width} px: ${text}`));
  }
  if (initialViewport) await page.setViewportSize(initialViewport);
  return problems;
}

/** Finds dialogs and drawers that overflow the window, and dialogs that are off-center. */
export async function findOffCenter(page: Page, widths: readonly number[] = defaultWidths): Promise<string[]> {
  const initialViewport = page.viewportSize();
  const problems: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const misplaced = await page.evaluate(async () => {
      for (let n = 0; n < 2; n += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      const window = document.documentElement.clientWidth;
      return [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].flatMap((dialog) => {
        const { left, right } = dialog.getBoundingClientRect();
        const leaves = left < 0 || right > window + 1;
        const isDrawer = left <= 1 || Math.abs(right - window) <= 1;
        const isOffCenter = !isDrawer && Math.abs((left + right) / 2 - window / 2) > 12;
        return leaves || isOffCenter ? [`dialog from ${Math.round(left)} to ${Math.round(right)} of ${window} px`] : [];
      });
    });
    problems.push(...misplaced);
  }
  if (initialViewport) await page.setViewportSize(initialViewport);
  return problems;
}
