import { useShortcuts } from '../parts/ui/use-shortcuts';

interface QueueKeys {
  approve: (id: string) => void;
  reject: (id: string) => void;
}

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-credential]')];

/**
 * The keys of the queue. They move the real focus from name to name, so that a screen reader reads each row, Enter opens
 * it, and the letters are about the row that has the focus.
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

/** Which row has the focus, so that whoever decides by keys goes on with what takes its place. */
export function placeInQueue(): number {
  return links().findIndex((link) => link === document.activeElement);
}

export function focusPlace(at: number): void {
  const all = links();
  if (at >= 0) all[Math.min(at, all.length - 1)]?.focus();
}
