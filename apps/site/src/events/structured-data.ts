import { localInstant } from '../share/local-time';
import { placeName, postalAddress } from '../share/postal-address';
import type { EventData } from './queries';

interface Site {
  publicUrl: string;
  organizationName: string;
  /** Picture shown where the page is shared. */
  imageUrl: string;
  currency: string;
  isPast(instant: string): boolean;
}

/**
 * Returns schema.org Event (https://schema.org/Event) as text for a data block.
 * Times are local with their UTC offset, so that programs that cut off the date get the right day. `<` is escaped, so
 * that no title can end the block and start a script. Events that are canceled or over have no offers.
 */
export function structuredData(event: EventData, site: Site): string {
  const { publicUrl, organizationName, currency, isPast } = site;
  const local = (instant: string | null) => (instant === null ? undefined : localInstant(instant, event.timeZone));
  const url = `${publicUrl}/events/${event.slug}`;
  const isOpen = event.status === 'PUBLISHED' && !isPast(event.endsAt);
  // If volunteers are waiting, a free place goes to them.
  const hasOpenSpots = event.shifts.some(
    ({ placesLeft, waiting, startsAt }) => placesLeft > 0 && waiting === 0 && !isPast(startsAt),
  );
  const isOpeningLater = event.opensAt !== null && !isPast(event.opensAt);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    description: event.summary === '' ? undefined : event.summary,
    startDate: local(event.startsAt),
    endDate: local(event.endsAt),
    image: site.imageUrl,
    eventStatus: `https://schema.org/${event.status === 'CANCELLED' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${event.online ? 'Online' : 'Offline'}EventAttendanceMode`,
    location: event.online
      ? { '@type': 'VirtualLocation', url }
      : {
          '@type': 'Place',
          name: placeName(event.place ?? '') ?? event.chapter.name,
          address: postalAddress(event.place ?? '', { city: event.chapter.city }),
        },
    superEvent: event.series
      ? { '@type': 'EventSeries', '@id': `${publicUrl}/events/${event.series.slug}`, name: event.series.title }
      : undefined,
    inLanguage: event.languages,
    isAccessibleForFree: true,
    organizer: { '@type': 'Organization', name: organizationName, url: publicUrl },
    offers: isOpen
      ? {
          '@type': 'Offer',
          price: 0,
          priceCurrency: currency,
          url,
          availability: `https://schema.org/${isOpeningLater ? 'PreOrder' : hasOpenSpots ? 'InStock' : 'SoldOut'}`,
          validFrom: local(event.opensAt ?? event.publishedAt),
        }
      : undefined,
    url,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
