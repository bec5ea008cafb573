import { searchables } from '@upstander/platform';

const translatedSql = (english: string, spanish: string) =>
  `CASE WHEN $2 = 'es' AND ${spanish} <> '' THEN ${spanish} ELSE ${english} END`;

searchables.define({
  // The vector contains no part that can be confidential, and the city is shown only if it isn't confidential.
  service: {
    description: 'A service in the directory, by its text or the name of its organization.',
    ways: [
      {
        from: 'learning.service s',
        where: 's.published',
        id: 's.id',
        vector: 's.search_vector',
        name: 's.name',
        order: { sql: 's.sort_name', type: 'other' },
      },
      {
        from: 'learning.organization o JOIN learning.service s ON s.organization_id = o.id',
        where: 's.published',
        id: 's.id',
        vector: 'o.search_vector',
        name: 'o.name',
        order: { sql: 's.sort_name', type: 'other' },
      },
    ],
    face: {
      from: 'learning.service s JOIN learning.organization o ON o.id = s.organization_id WHERE s.id = page.id',
      slug: 's.slug',
      title: 's.name',
      text: `o.name || ': ' || ${translatedSql('s.description', 's.description_es')}`,
      place: `coalesce(nullif(CASE WHEN s.kept_confidential @> '{city}' THEN '' ELSE s.city END, ''),
        ${translatedSql('s.area', 's.area_es')})`,
    },
  },
});
