import { usePage } from '../request/page-context';
import type { EventCardData } from './queries';

/** Links a date that stands for its series in a list to all of its dates. */
export function MoreDates({ event }: { event: Pick<EventCardData, 'title' | 'series' | 'otherDates'> }) {
  const t = usePage().words.site.series;
  if (!event.series || !event.otherDates) return null;
  return (
    <a className="more-dates" href={`/events/${event.series.slug}`}>
      {t.andMoreDates({ n: event.otherDates })}
      <span className="hidden">: {event.title}</span>
    </a>
  );
}
