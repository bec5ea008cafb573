// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import { $number } from '../en.js';

export const report = {
  title: 'Report',
  lead: 'How many people asked and were helped. For reports to funders and boards: totals only.',
  what: 'the report',
  span: 'Span',
  spans: {
    '3': 'Three months',
    '6': 'Six months',
    '12': 'Twelve months',
    '24': 'Two years',
  },
  print: 'Print',
  between: ({ from, to }: { from: string; to: string }): string => `From ${from} to ${to}.`,
  hidden: ({ threshold }: { threshold: number }): string => `Numbers below ${$number(threshold)} are not shown, and neither are those from which one could work them out: in a small town three people are soon recognized.`,
  fewer: ({ threshold }: { threshold: number }): string => `fewer than ${$number(threshold)}`,
  month: 'Month',
  wholeYear: ({ year }: { year: string }): string => `All of ${year}`,
  running: 'The sum of a year is told once the year is over: before, it could give away a small month.',
  kinds: {
    APPLICATION: 'Applications',
    CONSULTATION: 'Consultations',
  },
  columns: {
    opened: 'Asked',
    introduced: 'Introduced',
    closed: 'Closed',
  },
  noneTitle: 'Nothing to count in this span',
  noneText: 'Choose a longer one.',
};
