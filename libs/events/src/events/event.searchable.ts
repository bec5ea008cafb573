import { searchables } from '@upstander/platform';

searchables.define({
  event: {
    description: 'An upcoming or ongoing event, or a series with several matching dates.',
    ways: [
      {
        from: 'events.event e',
        where: `e.status = 'published' AND e.ends_at > $1`,
        id: 'e.id',
        group: 'e.series_id',
        vector: 'e.search_vector',
        name: 'e.title',
        order: { sql: 'e.starts_at', type: 'time' },
      },
    ],
    face: {
      // A single matching date of a series is found as itself.
      from: 'events.event e LEFT JOIN events.series r ON r.id = e.series_id AND page.grouped > 1 WHERE e.id = page.id',
      slug: 'coalesce(r.slug, e.slug)',
      title: 'coalesce(r.title, e.title)',
      text: `concat_ws(' ', nullif(e.summary, ''), e.description)`,
      place: `coalesce(e.place, '')`,
      startsAt: 'e.starts_at',
      timeZone: 'e.time_zone',
    },
  },
});
