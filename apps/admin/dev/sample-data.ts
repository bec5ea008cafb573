/** The made-up organisation: three chapters, a handful of events, people with names from the city they live in. */
export interface SampleShift {
  id: string;
  role: string;
  startsAt: string;
  endsAt: string;
  startsAtLocal: string;
  endsAtLocal: string;
  capacity: number;
  taken: number;
  placesLeft: number;
  waiting: number;
  minimumAge: number | null;
  note: string | null;
}

export interface SampleChapter {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  city: string;
}

export interface SampleEvent extends Record<string, unknown> {
  id: string;
  slug: string;
  title: string;
  status: string;
  chapter: SampleChapter;
  shifts: SampleShift[];
  startsAt: string;
  endsAt: string;
  timeZone: string;
  cancelReason: string | null;
  version: number;
}

export interface SampleEntry {
  id: string;
  eventId: string;
  shiftId: string;
  name: string;
  email: string;
  phone: string | null;
  locale: string;
  status: string;
  position: number | null;
  addressConfirmed: boolean;
  offerExpiresAt: string | null;
  createdAt: string;
  overlapReason: string | null;
}

export interface SampleData {
  now: Date;
  chapters: SampleChapter[];
  events: SampleEvent[];
  entries: SampleEntry[];
  mails: Array<Record<string, unknown> & { id: string; status: string; recipient: string; template: string }>;
  accounts: Array<{
    id: string;
    email: string;
    name: string;
    locale: string;
    hasSecondStep: boolean;
    grants: Array<{ role: string; chapter: SampleChapter | null }>;
  }>;
}

const names = [
  'Ana Reyes',
  'Marcus Chen',
  'Lucía Hernández',
  'Devon Brooks',
  'Priya Nair',
  'Tomás Aguilar',
  'Grace Okafor',
  'Hannah Weiss',
  'José Luis Ortega',
  'Mei-Ling Tran',
  'Samira Haddad',
  'Ben Kowalski',
  'Rosa Delgado',
  'Jordan Ellis',
];

/** An event's wall time `days` from today at an hour, with the instant at Pacific standard time. */
function at(now: Date, days: number, hour: number): { local: string; instant: string } {
  const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, hour));
  return { local: date.toISOString().slice(0, 16), instant: new Date(date.valueOf() + 8 * 3_600_000).toISOString() };
}

export function sampleData(now: Date): SampleData {
  const chapters = [
    { id: 'la', name: 'Los Angeles', slug: 'los-angeles', timeZone: 'America/Los_Angeles', city: 'Los Angeles' },
    { id: 'sd', name: 'San Diego', slug: 'san-diego', timeZone: 'America/Los_Angeles', city: 'San Diego' },
    { id: 'sf', name: 'Bay Area', slug: 'bay-area', timeZone: 'America/Los_Angeles', city: 'Oakland' },
  ];
  const plans: Array<[string, number, number, number, string, Array<[string, number, number, number]>]> = [
    [
      'Care kit packing',
      2,
      9,
      12,
      'PUBLISHED',
      [
        ['Packing', 12, 4, 0],
        ['Welcome desk', 3, 3, 2],
        ['Driving', 4, 1, 0],
      ],
    ],
    [
      'Know the signs: evening for parents',
      4,
      18,
      20,
      'PUBLISHED',
      [
        ['Host', 2, 2, 0],
        ['Childcare', 4, 3, 0],
      ],
    ],
    [
      'Winter coat drive',
      9,
      10,
      16,
      'PUBLISHED',
      [
        ['Sorting', 20, 14, 0],
        ['Front table', 6, 6, 1],
      ],
    ],
    ['Phone bank for shelter beds', 12, 17, 19, 'PUBLISHED', [['Caller', 10, 8, 0]]],
    ['Court watch training', 16, 12, 14, 'DRAFT', [['Observer', 8, 0, 0]]],
    [
      'Holiday market table',
      20,
      9,
      18,
      'PUBLISHED',
      [
        ['Table, morning', 3, 3, 3],
        ['Table, afternoon', 3, 2, 0],
      ],
    ],
    ['Beach cleanup with the youth council', 6, 8, 11, 'CANCELLED', [['Cleanup', 25, 12, 0]]],
    [
      'Autumn fundraiser dinner',
      -12,
      17,
      22,
      'COMPLETED',
      [
        ['Serving', 8, 8, 0],
        ['Kitchen', 6, 5, 0],
      ],
    ],
  ];
  const entries: SampleEntry[] = [];
  const events = plans.map(([title, days, from, to, status, shifts], number): SampleEvent => {
    const id = `e${number + 1}`;
    const [start, end] = [at(now, days, from), at(now, days, to)];
    const times = { startsAt: start.instant, endsAt: end.instant, startsAtLocal: start.local, endsAtLocal: end.local };
    return {
      ...times,
      id,
      slug: title.toLowerCase().replace(/[^a-z]+/g, '-'),
      title,
      status,
      chapter: chapters[number % 2]!,
      summary: 'Pack kits for people who leave in a hurry: soap, socks, a phone card, a kind note.',
      description: 'We meet at the side entrance.\n\n- Coffee is there\n- **Gloves** too',
      descriptionHtml: '<p>We meet at the side entrance.</p>',
      timeZone: 'America/Los_Angeles',
      online: number === 3,
      place: number === 3 ? null : 'St. Anne Hall, 1450 W Temple St, Los Angeles, CA 90026',
      onlineUrl: number === 3 ? 'https://meet.example.org/beds' : null,
      contactName: 'Rosa Delgado',
      contactEmail: 'rosa@example.org',
      imageUrl: null,
      languages: ['en', 'es'],
      accessibility: 'Step-free from Temple St; seats for everybody.',
      bring: 'A water bottle',
      cancelReason: status === 'CANCELLED' ? 'The storm closed the beach.' : null,
      version: 1,
      updatedAt: now.toISOString(),
      shifts: shifts.map(([role, capacity, taken, waiting], index) => {
        const shiftId = `${id}s${index + 1}`;
        for (let place = 0; place < taken + waiting; place += 1) {
          const name = names[(place + index * 5 + number * 3) % names.length]!;
          const inLine = place >= taken;
          const offered = !inLine && place === taken - 1 && waiting > 1;
          entries.push({
            id: `${shiftId}p${place}`,
            eventId: id,
            shiftId,
            name,
            email: `${name
              .toLowerCase()
              .normalize('NFD')
              .replace(/[^a-z]+/g, '.')}${place}@example.org`,
            phone: place % 3 === 0 ? '+12135550100' : null,
            locale: place % 4 === 2 ? 'ES' : 'EN',
            status: inLine ? 'WAITLISTED' : offered ? 'OFFERED' : 'CONFIRMED',
            position: inLine ? place - taken + 1 : null,
            addressConfirmed: place % 5 !== 3,
            offerExpiresAt: offered ? new Date(now.valueOf() + 70_000_000).toISOString() : null,
            createdAt: new Date(now.valueOf() - (place + 1) * 7_000_000).toISOString(),
            overlapReason: place === 1 && index === 0 && number === 0 ? 'Switches at half time' : null,
          });
        }
        return {
          ...times,
          id: shiftId,
          role,
          capacity,
          taken,
          placesLeft: capacity - taken,
          waiting,
          minimumAge: index === 2 ? 18 : null,
          note: null,
        };
      }),
    };
  });
  const kinds = ['signup-confirm', 'signup-reminder', 'signup-offer', 'signup-changed'];
  const mails = Array.from({ length: 34 }, (_, number) => {
    const status = number === 2 ? 'FAILED' : number === 5 ? 'BOUNCED' : number < 2 ? 'DUE' : 'SENT';
    const due = new Date(now.valueOf() - number * 1_900_000);
    return {
      id: `m${number}`,
      template: kinds[number % 4]!,
      recipient: `${names[number % names.length]!.toLowerCase()
        .normalize('NFD')
        .replace(/[^a-z]+/g, '.')}@example.org`,
      status,
      attempts: status === 'FAILED' ? 6 : 1,
      dueAt: due.toISOString(),
      sentAt: status === 'SENT' ? due.toISOString() : null,
      lastError:
        status === 'FAILED'
          ? '451 4.7.1 Greylisting in action, please come back later'
          : status === 'BOUNCED'
            ? '550 5.1.1 The email account that you tried to reach does not exist'
            : null,
      messageId: `m${number}@mail.example.org`,
    };
  });
  const accounts = names.map((name, number) => ({
    id: `a${number}`,
    email:
      number === 0 ? 'admin@demo.example' : number === 1 ? 'organizer@demo.example' : `person${number}@example.org`,
    name,
    locale: number % 4 === 2 ? 'ES' : 'EN',
    hasSecondStep: number < 3,
    grants:
      number === 0
        ? [{ role: 'ADMIN', chapter: null }]
        : number < 4
          ? [{ role: 'ORGANIZER', chapter: chapters[0]! }]
          : [{ role: 'VOLUNTEER', chapter: null }],
  }));
  return { now, chapters, events, entries, mails, accounts };
}
