import { leafParts, shortDate } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { CardFacts } from './card-facts';
import { contentLanguage } from './content-language';
import { Day, Hours } from './event-times';
import { MoreDates } from './more-dates';
import { placesOf, type Places } from './places';
import type { EventCardData } from './queries';

interface Props {
  event: EventCardData;
  level?: 2 | 3;
}

/** The whole card is clickable; the link's name is only the title. */
export function EventCard({ event, level = 2 }: Props) {
  const { shifts: _, ...cardEvent } = event;
  return <Card event={cardEvent} places={placesOf(event, usePage())} level={level} />;
}

interface CardProps {
  event: Omit<EventCardData, 'shifts'>;
  places: Places;
  level: 2 | 3;
}

const Card = cacheMarkup(function Card({ event, places, level }: CardProps) {
  const { words, locale } = usePage();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <li className="card">
      <CalendarLeaf event={event} />
      <div className="card-body">
        <Heading>
          <a href={`/events/${event.slug}`} lang={contentLanguage(event.languages, locale)}>
            {event.title}
          </a>
        </Heading>
        <p className="card-when">
          <span className="hidden">
            <Day span={event} />,{' '}
          </span>
          <Hours span={event} /> <MoreDates event={event} />
        </p>
        <CardFacts event={event}>
          {event.miles !== null && `, ${words.site.shifts.miles({ n: event.miles })}`}
        </CardFacts>
      </div>
      <PlacesBadge places={places} event={event} />
    </li>
  );
});

function CalendarLeaf({ event }: { event: Pick<EventCardData, 'startsAt' | 'timeZone'> }) {
  const leaf = leafParts(usePage().locale, new Date(event.startsAt), event.timeZone);
  return (
    <p className="leaf" aria-hidden="true">
      <span>{leaf.month}</span>
      <b>{leaf.day}</b>
      <span>{leaf.weekday}</span>
    </p>
  );
}

function PlacesBadge({ places, event }: { places: Places; event: Pick<EventCardData, 'opensAt' | 'timeZone'> }) {
  const { words, locale } = usePage();
  const t = words.site.events;
  if (places === 'opens-later') {
    return (
      <p className="badge">{t.opensOn({ day: shortDate(locale, new Date(event.opensAt ?? ''), event.timeZone) })}</p>
    );
  }
  if (places === 'cancelled') return <p className="badge clay">{t.cancelled}</p>;
  if (places === 'over') return <p className="badge">{t.over}</p>;
  if (places === 'no-shifts') return <p className="badge">{t.fullNoShifts}</p>;
  return places > 0 ? (
    <p className="badge green">{t.placesLeft({ n: places })}</p>
  ) : (
    <p className="badge amber">{t.full}</p>
  );
}
