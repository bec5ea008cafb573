import { languageName, shortDate, shortZoneName } from '@upstander/web-kit';
import { RowFacts } from '../lists/row-facts';
import { postalAddress } from '../share/postal-address';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { contentLanguage } from './content-language';
import { Hours } from './event-times';
import { MoreDates } from './more-dates';
import { placesOf, type Places } from './places';
import type { EventCardData } from './queries';

/** An event as one line of a list, below a heading with its day. The whole row is clickable. */
export function EventRow({ event }: { event: EventCardData }) {
  const { shifts, ...rowEvent } = event;
  return <Row event={rowEvent} places={placesOf(event, usePage())} minimumAge={minimumAgeOf(shifts)} />;
}

interface RowProps {
  event: Omit<EventCardData, 'shifts'>;
  places: Places;
  minimumAge: number | null;
}

const Row = cacheMarkup(function Row({ event, places, minimumAge }: RowProps) {
  const { words, locale } = usePage();
  const language = contentLanguage(event.languages, locale);
  return (
    <li className="row">
      <h3>
        <a href={`/events/${event.slug}`} lang={language}>
          {event.title}
        </a>
      </h3>
      <p className="row-facts">
        <RowFacts
          facts={[
            <EventHours key="hours" span={event} online={event.online} />,
            ...placeFacts(event, words.site.lists.miles),
            language !== undefined && languageName(locale, language),
            event.otherDates ? (
              <MoreDates key="more" event={event} />
            ) : (
              event.seriesId !== null && words.site.series.recurring
            ),
            minimumAge !== null && words.site.signUp.minimumAge({ age: minimumAge }),
          ]}
        />
      </p>
      <PlacesText places={places} event={event} />
    </li>
  );
});

/** Local hours. Only online events need the time zone. */
export function EventHours({
  span,
  online,
}: {
  span: Pick<EventCardData, 'startsAt' | 'endsAt' | 'timeZone'>;
  online: boolean;
}) {
  const { locale } = usePage();
  return (
    <>
      <Hours span={span} showZone={false} isShort />
      {online && ` ${shortZoneName(locale, span.timeZone, new Date(span.startsAt))}`}
    </>
  );
}

interface Place {
  online: boolean;
  place: string | null;
  miles: number | null;
  chapter: { name: string };
}

/** Returns the city with the distance, or “Online”. The street is on the event's page. */
export function placeFacts({ online, place, miles, chapter }: Place, milesText: (of: { n: number }) => string) {
  if (online) return [<Online key="online" />];
  const city = postalAddress(place ?? '').addressLocality ?? place ?? chapter.name;
  return [city, miles !== null && milesText({ n: miles })];
}

function Online() {
  return <>{usePage().words.site.events.online}</>;
}

/** Returns the lowest minimum age if every shift has one. */
function minimumAgeOf(shifts: EventCardData['shifts']): number | null {
  const ages = shifts.map(({ minimumAge }) => minimumAge).filter((age) => age !== null);
  return ages.length > 0 && ages.length === shifts.length ? Math.min(...ages) : null;
}

function PlacesText({ places, event }: { places: Places; event: Pick<EventCardData, 'opensAt' | 'timeZone'> }) {
  const { words, locale } = usePage();
  const t = words.site.events;
  if (typeof places === 'number' && places > 0) return <p className="row-state">{t.spots({ n: places })}</p>;
  if (places === 'cancelled') return <p className="row-state clay">{t.cancelled}</p>;
  const textOf = {
    'opens-later': () => t.opensOn({ day: shortDate(locale, new Date(event.opensAt ?? ''), event.timeZone) }),
    over: () => t.over,
    'no-shifts': () => t.fullNoShifts,
  };
  return <p className="row-state soft">{typeof places === 'number' ? t.fullShort : textOf[places]()}</p>;
}
