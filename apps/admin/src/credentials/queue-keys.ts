import { useShortcuts } from '../parts/ui/use-shortcuts';

interface QueueKeys {
  approve: (id: string) => void;
  reject: (id: string) => void;
}

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-credential]')];

/**
 * The keys move the real focus between names, so that screen readers announce each row and Enter opens it. The letter
 * keys act on the focused row.
 */
export function useQueueKeys({ approve, reject }: QueueKeys): void {
  const focusedIndex = () => links().findIndex((link) => link === document.activeElement);
  const move = (offset: 1 | -1) => {
    const allLinks = links();
    const at = focusedIndex();
    allLinks[
      at < 0 ? (offset > 0 ? 0 : allLinks.length - 1) : Math.min(Math.max(at + offset, 0), allLinks.length - 1)
    ]?.focus();
  };
  const focusedLink = () => links()[focusedIndex()];
  const runOnFocused = (action: (id: string) => void) => () => {
    const link = focusedLink();
    if (link?.dataset['decidable'] === 'yes') action(link.dataset['credential']!);
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => focusedLink()?.closest('tr, li')?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click(),
    a: runOnFocused(approve),
    r: runOnFocused(reject),
    d: runOnFocused(reject),
  });
}

/** After a decision, the next row gets the focus. */
export function placeInQueue(): number {
  return links().findIndex((link) => link === document.activeElement);
}

export function focusPlace(at: number): void {
  const allLinks = links();
  if (at >= 0) allLinks[Math.min(at, allLinks.length - 1)]?.focus();
}
