import type { Page } from 'playwright-core';

/** Presses Tab until an element with this name has focus, as a keyboard user would. */
export function tabTo(page: Page, name: string): Promise<void> {
  return tabUntil(page, name, ({ text, label }) => text === name || label === name);
}

export function tabToField(page: Page, path: string): Promise<void> {
  return tabUntil(page, path, ({ field }) => field === path);
}

interface Focused {
  text: string;
  label: string | null;
  field: string | null;
}

async function tabUntil(page: Page, wanted: string, fits: (focused: Focused) => boolean): Promise<void> {
  const way: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused: Focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const [label, field] = [element.getAttribute('aria-label'), element.getAttribute('data-path')];
      return { text: element.innerText.trim(), label, field };
    });
    if (fits(focused)) return;
    way.push(focused.field ?? focused.label ?? focused.text.slice(0, 30));
  }
  throw new Error(`Tab does not lead to “${wanted}” but to ${way.join(', ')}.`);
}
