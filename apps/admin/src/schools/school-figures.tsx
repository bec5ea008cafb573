import { Figures } from '../parts/ui/figures';
import { useWords } from '../words/words';
import type { SchoolReportData } from './queries';

export const sumOf = <Row,>(rows: readonly Row[], valueOf: (row: Row) => number) =>
  rows.reduce((total, row) => total + valueOf(row), 0);

export function SchoolFigures({ report: { quarters, steps } }: { report: SchoolReportData }) {
  const { labels } = useWords('schools');
  return (
    <Figures
      figures={[
        {
          key: 'students',
          label: labels.reached,
          value: sumOf(quarters, (row) => row.students),
          hint: labels.reachedHint,
        },
        { key: 'protocols', label: labels.protocols, value: sumOf(quarters, (row) => row.protocols) },
        { key: 'asks', label: labels.asks, value: sumOf(quarters, (row) => row.asks) },
        { key: 'districts', label: labels.districts, value: sumOf(steps, (row) => row.districts) },
      ]}
    />
  );
}
