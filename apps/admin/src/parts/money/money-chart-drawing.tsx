import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { decimalText, intlTag, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import type { MoneyPoint } from './money-chart';
import { negated } from './money';
import { spanText, type Unit } from '../ui/when';

interface DrawingProps {
  points: readonly MoneyPoint[];
  unit: Unit;
  currency: string;
}

/** The bars: what came in stands up, what went back and what it cost hangs down. A picture: the table says it exactly. */
export function MoneyChartDrawing({ points, unit, currency }: DrawingProps) {
  const { t, locale } = useWords('money');
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
  const axis = axisOf(
    Math.max(...data.map(({ gifts }) => gifts)),
    Math.max(...data.map(({ refunds, fees }) => -refunds - fees)),
  );
  return (
    <div aria-hidden="true">
      <BarChart
        h={240}
        data={data}
        dataKey="start"
        type="stacked"
        withLegend
        legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
        maxBarWidth={34}
        gridAxis="x"
        tickLine="none"
        strokeDasharray="3 4"
        barChartProps={{ stackOffset: 'sign', accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        yAxisProps={{ width: 62, interval: 0, domain: [axis[0] ?? 0, axis.at(-1) ?? 0], ticks: axis }}
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

/** Round values to draw lines at, from the deepest to the highest: about four of them above nothing. */
function axisOf(up: number, down: number): number[] {
  const rough = Math.max(up, down, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough) ?? 10);
  const [below, above] = [Math.ceil(down / step), Math.max(1, Math.ceil(up / step))];
  return Array.from({ length: below + above + 1 }, (_, line) => (line - below) * step);
}
