import { searchables } from '@upstander/platform';

/**
 * Only opportunities that both the business and staff made public. The others are shown only after the page on safe
 * browsing and never appear in search results.
 */
searchables.define({
  opportunity: {
    description: 'An opportunity that both the business and staff made public.',
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
