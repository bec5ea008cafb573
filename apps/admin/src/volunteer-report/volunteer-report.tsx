import { Text } from '@mantine/core';
import { hoursText } from '@upstander/web-kit';
import { lazy } from 'react';
import { useRead } from '../api/use-api';
import { ChartOrTable } from '../parts/ui/chart-or-table';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { spanText } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { HoursFigures } from './hours-figures';
import { monthsOf, volunteerReportQuery, type HoursSubtotal, type MonthRow, type ReportData } from './queries';
import { ReportFilters, useReportFilter } from './report-filters';
import { ReportFile, ReportTable, type ReportColumn } from './report-table';

const Bars = lazy(() => import('../parts/charts/bars').then(({ Bars: chart }) => ({ default: chart })));

export function VolunteerReport() {
  const { t, labels } = useWords('volunteerReport');
  const report = useReportFilter();
  const { filter, rangeError } = report;
  const { data, error, refetch } = useRead(volunteerReportQuery, filter, { enabled: rangeError === undefined });
  return (
    <div>
      <PageHeader title={t.common.report} lead={labels.lead} back={{ to: '/volunteers', label: labels.back }} />
      <ReportFilters {...report} />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && rangeError === undefined && <Loading noun={labels.what} lines={8} />}
      {data && <Report data={data} />}
    </div>
  );
}

function Report({ data }: { data: ReportData }) {
  const { t, labels, locale } = useWords('volunteerReport');
  const months = monthsOf(data);
  const { hoursReport: hoursReport } = data;
  const columns: ReadonlyArray<ReportColumn<MonthRow>> = [
    { key: 'start', header: t.common.month, format: ({ start }) => spanText(locale, start, 'MONTH') },
    { key: 'minutes', header: t.shared.time, isDuration: true },
    { key: 'people', header: labels.volunteers },
    { key: 'places', header: t.common.spots },
    { key: 'taken', header: labels.taken },
    { key: 'marked', header: labels.came },
    { key: 'noShows', header: labels.missed },
    { key: 'firstTimers', header: labels.newcomers },
    { key: 'returnedFirstTimers', header: labels.returned },
  ];
  const rows = [...months].reverse();
  return (
    <>
      <HoursFigures data={data} />
      <Section
        title={labels.byMonth}
        hasSpaceAbove
        actions={<ReportFile name="volunteer-months" label={labels.byMonth} rows={months} columns={columns} />}
      >
        <ChartOrTable
          summary={labels.summary({ time: hoursText(locale, hoursReport.minutes), months: months.length })}
          figure={labels.figure}
          chart={
            <Bars
              bars={months.map(({ start, minutes }) => ({
                name: spanText(locale, start, 'MONTH'),
                value: minutes / 60,
              }))}
              label={t.common.hours}
              minTickGap={18}
            />
          }
          table={<ReportTable label={labels.byMonth} rows={rows} columns={columns} />}
        />
      </Section>
      <Sums title={labels.byChapter} name="hours-by-chapter" header={labels.chapter} rows={hoursReport.chapters} />
      <Sums
        title={labels.byProgramme}
        lead={labels.programmeLead}
        name="hours-by-programme"
        header={labels.programme}
        rows={hoursReport.programs}
      />
    </>
  );
}

interface SumsProps {
  title: string;
  lead?: string;
  name: string;
  header: string;
  rows: readonly HoursSubtotal[];
}

function Sums({ title, lead, name, header, rows }: SumsProps) {
  const { t, labels } = useWords('volunteerReport');
  const columns: ReadonlyArray<ReportColumn<HoursSubtotal>> = [
    { key: 'name', header },
    { key: 'minutes', header: t.shared.time, isDuration: true },
    { key: 'people', header: labels.volunteers },
  ];
  return (
    <Section
      title={title}
      lead={lead}
      hasSpaceAbove
      actions={rows.length > 0 && <ReportFile name={name} label={title} rows={rows} columns={columns} />}
    >
      {rows.length === 0 ? (
        <Text c="dimmed">{labels.none}</Text>
      ) : (
        <ReportTable label={title} rows={rows} columns={columns} />
      )}
    </Section>
  );
}
