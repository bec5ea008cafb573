import { isoDay } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';
import { Day } from './event-times';

interface Start {
  startsAt: string;
  timeZone: string;
}

interface Props<Item> {
  items: readonly Item[];
  startOf: (item: Item) => Start;
  children: (item: Item) => ReactNode;
}

/**
 * Groups rows by their start date in their own time zone.
 * A list in time order jumps between days across time zones, so it is sorted here. The last day of a page may continue
 * on the next.
 */
export function DayGroups<Item>({ items, startOf, children: renderRow }: Props<Item>) {
  const { words, quarter } = usePage();
  return [...groupByDay(items, startOf)].map(([day, [firstItem, ...otherItems]]) => (
    <section key={day} className="day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        {day === isoDay(quarter, startOf(firstItem).timeZone) && <span>{words.site.events.today} · </span>}
        <Day span={startOf(firstItem)} />
      </h2>
      <ul className="row-list">{[firstItem, ...otherItems].map(renderRow)}</ul>
    </section>
  ));
}

export function groupByDay<Item>(
  items: readonly Item[],
  startOf: (item: Item) => Start,
): Map<string, [Item, ...Item[]]> {
  const days = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const { startsAt, timeZone } = startOf(item);
    const day = isoDay(new Date(startsAt), timeZone);
    const group = days.get(day);
    if (group) group.push(item);
    else days.set(day, [item]);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}
