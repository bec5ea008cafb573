import { searchables } from '@upstander/platform';

/**
 * Only what business and staff both marked public: the others are shown to whoever comes by the page that says how to look
 * around safely, and are never listed by their words.
 */
export const opportunitySearchables = searchables.define({
  opportunity: {
    description: 'An opportunity that business and staff both marked public.',
    ways: [
      {
        from: 'opportunities.visible_opportunities($1) o',
        where: 'o.business_wants_public AND o.staff_say_public',
        id: 'o.id',
        vector: 'o.search_vector',
        name: 'o.title',
        language: 'o.language',
        order: { sql: 'o.expires_at', type: 'other' },
      },
    ],
    face: {
      from: 'opportunities.opportunity o WHERE o.id = page.id',
      slug: 'o.slug',
      title: 'o.title',
      text: 'o.description',
      place: 'o.place',
    },
  },
});
