import { statusOf, type EnumOf } from '@upstander/platform';

export const ArticleStatus = statusOf('ArticleStatus', 'Publication status of an article.', {
  draft: { initial: true, to: ['published'], description: 'Never published.' },
  published: { initial: true, to: ['withdrawn'], description: 'Public.' },
  withdrawn: { to: ['published'], description: 'Previously published, since withdrawn.' },
});
export type ArticleStatus = EnumOf<typeof ArticleStatus>;

export const ArticleVersionStatus = statusOf('ArticleVersionStatus', 'Status of one version of an article.', {
  draft: { initial: true, to: ['submitted', 'superseded'], description: 'Being written.' },
  submitted: {
    to: ['draft', 'scheduled', 'published', 'superseded'],
    description: 'Awaiting approval by someone other than the author.',
  },
  scheduled: {
    to: ['draft', 'published', 'superseded'],
    description: 'Approved; published at its scheduled time.',
  },
  published: {
    initial: true,
    to: ['superseded'],
    description: 'The version on the site, or the last one before the article was withdrawn.',
  },
  superseded: { to: [], description: 'Replaced by a later version.' },
});
export type ArticleVersionStatus = EnumOf<typeof ArticleVersionStatus>;
