import { structuredData, type EventData } from './structured-data';

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
  place: '410 W 7th Street',
  onlineUrl: null,
  contactName: 'Maribel',
  contactEmail: null,
  imageUrl: null,
  languages: ['en'],
  accessibility: null,
  bring: null,
  cancelReason: null,
  updatedAt: '2026-11-01T00:00:00Z',
  chapter: { name: 'Los Angeles', slug: 'los-angeles', city: 'Los Angeles' },
  shifts: [],
};

test('search engines learn what, where, when, and that it is off', () => {
  expect(JSON.parse(structuredData(event, 'https://example.org', 'Group'))).toMatchObject({
    '@type': 'Event',
    name: event.title,
    startDate: '2026-12-05T17:00:00Z',
    eventStatus: 'https://schema.org/EventCancelled',
    location: { '@type': 'Place', address: '410 W 7th Street' },
    url: 'https://example.org/events/kitchen',
  });
});

test('a title cannot end the data block and begin a script', () => {
  expect(structuredData(event, 'https://example.org', 'Group')).not.toContain('<');
});
