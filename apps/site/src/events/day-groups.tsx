import { isoDay } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import { EventCard } from './event-card';
import { Day } from './event-times';
import type { EventCardData } from './queries';

/**
 * Groups events by their start date in their own time zone.
 * A list in time order jumps between days across time zones, so it is sorted here. The last day of a page may continue
 * on the next.
 */
export function DayGroups({ events }: { events: readonly EventCardData[] }) {
  const { words, quarter } = usePage();
  return [...groupByDay(events)].map(([day, [firstEvent, ...otherEvents]]) => (
    <section key={day} className="day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        {day === isoDay(quarter, firstEvent.timeZone) && <span>{words.site.events.today} · </span>}
        <Day span={firstEvent} />
      </h2>
      <ul className="cards">
        {[firstEvent, ...otherEvents].map((event) => (
          <EventCard key={event.id} event={event} level={3} isUnderDay />
        ))}
      </ul>
    </section>
  ));
}

type Group = [EventCardData, ...EventCardData[]];

export function groupByDay(events: readonly EventCardData[]): Map<string, Group> {
  const days = new Map<string, Group>();
  for (const event of events) {
    const day = isoDay(new Date(event.startsAt), event.timeZone);
    const group = days.get(day);
    if (group) group.push(event);
    else days.set(day, [event]);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}
