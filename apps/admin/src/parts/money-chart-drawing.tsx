import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { decimalText, intlTag, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../words/words';
import type { MoneyPoint } from './money-chart';
import { negated } from './money';
import { spanText, type Unit } from './when';

interface DrawingProps {
  points: readonly MoneyPoint[];
  unit: Unit;
  currency: string;
}

/** The bars: what came in stands up, what went back and what it cost hangs down. A picture: the table says it exactly. */
export function MoneyChartDrawing({ points, unit, currency }: DrawingProps) {
  const { t, locale } = useWords();
  const words = t.money.chart;
  const compact = new Intl.NumberFormat(intlTag(locale), {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  });
  // Only a drawing may be inexact: no sum is ever made of these.
  const height = (value: MoneyValue): number => Number(decimalText(value));
  const data = points.map(({ start, gifts, refunds, fees }) => ({
    start: spanText(locale, start, unit),
    gifts: height(gifts),
    refunds: height(negated(refunds)),
    fees: height(negated(fees)),
  }));
  return (
    <div aria-hidden="true">
      <BarChart
        h={240}
        data={data}
        dataKey="start"
        type="stacked"
        withLegend
        legendProps={{ verticalAlign: 'bottom' }}
        maxBarWidth={34}
        gridAxis="y"
        tickLine="none"
        strokeDasharray="3 4"
        barChartProps={{ stackOffset: 'sign', accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        yAxisProps={{ width: 58 }}
        xAxisProps={{ minTickGap: 18 }}
        valueFormatter={(value) => compact.format(value)}
        tooltipProps={{ isAnimationActive: false }}
        series={[
          { name: 'gifts', label: words.gifts, color: 'var(--u-green)' },
          { name: 'refunds', label: words.refunds, color: 'var(--mantine-color-clay-5)' },
          { name: 'fees', label: words.fees, color: 'var(--mantine-color-amber-4)' },
        ]}
      />
    </div>
  );
}
