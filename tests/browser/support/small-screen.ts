import type { Page } from 'playwright-core';

/** Text sizes that must fit a phone: normal, and doubled in the browser's settings (WCAG 2.2, 1.4.4). */
export const textSizes = ['100%', '200%'] as const;

export async function setTextSize(page: Page, size: string): Promise<void> {
  await page.evaluate((chosen) => {
    document.documentElement.style.fontSize = chosen;
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
  }, size);
}

/**
 * Returns everything that doesn't fit the window: horizontal scrolling, text that is clipped or off screen, words wider
 * than their field, and covered links, headings and controls.
 */
export function findMisfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found = new Set<string>();
    const nameOf = (element: Element) => {
      const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 30);
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${text}”`;
    };
    const ancestors = function* (element: Element | null) {
      for (let each = element; each && each !== document.body; each = each.parentElement) yield each;
    };
    const isForEyes = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('.trap, .skip') &&
      ![...ancestors(element)].some((each) => getComputedStyle(each).clipPath !== 'none');

    if (document.documentElement.scrollWidth > width) {
      found.add(`scrolls sideways: ${document.documentElement.scrollWidth} px`);
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement!;
      if (!texts.currentNode.nodeValue?.trim() || parent.closest('script, style, svg, select, textarea')) continue;
      if (!isForEyes(parent)) continue;
      range.selectNodeContents(texts.currentNode);
      const text = range.getBoundingClientRect();
      const around = [...ancestors(parent)].map((element) => ({ element, style: getComputedStyle(element) }));
      const scrolls = around.some(({ style }) => ['auto', 'scroll'].includes(style.overflowX));
      if (!scrolls && (text.left < -1 || text.right > width + 1)) found.add(`off the screen: ${nameOf(parent)}`);
      for (const { element, style } of around) {
        const box = element.getBoundingClientRect();
        const cuts = (overflow: string) => style.display !== 'inline' && ['hidden', 'clip'].includes(overflow);
        const sides = cuts(style.overflowX) && (text.right > box.right + 1 || text.left < box.left - 1);
        const ends = cuts(style.overflowY) && (text.bottom > box.bottom + 2 || text.top < box.top - 2);
        if (sides || ends) found.add(`cut by ${element.tagName.toLowerCase()}: ${nameOf(parent)}`);
      }
    }

    const ruler = document.createElement('canvas').getContext('2d')!;
    for (const field of document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input[placeholder]')) {
      if (!isForEyes(field)) continue;
      const isSelect = field instanceof HTMLSelectElement;
      const { paddingLeft, paddingRight, fontWeight, fontFamily } = getComputedStyle(field);
      const { fontSize } = getComputedStyle(field, isSelect ? null : '::placeholder');
      ruler.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const arrow = isSelect ? 20 : 0;
      const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - arrow;
      const words = isSelect ? [...field.options].map(({ text }) => text) : [field.placeholder];
      const long = words.find((each) => ruler.measureText(each).width > room + 1);
      if (long !== undefined) found.add(`too long for its field: ${field.name} “${long}”`);
    }

    const reached = 'a[href], button, input:not([type=hidden]), select, textarea, summary, h1, h2, h3';
    for (const element of document.querySelectorAll(reached)) {
      if (!isForEyes(element)) continue;
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const box = element.getClientRects()[0];
      if (!box || box.width < 2 || box.height < 2) continue;
      const on = document.elementFromPoint(Math.min(box.left + box.width / 2, width - 1), box.top + box.height / 2);
      const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0];
      const isReached = on !== null && (element.contains(on) || on.contains(element) || label?.contains(on));
      if (!isReached) found.add(`covered: ${nameOf(element)} by ${on ? nameOf(on) : 'the edge'}`);
    }
    scrollTo({ top: 0, behavior: 'instant' });
    return [...found];
  });
}
