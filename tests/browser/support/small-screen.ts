import type { Page } from 'playwright-core';

/** Text sizes that must fit a phone: normal, and doubled in the browser's settings (WCAG 2.2, 1.4.4). */
export const textSizes = ['100%', '200%'] as const;

export async function setTextSize(page: Page, size: string): Promise<void> {
  await page.evaluate((textSize) => {
    document.documentElement.style.fontSize = textSize;
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
  }, size);
}

/**
 * Returns everything that doesn't fit the window: horizontal scrolling, text that is clipped or off screen, words wider
 * than their field, and covered links, headings and controls.
 */
export function findLayoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const misfits = new Set<string>();
    const nameOf = (element: Element) => {
      const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 30);
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${text}”`;
    };
    const ancestorsOf = function* (element: Element | null) {
      for (let candidate = element; candidate && candidate !== document.body; candidate = candidate.parentElement)
        yield candidate;
    };
    const isVisible = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('.trap, .skip') &&
      ![...ancestorsOf(element)].some((candidate) => getComputedStyle(candidate).clipPath !== 'none');

    if (document.documentElement.scrollWidth > width) {
      misfits.add(`scrolls sideways: ${document.documentElement.scrollWidth} px`);
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement!;
      if (!texts.currentNode.nodeValue?.trim() || parent.closest('script, style, svg, select, textarea')) continue;
      if (!isVisible(parent)) continue;
      range.selectNodeContents(texts.currentNode);
      const text = range.getBoundingClientRect();
      const ancestorStyles = [...ancestorsOf(parent)].map((element) => ({ element, style: getComputedStyle(element) }));
      const isScrollable = ancestorStyles.some(({ style }) => ['auto', 'scroll'].includes(style.overflowX));
      if (!isScrollable && (text.left < -1 || text.right > width + 1)) misfits.add(`off the screen: ${nameOf(parent)}`);
      for (const { element, style } of ancestorStyles) {
        const box = element.getBoundingClientRect();
        const clips = (overflow: string) => style.display !== 'inline' && ['hidden', 'clip'].includes(overflow);
        const isClippedHorizontally =
          clips(style.overflowX) && (text.right > box.right + 1 || text.left < box.left - 1);
        const isClippedVertically = clips(style.overflowY) && (text.bottom > box.bottom + 2 || text.top < box.top - 2);
        if (isClippedHorizontally || isClippedVertically)
          misfits.add(`cut by ${element.tagName.toLowerCase()}: ${nameOf(parent)}`);
      }
    }

    const ruler = document.createElement('canvas').getContext('2d')!;
    for (const field of document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input[placeholder]')) {
      if (!isVisible(field)) continue;
      const isSelect = field instanceof HTMLSelectElement;
      const { paddingLeft, paddingRight, fontWeight, fontFamily } = getComputedStyle(field);
      const { fontSize } = getComputedStyle(field, isSelect ? null : '::placeholder');
      ruler.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const arrowWidth = isSelect ? 20 : 0;
      const availableWidth = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - arrowWidth;
      const words = isSelect ? [...field.options].map(({ text }) => text) : [field.placeholder];
      const longWord = words.find((candidate) => ruler.measureText(candidate).width > availableWidth + 1);
      if (longWord !== undefined) misfits.add(`too long for its field: ${field.name} “${longWord}”`);
    }

    const reachableSelector = 'a[href], button, input:not([type=hidden]), select, textarea, summary, h1, h2, h3';
    for (const element of document.querySelectorAll(reachableSelector)) {
      if (!isVisible(element)) continue;
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const box = element.getClientRects()[0];
      if (!box || box.width < 2 || box.height < 2) continue;
      const topElement = document.elementFromPoint(
        Math.min(box.left + box.width / 2, width - 1),
        box.top + box.height / 2,
      );
      const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0];
      const isReached =
        topElement !== null &&
        (element.contains(topElement) || topElement.contains(element) || label?.contains(topElement));
      if (!isReached) misfits.add(`covered: ${nameOf(element)} by ${topElement ? nameOf(topElement) : 'the edge'}`);
    }
    scrollTo({ top: 0, behavior: 'instant' });
    return [...misfits];
  });
}
