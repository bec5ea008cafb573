import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { intlTag } from '@upstander/web-kit';
import { useWords } from '../words/words';

export function StudentsDrawing({ quarters }: { quarters: ReadonlyArray<{ name: string; students: number }> }) {
  const { t, locale } = useWords('schools');
  const numberFormat = new Intl.NumberFormat(intlTag(locale), { notation: 'compact', maximumFractionDigits: 1 });
  return (
    <div aria-hidden="true">
      <BarChart
        h={240}
        data={[...quarters]}
        dataKey="name"
        maxBarWidth={34}
        gridAxis="x"
        tickLine="none"
        strokeDasharray="3 4"
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        yAxisProps={{ width: 46 }}
        valueFormatter={(value) => numberFormat.format(value)}
        tooltipProps={{ isAnimationActive: false }}
        series={[{ name: 'students', label: t.schools.reached, color: 'var(--u-green)' }]}
      />
    </div>
  );
}
