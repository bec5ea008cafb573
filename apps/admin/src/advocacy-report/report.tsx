import { Button, Text } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { ChartIcon, PrintIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useSearchState } from '../parts/lists/list-state';
import { useToday } from '../session/settings';
import { calendarDay, spanText } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { rangeOf, spanOf, spans } from './months';
import { reportQuery, type ReportRow } from './queries';
import classes from './report.module.css';

const kinds = ['APPLICATION', 'CONSULTATION'] as const;

/** Counts small enough to identify a person are suppressed. */
export function Report() {
  const today = useToday();
  const { t, labels, words: catalog, locale } = useWords('report');
  const state = useSearchState();
  const range = rangeOf(spanOf(state.get('months')), today);
  const { data, error, refetch, isPlaceholderData } = useRead(reportQuery, range);
  const report = data?.advocacyReport;
  return (
    <div>
      <PageHeader title={t.common.report} lead={labels.lead}>
        <Button variant="default" leftSection={<PrintIcon />} onClick={() => window.print()}>
          {t.common.print}
        </Button>
      </PageHeader>
      <div className={classes.span}>
        <Choice
          label={labels.span}
          emptyOption={labels.spans['12']}
          value={state.get('months')}
          onChange={(months) => state.set({ months })}
          options={spans.filter((span) => span !== '12').map((span) => [span, labels.spans[span]] as const)}
        />
      </div>
      {!report && <Pending error={error} retry={refetch} noun={labels.what} lines={6} />}
      {report && report.rows.length === 0 && (
        <Empty title={labels.noneTitle} text={labels.noneText} icon={<ChartIcon size={26} />} />
      )}
      {report && report.rows.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mb="lg">
            {labels.between({ from: calendarDay(locale, range.from), to: calendarDay(locale, range.to) })}{' '}
            {labels.hidden({ threshold: report.threshold })} {labels.running}
          </Text>
          {kinds.map((kind) => (
            <KindTable
              key={kind}
              title={catalog.enums.recordKind[kind]}
              kind={kind}
              rows={[
                ...report.rows.filter((row) => row.kind === kind),
                ...report.years.filter((row) => row.kind === kind).map((row) => ({ ...row, month: String(row.year) })),
              ]}
              threshold={report.threshold}
              isStale={isPlaceholderData}
            />
          ))}
        </>
      )}
    </div>
  );
}

interface KindTableProps {
  title: string;
  kind: ReportRow['kind'];
  rows: readonly ReportRow[];
  threshold: number;
  isStale: boolean;
}

function KindTable({ title, kind, rows, threshold, isStale }: KindTableProps) {
  const { t, labels, locale } = useWords('report');
  const column = (key: 'opened' | 'introduced' | 'closed'): Column<ReportRow> => ({
    key,
    header: labels.columns[key],
    align: 'end',
    render: (row) => <Cell value={row[key]} threshold={threshold} />,
  });
  if (rows.length === 0) return null;
  return (
    <Section title={labels.kinds[kind]}>
      <DataTable
        label={title}
        rows={rows}
        idOf={({ month }) => month}
        isStale={isStale}
        columns={[
          {
            key: 'month',
            header: t.common.month,
            mobile: 'title',
            // The total of a past year is below its months.
            render: ({ month }) => (
              <strong>
                {/^\d{4}$/.test(month) ? labels.wholeYear({ year: month }) : spanText(locale, `${month}-01`, 'MONTH')}
              </strong>
            ),
          },
          column('opened'),
          // Consultations have no introductions.
          ...(kind === 'APPLICATION' ? [column('introduced')] : []),
          column('closed'),
        ]}
      />
    </Section>
  );
}

function Cell({ value, threshold }: { value: number | null; threshold: number }) {
  const { t } = useWords('report');
  if (value === null) return <span className={classes.few}>{t.report.fewer({ threshold })}</span>;
  return <span className={classes.number}>{value}</span>;
}
