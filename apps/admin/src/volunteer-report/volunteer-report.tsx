import { Text, TextInput } from '@mantine/core';
import { hoursText } from '@upstander/web-kit';
import { lazy } from 'react';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { useSearchState } from '../parts/lists/list-state';
import { ChartOrTable } from '../parts/ui/chart-or-table';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useToday } from '../session/settings';
import { lastTwelveMonths, spanText } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { HoursFigures } from './hours-figures';
import { monthsOf, volunteerReportQuery, type HoursSubtotal, type MonthRow, type ReportData } from './queries';
import { ReportFile, ReportTable, type ReportColumn } from './report-table';
import classes from './volunteer-report.module.css';

const Drawing = lazy(() => import('./hours-drawing').then(({ HoursDrawing }) => ({ default: HoursDrawing })));

/** Maximum range in days, as in the API. */
const maxDays = 1827;

export function VolunteerReport() {
  const { t } = useWords('volunteerReport');
  const labels = t.volunteerReport;
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const lastYear = lastTwelveMonths(useToday());
  const from = state.get('from') || lastYear.from;
  const to = state.get('to') || lastYear.to;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const wrong =
    days < 0 ? labels.order : days > maxDays ? labels.long : Number.isNaN(days) ? labels.missing : undefined;
  const filter = { from, to, chapterId: state.text('chapter') ?? null };
  const { data, error, refetch } = useRead(volunteerReportQuery, filter, { enabled: wrong === undefined });
  return (
    <div>
      <PageHeader title={labels.title} lead={labels.lead} back={{ to: '/volunteers', label: labels.back }} />
      <div className={classes.filters} role="group" aria-label={labels.range}>
        <TextInput
          type="date"
          label={labels.from}
          value={from}
          onChange={({ currentTarget }) => state.set({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={labels.until}
          value={to}
          error={wrong}
          onChange={({ currentTarget }) => state.set({ to: currentTarget.value })}
        />
        {mine.length > 1 && (
          <Choice
            label={labels.chapter}
            emptyOption={labels.allChapters}
            value={state.get('chapter')}
            onChange={(chapter) => state.set({ chapter })}
            options={mine.map(({ id, name }) => [id, name] as const)}
          />
        )}
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && wrong === undefined && <Loading noun={labels.what} lines={8} />}
      {data && <Report data={data} />}
    </div>
  );
}

function Report({ data }: { data: ReportData }) {
  const { t, locale } = useWords('volunteerReport');
  const labels = t.volunteerReport;
  const months = monthsOf(data);
  const { hoursReport: hoursReport } = data;
  const columns: ReadonlyArray<ReportColumn<MonthRow>> = [
    { key: 'start', header: labels.month, format: ({ start }) => spanText(locale, start, 'MONTH') },
    { key: 'minutes', header: labels.time, isDuration: true },
    { key: 'people', header: labels.volunteers },
    { key: 'places', header: labels.places },
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
          chart={<Drawing months={months} />}
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
  const { t } = useWords('volunteerReport');
  const labels = t.volunteerReport;
  const columns: ReadonlyArray<ReportColumn<HoursSubtotal>> = [
    { key: 'name', header },
    { key: 'minutes', header: labels.time, isDuration: true },
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
