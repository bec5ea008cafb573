/** How many, without anybody being recognizable. */
export const report = {
  title: 'Totals',
  lead: 'How many people asked and were helped. For reports to funders and boards: totals only.',
  what: 'the totals',
  span: 'Span',
  spans: { '3': 'Three months', '6': 'Six months', '12': 'Twelve months', '24': 'Two years' },
  print: 'Print',
  between: (from: string, to: string) => `From ${from} to ${to}.`,
  hidden: (threshold: number) =>
    `Numbers below ${threshold} are not shown, and neither are those from which one could work them out: in a small town three people are soon recognized.`,
  fewer: (threshold: number) => `fewer than ${threshold}`,
  month: 'Month',
  wholeYear: (year: string) => `All of ${year}`,
  running: 'The sum of a year is told once the year is over: before, it could give away a small month.',
  kinds: { APPLICATION: 'Applications', CONSULTATION: 'Consultations' },
  columns: { opened: 'Asked', introduced: 'Introduced', closed: 'Closed' },
  noneTitle: 'Nothing to count in this span',
  noneText: 'Choose a longer one.',
};
