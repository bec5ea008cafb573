import { googleAddress, outlookAddress } from './calendar-addresses';

const facts = {
  title: 'Kits & más',
  role: 'Packing',
  startsAt: '2026-12-05T17:00:00.000Z',
  endsAt: '2026-12-05T19:30:00.000Z',
  place: '12 Main St #4',
  url: 'https://help.example.org/events/kits',
};

test('builds a Google Calendar link with the hours and full text of the shift, without a personal link', () => {
  const { origin, searchParams } = new URL(googleAddress(facts));
  expect(origin).toBe('https://calendar.google.com');
  expect(Object.fromEntries(searchParams)).toEqual({
    action: 'TEMPLATE',
    text: 'Kits & más: Packing',
    dates: '20261205T170000Z/20261205T193000Z',
    details: facts.url,
    location: facts.place,
  });
});

test('builds an Outlook link with encoded spaces instead of plus signs', () => {
  const address = outlookAddress({ ...facts, place: null });
  expect(address).not.toContain('+');
  expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: 'Kits & más: Packing',
    startdt: '2026-12-05T17:00:00Z',
    enddt: '2026-12-05T19:30:00Z',
    body: facts.url,
  });
});
