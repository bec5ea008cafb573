import type { Store } from '../store/store.js';
import { idOf, type Reference } from '../store/objects.js';

export function clockOf(store: Store, customer: Reference): string | null {
  return idOf(store.find('customer', idOf(customer))?.test_clock);
}

/** Uses the current time without a test clock. */
export function runAtClockOf<T>(store: Store, customer: Reference, work: () => T): T {
  const clock = store.find('test_helpers.test_clock', clockOf(store, customer));
  return clock ? store.clock.at(clock.frozen_time, work) : work();
}
