import type { MakeSample, Place } from './access-samples.js';

const shift = {
  role: 'Packing',
  startMinutes: 0,
  endMinutes: 180,
  capacity: 5,
  minimumAge: null,
  maxFirstTimers: null,
  note: null,
  needsLead: false,
  skillIds: [],
  signUpCredentialIds: [],
  dayCredentialIds: [],
  credentialsDueHours: 24,
};
const template = {
  summary: '',
  description: '',
  online: false,
  place: '12 Main St, Los Angeles',
  contactName: 'Rosa',
  onlineUrl: null,
  contactEmail: null,
  imageUrl: null,
  accessibility: null,
  bring: null,
  opensMinutesBefore: null,
  opensToMembersMinutesBefore: null,
  languages: ['en'],
  agenda: [],
  withMinors: false,
  minimumAdults: 2,
  maxGuests: 0,
  durationMinutes: 180,
  shifts: [shift],
};

/** Creates a series of two dates. */
export async function seriesIn(
  { app, chapter }: Pick<Place, 'app' | 'chapter'>,
  status = 'published',
): Promise<{ id: string; eventId: string }> {
  const [series] = await app.db.query<{ id: string }>(
    `INSERT INTO events.series (chapter_id, slug, title, time_zone, rule, first_local, status, template, published_at)
     VALUES ($1, 'series-' || left(gen_random_uuid()::text, 6), 'Packing', 'America/Los_Angeles',
       'FREQ=WEEKLY;BYDAY=SA;COUNT=2', '2030-05-04 09:00', $2, $3, now())
     RETURNING id`,
    [chapter.id, status, JSON.stringify(template)],
  );
  const events = await app.db.query<{ id: string }>(
    `INSERT INTO events.event (chapter_id, slug, title, place, time_zone, starts_at, ends_at, starts_at_local, ends_at_local,
       status, published_at, series_id, original_local, overrides)
     SELECT $1, 'packing-' || gen_random_uuid(), 'Packing', '12 Main St, Los Angeles', 'America/Los_Angeles',
       at AT TIME ZONE 'America/Los_Angeles', (at + interval '3 hours') AT TIME ZONE 'America/Los_Angeles', at,
       at + interval '3 hours', $3, CASE WHEN $3 = 'published' THEN now() END, $2, at, '{place}'
     FROM unnest('{2030-05-04 09:00,2030-05-11 09:00}'::timestamp[]) AS at
     RETURNING id`,
    [chapter.id, series!.id, status],
  );
  await app.db.query(
    `INSERT INTO events.shift (event_id, role, capacity, starts_at, ends_at, starts_at_local, ends_at_local)
     SELECT id, 'Packing', 5, starts_at, ends_at, starts_at_local, ends_at_local FROM events.event WHERE series_id = $1`,
    [series!.id],
  );
  return { id: series!.id, eventId: events[0]!.id };
}

const newSeries = ({ chapter }: Place) => ({
  rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=2',
  event: {
    chapterId: chapter.id,
    title: 'Packing',
    place: '12 Main St, Los Angeles',
    timeZone: 'America/Los_Angeles',
    startsAtLocal: '2030-05-04T09:00',
    endsAtLocal: '2030-05-04T12:00',
  },
});

const edit = async (place: Place) => {
  const { id, eventId } = await seriesIn(place);
  return { variables: { id, input: { scope: 'ALL', eventId, rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=2' } } };
};

export const seriesSamples: Record<string, MakeSample> = {
  series: async (place) => ({ variables: { id: (await seriesIn(place)).id } }),
  seriesList: async (place) => {
    const { id } = await seriesIn(place);
    return {
      variables: { filter: { chapter: place.chapter.slug }, first: 100 },
      select: '{ edges { node { id } } }',
      sees: (answer) => (answer as { edges: Array<{ node: { id: string } }> }).edges.some(({ node }) => node.id === id),
    };
  },
  previewSeries: (place) => ({ variables: { input: newSeries(place) } }),
  previewSeriesEdit: edit,
  createSeries: (place) => ({ variables: { input: newSeries(place) } }),
  updateSeries: edit,
  publishSeries: async (place) => ({ variables: { id: (await seriesIn(place, 'draft')).id } }),
  endSeries: async (place) => ({ variables: { id: (await seriesIn(place)).id, lastDay: '2030-05-05' } }),
  skipSeriesDate: async (place) => {
    const { id, eventId } = await seriesIn(place);
    return { variables: { id, eventId, reason: 'The hall is closed.' } };
  },
  addSeriesDate: async (place) => ({
    variables: { id: (await seriesIn(place)).id, startsAtLocal: '2030-05-07T18:00' },
  }),
  resetOccurrence: async (place) => ({ variables: { eventId: (await seriesIn(place)).eventId, parts: ['PLACE'] } }),
};
