import type { Page } from 'playwright-core';

/** Presses Tab as a keyboard user would. */
export function tabTo(page: Page, name: string): Promise<void> {
  return tabUntil(page, name, ({ text, label }) => text === name || label === name);
}

export function tabToField(page: Page, path: string): Promise<void> {
  return tabUntil(page, path, ({ field }) => field === path);
}

interface FocusedElement {
  text: string;
  label: string | null;
  field: string | null;
}

async function tabUntil(page: Page, target: string, matches: (focused: FocusedElement) => boolean): Promise<void> {
  const visited: string[] = [];
  for (let pressCount = 0; pressCount < 60; pressCount += 1) {
    await page.keyboard.press('Tab');
    const focused: FocusedElement = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const [label, field] = [element.getAttribute('aria-label'), element.getAttribute('data-path')];
      return { text: element.innerText.trim(), label, field };
    });
    if (matches(focused)) return;
    visited.push(focused.field ?? focused.label ?? focused.text.slice(0, 30));
  }
  throw new Error(`Tab does not lead to “${target}” but to ${visited.join(', ')}.`);
}
