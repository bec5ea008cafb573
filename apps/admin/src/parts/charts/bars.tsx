import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { intlTag } from '@upstander/web-kit';
import { useWords } from '../../words/words';

interface BarsProps {
  /** Name and value of each bar. */
  bars: ReadonlyArray<{ name: string; value: number }>;
  label: string;
  /** Minimum distance of the names, for many bars. */
  minTickGap?: number;
}

export function Bars({ bars, label, minTickGap }: BarsProps) {
  const { locale } = useWords();
  const numberFormat = new Intl.NumberFormat(intlTag(locale), { notation: 'compact', maximumFractionDigits: 1 });
  return (
    <div aria-hidden="true">
      <BarChart
        h={240}
        data={[...bars]}
        dataKey="name"
        maxBarWidth={34}
        gridAxis="x"
        tickLine="none"
        strokeDasharray="3 4"
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        yAxisProps={{ width: 46 }}
        {...(minTickGap !== undefined && { xAxisProps: { minTickGap } })}
        valueFormatter={(value) => numberFormat.format(value)}
        tooltipProps={{ isAnimationActive: false }}
        series={[{ name: 'value', label, color: 'var(--u-green)' }]}
      />
    </div>
  );
}
