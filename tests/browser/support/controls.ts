import type { Page } from 'playwright-core';

/**
 * Checks without clicking that every control's center belongs to it, both in the middle of the screen and next to each
 * element that stays fixed while scrolling. Controls under a full-width header or bar are skipped.
 */
export function coveredControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    document.documentElement.style.scrollBehavior = 'auto';
    const controls = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
    ].filter((control) => control.checkVisibility() && !control.closest('.hidden, .skip, [aria-hidden="true"]'));
    const fixedElements = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) =>
      ['fixed', 'sticky'].includes(getComputedStyle(element).position),
    );
    const coveredControls = new Set<string>();
    for (const control of controls) {
      // A styled radio button is hit by its label.
      const label = control instanceof HTMLInputElement ? control.labels?.[0] : null;
      const visibleElement = label && getComputedStyle(control).opacity === '0' ? label : control;
      const centerOf = () => {
        const box = visibleElement.getClientRects()[0];
        return box && box.width > 0 && box.height > 0 && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      };
      for (const overlay of [null, ...fixedElements]) {
        // Twice, because sticky elements may move after the first scroll.
        for (let attempt = 0; attempt < 2; attempt += 1) {
          const at = overlay?.getBoundingClientRect();
          const targetY = at ? at.y + at.height / 2 : innerHeight / 2;
          scrollBy(0, (centerOf() || { y: targetY }).y - targetY);
        }
        const center = centerOf();
        const topElement = center && document.elementFromPoint(center.x, center.y);
        if (!topElement || visibleElement.contains(topElement) || topElement.closest('label')?.control === control)
          continue;
        const bar = document.elementFromPoint(1, center.y)?.closest('header, .jump');
        const isFullWidth = bar?.contains(document.elementFromPoint(innerWidth - 1, center.y));
        if (isFullWidth && !control.matches('.brand, .exit')) continue;
        coveredControls.add(
          `${visibleElement.textContent?.trim() || control.id} lies under ${topElement.className || topElement.tagName}`,
        );
      }
    }
    return [...coveredControls];
  });
}

/** Returns targets smaller than 24 px that aren't inline in a sentence (WCAG 2.2, 2.5.8). */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, textarea, input')]
      .filter((control) => control.checkVisibility() && !control.closest('.hidden, .skip, [aria-hidden="true"]'))
      // Labeled inputs are hit by their label, too.
      .filter((control) => !(control instanceof HTMLInputElement && control.labels?.length))
      .filter((control) => {
        const box = control.getBoundingClientRect();
        // The whole card is the target of its link.
        if (getComputedStyle(control, '::after').position === 'absolute') return false;
        if (box.width === 0 || (box.width >= 24 && box.height >= 24)) return false;
        const surroundingText = control.parentElement?.textContent?.replace(control.textContent ?? '', '').trim() ?? '';
        // The line height determines the size of inline links.
        return !(getComputedStyle(control).display === 'inline' && surroundingText.length > 40);
      })
      .map(
        (control) =>
          `${control.textContent?.trim() || control.id}: ${Math.round(control.getBoundingClientRect().height)} px`,
      ),
  );
}

export async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'Letter' });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Does nothing on wide screens, which show the links. */
export async function openMenu(page: Page): Promise<void> {
  const menu = page.locator('.menu > summary');
  if (await menu.isVisible()) await menu.click();
}
