import { statusOf, type EnumOf } from '@upstander/platform';

export const ArticleStatus = statusOf('ArticleStatus', 'Whether an article is on the site.', {
  draft: { initial: true, to: ['published'], description: 'It was never published.' },
  published: { initial: true, to: ['withdrawn'], description: 'Everybody can read it.' },
  withdrawn: { to: ['published'], description: 'It was published once, and is no longer.' },
});
export type ArticleStatus = EnumOf<typeof ArticleStatus>;

export const ArticleVersionStatus = statusOf('ArticleVersionStatus', 'Where one version of an article stands.', {
  draft: { initial: true, to: ['submitted', 'superseded'], description: 'Somebody writes.' },
  submitted: {
    to: ['draft', 'scheduled', 'published', 'superseded'],
    description: 'It waits for somebody else to read and approve it.',
  },
  scheduled: {
    to: ['draft', 'published', 'superseded'],
    description: 'It is approved, and published when its time comes.',
  },
  published: {
    initial: true,
    to: ['superseded'],
    description: 'It is what the site shows, or showed when the article was withdrawn.',
  },
  superseded: { to: [], description: 'A later version took its place.' },
});
export type ArticleVersionStatus = EnumOf<typeof ArticleVersionStatus>;
