import { moneyText, type MoneyValue } from '@upstander/web-kit';
import { lazy } from 'react';
import { useWords } from '../../words/words';
import { DataTable, type Column } from '../lists/data-table';
import { Money } from '../money/money';
import { ChartOrTable } from '../ui/chart-or-table';
import { spanText, type Unit } from '../ui/dates';

const Drawing = lazy(() =>
  import('./money-chart-drawing').then(({ MoneyChartDrawing }) => ({ default: MoneyChartDrawing })),
);

export interface MoneyPoint {
  /** First day of the period, for example 2026-11-01. */
  start: string;
  gifts: MoneyValue;
  refunds: MoneyValue;
  fees: MoneyValue;
  net: MoneyValue;
  count: number;
}

/** The table is for reading, copying and screen readers. */
export function MoneyChart({
  points,
  unit,
  currency,
}: {
  points: readonly MoneyPoint[];
  unit: Unit;
  currency: string;
}) {
  const { t, locale } = useWords('money');
  const total = sumOf(points, currency);
  return (
    <ChartOrTable
      summary={t.money.chart.summary({
        gifts: moneyText(locale, total.gifts),
        count: total.count,
        net: moneyText(locale, total.net),
      })}
      figure={t.money.chart.figure}
      chart={<Drawing points={points} unit={unit} currency={currency} />}
      table={<PointTable points={points} unit={unit} />}
    />
  );
}

function PointTable({ points, unit }: { points: readonly MoneyPoint[]; unit: Unit }) {
  const { t, locale } = useWords('money');
  const labels = t.money.chart;
  const columns: ReadonlyArray<Column<MoneyPoint>> = [
    { key: 'start', header: labels.span[unit], mobile: 'title', render: ({ start }) => spanText(locale, start, unit) },
    { key: 'count', header: labels.count, align: 'end', render: ({ count }) => count },
    { key: 'gifts', header: labels.gifts, align: 'end', render: ({ gifts }) => <Money value={gifts} /> },
    { key: 'refunds', header: labels.refunds, align: 'end', render: ({ refunds }) => <Money value={refunds} /> },
    { key: 'fees', header: labels.fees, align: 'end', render: ({ fees }) => <Money value={fees} /> },
    { key: 'net', header: labels.net, align: 'end', render: ({ net }) => <Money value={net} isStrong /> },
  ];
  return <DataTable label={labels.table} rows={[...points].reverse()} columns={columns} idOf={({ start }) => start} />;
}

function sumOf(points: readonly MoneyPoint[], currency: string): { gifts: MoneyValue; net: MoneyValue; count: number } {
  const total = (amountOf: (point: MoneyPoint) => MoneyValue): MoneyValue => ({
    amountMinor: points.reduce((sum, point) => sum + BigInt(amountOf(point).amountMinor), 0n).toString(),
    currency,
  });
  return {
    gifts: total(({ gifts }) => gifts),
    net: total(({ net }) => net),
    count: points.reduce((sum, { count }) => sum + count, 0),
  };
}
