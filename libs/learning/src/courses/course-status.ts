import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** Whether a course is on the site. */
export const CourseStatus = { DRAFT: 'draft', PUBLISHED: 'published', WITHDRAWN: 'withdrawn' } as const;
export type CourseStatus = (typeof CourseStatus)[keyof typeof CourseStatus];
registerEnumType(CourseStatus, {
  name: 'CourseStatus',
  description: 'Whether a course is on the site.',
  valuesMap: {
    DRAFT: { description: 'It was never published.' },
    PUBLISHED: { description: 'Everybody can take it, while all its articles are on the site.' },
    WITHDRAWN: { description: 'Nobody can take it any more; what was finished counts.' },
  },
});

/** From where to where a course goes; the database keeps to it. */
export const courseChanges: StatusChanges<CourseStatus> = {
  begins: ['draft', 'published'],
  draft: ['published'],
  published: ['withdrawn'],
  withdrawn: ['published'],
};
