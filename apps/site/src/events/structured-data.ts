import type { ResultOf } from '@upstander/api-client';
import type { OneEvent } from './queries';

export type EventData = NonNullable<ResultOf<typeof OneEvent>['event']>;

interface Site {
  publicUrl: string;
  organisationName: string;
  /** The one money is usually counted in here, ISO 4217. */
  currency: string;
  isPast(instant: string): boolean;
}

/**
 * schema.org Event (https://schema.org/Event), as text for a data block. `<` is escaped, so that no title can end the
 * block and begin a script. What is cancelled or over offers nothing.
 */
export function structuredData(event: EventData, { publicUrl, organisationName, currency, isPast }: Site): string {
  const url = `${publicUrl}/events/${event.slug}`;
  const open = event.status === 'PUBLISHED' && !isPast(event.endsAt);
  // Where somebody waits, a place that comes free is not for newcomers.
  const free = event.shifts.some(
    ({ placesLeft, waiting, startsAt }) => placesLeft > 0 && waiting === 0 && !isPast(startsAt),
  );
  const opensLater = event.opensAt !== null && !isPast(event.opensAt);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    description: event.summary === '' ? undefined : event.summary,
    startDate: event.startsAt,
    endDate: event.endsAt,
    eventStatus: `https://schema.org/${event.status === 'CANCELLED' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${event.online ? 'Online' : 'Offline'}EventAttendanceMode`,
    location: event.online
      ? { '@type': 'VirtualLocation', url }
      : { '@type': 'Place', name: event.place ?? undefined, address: event.place ?? undefined },
    inLanguage: event.languages,
    isAccessibleForFree: true,
    organizer: { '@type': 'Organization', name: organisationName, url: publicUrl },
    offers: open
      ? {
          '@type': 'Offer',
          price: 0,
          priceCurrency: currency,
          url,
          availability: `https://schema.org/${opensLater ? 'PreOrder' : free ? 'InStock' : 'SoldOut'}`,
          validFrom: event.opensAt ?? undefined,
        }
      : undefined,
    url,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
