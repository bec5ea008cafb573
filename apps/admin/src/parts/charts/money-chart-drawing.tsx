import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { decimalText, intlTag, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import type { MoneyPoint } from './money-chart';
import { negate } from '../money/money';
import { spanText, type Unit } from '../ui/dates';

interface DrawingProps {
  points: readonly MoneyPoint[];
  unit: Unit;
  currency: string;
}

export function MoneyChartDrawing({ points, unit, currency }: DrawingProps) {
  const { t, locale } = useWords('money');
  const labels = t.money.chart;
  const compact = new Intl.NumberFormat(intlTag(locale), {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  });
  // Rounding is acceptable here because the values are only drawn.
  const height = (value: MoneyValue): number => Number(decimalText(value));
  const data = points.map(({ start, gifts, refunds, fees }) => ({
    start: spanText(locale, start, unit),
    gifts: height(gifts),
    refunds: height(negate(refunds)),
    fees: height(negate(fees)),
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
          { name: 'gifts', label: labels.gifts, color: 'var(--u-green)' },
          { name: 'refunds', label: labels.refunds, color: 'var(--mantine-color-clay-5)' },
          { name: 'fees', label: labels.fees, color: 'var(--mantine-color-amber-4)' },
        ]}
      />
    </div>
  );
}

/** Round ticks, about four above zero. */
function axisOf(up: number, down: number): number[] {
  const roughStep = Math.max(up, down, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(roughStep));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= roughStep) ?? 10);
  const [stepsBelow, stepsAbove] = [Math.ceil(down / step), Math.max(1, Math.ceil(up / step))];
  return Array.from({ length: stepsBelow + stepsAbove + 1 }, (_, line) => (line - stepsBelow) * step);
}
