import { SegmentedControl, Skeleton } from '@mantine/core';
import { Suspense, useState, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import classes from './chart-or-table.module.css';

interface ChartOrTableProps {
  summary: string;
  figure: string;
  chart: ReactNode;
  table: ReactNode;
}

export function ChartOrTable({ summary, figure, chart, table }: ChartOrTableProps) {
  const words = useWords('money').t.money.chart;
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <div>
      <div className={classes.top}>
        <p className={classes.summary}>{summary}</p>
        <SegmentedControl
          size="xs"
          aria-label={words.view}
          value={view}
          onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
          data={[
            { value: 'chart', label: words.asChart },
            { value: 'table', label: words.asTable },
          ]}
        />
      </div>
      {view === 'chart' ? (
        <figure className={classes.figure} aria-label={figure}>
          <Suspense fallback={<Skeleton height={240} />}>{chart}</Suspense>
        </figure>
      ) : (
        table
      )}
    </div>
  );
}
