import { searchables } from '@upstander/platform';

searchables.define({
  chapter: {
    description: 'An open local chapter.',
    ways: [
      {
        from: 'identity.chapter c',
        where: 'c.closed_at IS NULL',
        id: 'c.id',
        vector: 'c.search_vector',
        name: 'c.name',
        order: { sql: 'c.name', type: 'other' },
      },
    ],
    face: {
      from: 'identity.chapter c WHERE c.id = page.id',
      slug: 'c.slug',
      title: 'c.name',
      text: 'c.city',
      place: 'c.city',
    },
  },
});
