import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** Whether an article is on the site. */
export const ArticleStatus = { DRAFT: 'draft', PUBLISHED: 'published', WITHDRAWN: 'withdrawn' } as const;
export type ArticleStatus = (typeof ArticleStatus)[keyof typeof ArticleStatus];
registerEnumType(ArticleStatus, {
  name: 'ArticleStatus',
  description: 'Whether an article is on the site.',
  valuesMap: {
    DRAFT: { description: 'It was never published.' },
    PUBLISHED: { description: 'Everybody can read it.' },
    WITHDRAWN: { description: 'It was published once, and is no longer.' },
  },
});

/** From where to where an article goes; the database keeps to it. */
export const articleChanges: StatusChanges<ArticleStatus> = {
  begins: ['draft', 'published'],
  draft: ['published'],
  published: ['withdrawn'],
  withdrawn: ['published'],
};

/** Where one version of an article stands. */
export const ArticleVersionStatus = {
  DRAFT: 'draft',
  SUBMITTED: 'submitted',
  SCHEDULED: 'scheduled',
  PUBLISHED: 'published',
  SUPERSEDED: 'superseded',
} as const;
export type ArticleVersionStatus = (typeof ArticleVersionStatus)[keyof typeof ArticleVersionStatus];
registerEnumType(ArticleVersionStatus, {
  name: 'ArticleVersionStatus',
  description: 'Where one version of an article stands.',
  valuesMap: {
    DRAFT: { description: 'Somebody writes.' },
    SUBMITTED: { description: 'It waits for somebody else to read and approve it.' },
    SCHEDULED: { description: 'It is approved, and published when its time comes.' },
    PUBLISHED: { description: 'It is what the site shows, or showed when the article was withdrawn.' },
    SUPERSEDED: { description: 'A later version took its place.' },
  },
});

export const articleVersionChanges: StatusChanges<ArticleVersionStatus> = {
  begins: ['draft', 'published'],
  draft: ['submitted', 'superseded'],
  submitted: ['draft', 'scheduled', 'published', 'superseded'],
  scheduled: ['draft', 'published', 'superseded'],
  published: ['superseded'],
  superseded: [],
};
