import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { intlTag } from '@upstander/web-kit';
import { spanText } from '../parts/ui/dates';
import { useWords } from '../words/words';
import type { MonthRow } from './queries';

export function HoursDrawing({ months }: { months: readonly MonthRow[] }) {
  const { t, locale } = useWords('volunteerReport');
  const numberFormat = new Intl.NumberFormat(intlTag(locale), { notation: 'compact', maximumFractionDigits: 1 });
  return (
    <div aria-hidden="true">
      <BarChart
        h={240}
        data={months.map(({ start, minutes }) => ({ start: spanText(locale, start, 'MONTH'), hours: minutes / 60 }))}
        dataKey="start"
        maxBarWidth={34}
        gridAxis="x"
        tickLine="none"
        strokeDasharray="3 4"
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        yAxisProps={{ width: 46 }}
        xAxisProps={{ minTickGap: 18 }}
        valueFormatter={(value) => numberFormat.format(value)}
        tooltipProps={{ isAnimationActive: false }}
        series={[{ name: 'hours', label: t.volunteerReport.hours, color: 'var(--u-green)' }]}
      />
    </div>
  );
}
