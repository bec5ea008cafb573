import type { EventData } from './queries';
import { structuredData } from './structured-data';

const event: EventData = {
  id: '1',
  slug: 'kitchen',
  title: '</script><script>alert(1)</script>',
  summary: '',
  descriptionHtml: '',
  startsAt: '2026-12-05T17:00:00Z',
  endsAt: '2026-12-05T20:00:00Z',
  timeZone: 'America/Los_Angeles',
  status: 'CANCELLED',
  online: false,
  place: '410 W 7th Street, Los Angeles, CA 90014',
  onlineUrl: null,
  contactName: 'Maribel',
  contactEmail: null,
  imageUrl: null,
  languages: ['en'],
  accessibility: null,
  bring: null,
  cancelReason: null,
  opensAt: null,
  opensToMembersAt: null,
  withMinors: false,
  publishedAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  chapter: { name: 'Los Angeles', slug: 'los-angeles', city: 'Los Angeles' },
  shifts: [],
};

const isPast = (instant: string) => instant < '2026-12-01';
const site = {
  publicUrl: 'https://example.org',
  organizationName: 'Group',
  currency: 'MXN',
  imageUrl: 'https://example.org/1.png',
  isPast,
};
const read = (data: EventData) =>
  JSON.parse(structuredData(data, site)) as { offers?: { availability: string; priceCurrency: string } };

test('contains the title, place, time and cancellation of an event', () => {
  expect(read(event)).toMatchObject({
    '@type': 'Event',
    name: event.title,
    startDate: '2026-12-05T09:00:00-08:00',
    endDate: '2026-12-05T12:00:00-08:00',
    image: 'https://example.org/1.png',
    eventStatus: 'https://schema.org/EventCancelled',
    location: {
      '@type': 'Place',
      name: 'Los Angeles',
      address: {
        '@type': 'PostalAddress',
        streetAddress: '410 W 7th Street',
        addressLocality: 'Los Angeles',
        addressRegion: 'CA',
        postalCode: '90014',
        addressCountry: 'US',
      },
    },
    url: 'https://example.org/events/kitchen',
  });
});

test('offers only events that are open for sign-up', () => {
  const shift = {
    id: '2',
    role: 'Kitchen',
    startsAt: '2026-12-05T17:00:00Z',
    endsAt: '2026-12-05T20:00:00Z',
    capacity: 2,
    placesLeft: 1,
    waiting: 0,
    minimumAge: null,
    note: null,
  };
  const published: EventData = { ...event, status: 'PUBLISHED', shifts: [shift] };
  expect(read(published).offers).toMatchObject({
    availability: 'https://schema.org/InStock',
    priceCurrency: 'MXN',
    validFrom: '2026-10-31T17:00:00-07:00',
  });
  for (const change of [{ placesLeft: 0 }, { waiting: 1 }, { startsAt: '2026-11-30T17:00:00Z' }]) {
    expect(read({ ...published, shifts: [{ ...shift, ...change }] }).offers?.availability).toBe(
      'https://schema.org/SoldOut',
    );
  }
  const opensLater = { ...published, opensAt: '2026-12-02T17:00:00Z' };
  expect(read(opensLater).offers).toMatchObject({
    availability: 'https://schema.org/PreOrder',
    validFrom: '2026-12-02T09:00:00-08:00',
  });
  for (const closed of [
    { status: 'CANCELLED' as const },
    { status: 'COMPLETED' as const },
    { endsAt: '2026-11-30T20:00:00Z' },
  ]) {
    expect(read({ ...published, ...closed }).offers).toBeUndefined();
  }
});

test('escapes a title that would end the data block', () => {
  expect(structuredData(event, site)).not.toContain('<');
});
