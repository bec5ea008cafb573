import { EventDrawing } from '../drawings/drawings';
import { cacheMarkup } from '../request/cached-markup';
import { usePage } from '../request/page-context';
import { CardFacts } from './card-facts';
import { contentLanguage } from './content-language';
import { Day, Hours } from './event-times';
import { MoreDates } from './more-dates';
import type { EventCardData } from './queries';

/** An event with its picture, for pages with few events. The whole card is clickable. */
export function PictureEventCard({ event }: { event: EventCardData }) {
  const { shifts: _, ...card } = event;
  return <Card event={card} />;
}

const Card = cacheMarkup(function Card({ event }: { event: Omit<EventCardData, 'shifts'> }) {
  const { locale } = usePage();
  return (
    <li className="card picture-card">
      <EventDrawing event={event} isPlain />
      <div className="card-body">
        <h3>
          <a href={`/events/${event.slug}`} lang={contentLanguage(event.languages, locale)}>
            {event.title}
          </a>
        </h3>
        <p className="card-when">
          <Day span={event} />, <Hours span={event} /> <MoreDates event={event} />
        </p>
        <CardFacts event={event} />
      </div>
    </li>
  );
});
