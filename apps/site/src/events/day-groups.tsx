import { isoDay } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import { EventCard } from './event-card';
import { Day } from './event-times';
import type { EventCardData } from './queries';

/**
 * Events under the days on which they begin, each by the calendar where it is. A list in the order of instants goes to and
 * fro between days where zones meet, so they are put in order here; the last day of a page may go on on the next.
 */
export function DayGroups({ events }: { events: readonly EventCardData[] }) {
  const { words, quarter } = usePage();
  return [...byDay(events)].map(([day, [first, ...others]]) => (
    <section key={day} className="day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        {day === isoDay(quarter, first.timeZone) && <span>{words.site.events.today} · </span>}
        <Day span={first} />
      </h2>
      <ul className="cards">
        {[first, ...others].map((event) => (
          <EventCard key={event.id} event={event} level={3} underDay />
        ))}
      </ul>
    </section>
  ));
}

type Group = [EventCardData, ...EventCardData[]];

export function byDay(events: readonly EventCardData[]): Map<string, Group> {
  const days = new Map<string, Group>();
  for (const event of events) {
    const day = isoDay(new Date(event.startsAt), event.timeZone);
    const group = days.get(day);
    if (group) group.push(event);
    else days.set(day, [event]);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}
