import { localInstant } from '../share/local-time';
import { placeName, postalAddress } from '../share/postal-address';
import type { SeriesPageData } from './queries';

interface Site {
  publicUrl: string;
  organizationName: string;
  imageUrl: string;
  currency: string;
  /** The rule as text, for example "Every Saturday". */
  rule: string;
}

/** Maximum number of dates in the structured data. */
const maxDates = 30;

/** Returns schema.org EventSeries (https://schema.org/EventSeries) with its next dates as `subEvent`. */
export function seriesData({ series, dates }: Pick<SeriesPageData, 'series' | 'dates'>, site: Site): object {
  const { slug, title, template, timeZone, until, chapter } = series;
  const url = `${site.publicUrl}/events/${slug}`;
  const local = (instant: string) => localInstant(instant, timeZone);
  const locationOf = (online: boolean, place: string | null) =>
    online
      ? { '@type': 'VirtualLocation', url }
      : {
          '@type': 'Place',
          name: placeName(place ?? '') ?? chapter.name,
          address: postalAddress(place ?? '', { city: chapter.city }),
        };
  const organizer = { '@type': 'Organization', name: site.organizationName, url: site.publicUrl };
  const nodes = dates.edges.map(({ node }) => node);
  const [first] = nodes;
  return {
    '@type': 'EventSeries',
    '@id': url,
    name: title,
    description: template.summary === '' ? site.rule : `${site.rule}. ${template.summary}`,
    startDate: first && local(first.startsAt),
    endDate: until ?? undefined,
    image: site.imageUrl,
    eventAttendanceMode: `https://schema.org/${template.online ? 'Online' : 'Offline'}EventAttendanceMode`,
    location: locationOf(template.online, template.place),
    inLanguage: template.languages,
    isAccessibleForFree: true,
    organizer,
    url,
    subEvent: nodes.slice(0, maxDates).map((node) => ({
      '@type': 'Event',
      name: node.title,
      startDate: local(node.startsAt),
      endDate: local(node.endsAt),
      eventStatus: `https://schema.org/${node.status === 'CANCELLED' ? 'EventCancelled' : 'EventScheduled'}`,
      location: locationOf(node.online, node.place),
      url: `${site.publicUrl}/events/${node.slug}`,
      superEvent: { '@id': url },
    })),
  };
}
