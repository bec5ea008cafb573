import { statusOf, type EnumOf } from '@upstander/platform';

export const CourseStatus = statusOf('CourseStatus', 'Publication status of a course.', {
  draft: { initial: true, to: ['published'], description: 'Never published.' },
  published: {
    initial: true,
    to: ['withdrawn'],
    description: 'Open to everyone while all of its articles are published.',
  },
  withdrawn: { to: ['published'], description: 'No longer open; completed courses still count.' },
});
export type CourseStatus = EnumOf<typeof CourseStatus>;
