import type { AdminCatalog } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import type { NavScreen } from '../navigation/sections';

export type QueueName = keyof AdminCatalog<'inbox'>['admin']['inbox']['queues'];

/** A decision that is made at once, or one that a dialog asks to confirm. */
export type Decision = { run: () => void } | { dialog: (onClose: () => void) => ReactNode };

export interface InboxItem {
  id: string;
  title: string;
  details: ReadonlyArray<string | null | false>;
  /** When the item arrived; null if unknown. */
  since: string | null;
  /** Its own screen. */
  to: string;
  /** Missing if the decision needs the item's own screen, for example its evidence. */
  approve?: Decision | undefined;
  decline?: Decision | undefined;
}

export interface Queue {
  name: QueueName;
  /** The full list with filters. */
  list: NavScreen['to'];
  items: readonly InboxItem[];
  count: number;
  isCapped: boolean;
  isLoading: boolean;
  error: Error | null;
  retry: () => void;
}

export function oldestOf({ items }: Pick<Queue, 'items'>): string | null {
  return items.reduce<string | null>(
    (oldest, { since }) => (since && (oldest === null || since < oldest) ? since : oldest),
    null,
  );
}

/** The item that follows once `id` was decided: the one that took its place, or the last one. */
export function itemAfter<Item extends { id: string }>(
  before: readonly Item[],
  items: readonly Item[],
  id: string,
): Item | undefined {
  const at = before.findIndex((item) => item.id === id);
  return items[Math.min(Math.max(at, 0), items.length - 1)];
}
