import { Temporal } from 'temporal-polyfill';
import { partOf } from './series-rule.js';
import { moveWall } from '../time/wall-time.js';

export interface DateMatch {
  /** New planned start by old planned start. */
  kept: Map<string, string>;
  dropped: string[];
  created: string[];
}

/**
 * Matches the planned starts of occurrences with the dates after an edit. `movedBy` is the distance by which the edit moves the
 * start. What is left over keeps its order within each week of a weekly rule, or each month of a monthly one: a change from
 * Saturdays to Sundays moves each date by a day.
 */
export function matchDates(
  before: { dates: readonly string[]; rule: string },
  after: { dates: readonly string[]; rule: string },
  movedBy: number,
): DateMatch {
  const kept = new Map<string, string>();
  const open = new Set(after.dates);
  for (const date of before.dates) {
    const moved = moveWall(date, movedBy);
    if (open.delete(moved)) kept.set(date, moved);
  }
  const group = groupingOf(before.rule, after.rule);
  if (group) {
    const free = new Map<string, string[]>();
    for (const date of open) free.set(group(date), [...(free.get(group(date)) ?? []), date]);
    for (const date of before.dates) {
      if (kept.has(date)) continue;
      const next = free.get(group(moveWall(date, movedBy)))?.shift();
      if (next === undefined) continue;
      open.delete(next);
      kept.set(date, next);
    }
  }
  return { kept, dropped: before.dates.filter((date) => !kept.has(date)), created: [...open] };
}

function groupingOf(before: string, after: string): ((local: string) => string) | null {
  const frequency = partOf(after, 'FREQ');
  if (frequency !== partOf(before, 'FREQ')) return null;
  if (frequency === 'MONTHLY') return (local) => local.slice(0, 7);
  return frequency === 'WEEKLY' ? weekOf : null;
}

/** Returns the Monday of the week. */
export function weekOf(local: string): string {
  const date = Temporal.PlainDate.from(local.slice(0, 10));
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}
