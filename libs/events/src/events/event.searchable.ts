import { searchables } from '@upstander/platform';

searchables.define({
  event: {
    description: 'An upcoming or ongoing event.',
    ways: [
      {
        from: 'events.event e',
        where: `e.status = 'published' AND e.ends_at > $1`,
        id: 'e.id',
        vector: 'e.search_vector',
        name: 'e.title',
        order: { sql: 'e.starts_at', type: 'time' },
      },
    ],
    face: {
      from: 'events.event e WHERE e.id = page.id',
      slug: 'e.slug',
      title: 'e.title',
      text: `concat_ws(' ', nullif(e.summary, ''), e.description)`,
      place: `coalesce(e.place, '')`,
      startsAt: 'e.starts_at',
      timeZone: 'e.time_zone',
    },
  },
});
