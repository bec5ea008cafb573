import { searchables } from '@upstander/platform';

searchables.define({
  article: {
    description: 'An article, by its text in either language.',
    ways: [
      {
        from: 'learning.article_text t JOIN learning.article a ON a.id = t.article_id',
        where: `a.status = 'published'`,
        id: 't.article_id',
        vector: 't.search_vector',
        name: 't.title',
        language: 't.locale',
        order: { sql: 'a.position', type: 'other' },
      },
    ],
    face: {
      from: 'learning.article a JOIN learning.article_text t ON t.article_id = a.id AND t.locale = $2 WHERE a.id = page.id',
      slug: 'a.slug',
      title: 't.title',
      text: `t.summary || ' ' || t.body`,
    },
  },
});
