import { statusOf, type EnumOf } from '@upstander/platform';

export const CourseStatus = statusOf('CourseStatus', 'Whether a course is on the site.', {
  draft: { initial: true, to: ['published'], description: 'It was never published.' },
  published: {
    initial: true,
    to: ['withdrawn'],
    description: 'Everybody can take it, while all its articles are on the site.',
  },
  withdrawn: { to: ['published'], description: 'Nobody can take it any more; what was finished counts.' },
});
export type CourseStatus = EnumOf<typeof CourseStatus>;
