import { useShortcuts } from '../parts/ui/use-shortcuts';

interface QueueKeys {
  approve: (id: string) => void;
  reject: (id: string) => void;
}

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-credential]')];

/**
 * Registers the keyboard shortcuts of the queue. They move the real focus between names, so that screen readers
 * announce each row and Enter opens it. The letter keys act on the focused row.
 */
export function useQueueKeys({ approve, reject }: QueueKeys): void {
  const here = () => links().findIndex((link) => link === document.activeElement);
  const move = (by: 1 | -1) => {
    const all = links();
    const at = here();
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };
  const focused = () => links()[here()];
  const run = (what: (id: string) => void) => () => {
    const link = focused();
    if (link?.dataset['decidable'] === 'yes') what(link.dataset['credential']!);
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => focused()?.closest('tr, li')?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click(),
    a: run(approve),
    r: run(reject),
  });
}

/** Returns the index of the focused row, so that after a decision the next row gets the focus. */
export function placeInQueue(): number {
  return links().findIndex((link) => link === document.activeElement);
}

export function focusPlace(at: number): void {
  const all = links();
  if (at >= 0) all[Math.min(at, all.length - 1)]?.focus();
}
