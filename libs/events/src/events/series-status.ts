import { statusOf, type EnumOf } from '@upstander/platform';

export const SeriesStatus = statusOf('SeriesStatus', 'Status of a series.', {
  draft: { initial: true, to: ['published', 'ended'], description: 'Visible to the chapter only.' },
  published: { initial: true, to: ['ended'], description: 'Public. New dates are added as time passes.' },
  ended: { to: [], description: 'No more dates are added. Its past dates remain.' },
});
export type SeriesStatus = EnumOf<typeof SeriesStatus>;
