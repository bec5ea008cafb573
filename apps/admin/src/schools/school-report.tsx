import { Text, TextInput } from '@mantine/core';
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
import { lastTwelveMonths } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { ReportFile, ReportTable, type ReportColumn } from '../volunteer-report/report-table';
import { useWords } from '../words/words';
import { reportQuery, type SchoolReportData } from './queries';
import { SchoolFigures, sumOf } from './school-figures';
import { SchoolTabs } from './school-tabs';
import classes from './schools.module.css';

const Drawing = lazy(() => import('./students-drawing').then(({ StudentsDrawing }) => ({ default: StudentsDrawing })));

/** Maximum range in days, as in the API. */
const maxDays = 1827;

export function SchoolReport() {
  const labels = useWords('schools').t.schools;
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const lastYear = lastTwelveMonths(useToday());
  const from = state.get('from') || lastYear.from;
  const to = state.get('to') || lastYear.to;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const wrong =
    days < 0 ? labels.order : days > maxDays ? labels.long : Number.isNaN(days) ? labels.missingDay : undefined;
  const filter = { from, to, chapterId: state.text('chapter') ?? null };
  const { data, error, refetch } = useRead(reportQuery, filter, { enabled: wrong === undefined });
  return (
    <div data-wide>
      <PageHeader title={labels.reportTitle} lead={labels.reportLead} />
      <SchoolTabs />
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
      {data && <Report report={data.schoolReport} />}
    </div>
  );
}

function Report({ report }: { report: SchoolReportData }) {
  const { t, words } = useWords('schools');
  const labels = t.schools;
  const quarterName = (start: string) =>
    labels.quarterName({ year: start.slice(0, 4), n: String(Math.ceil(Number(start.slice(5, 7)) / 3)) });
  const quarters = report.quarters.map((row) => ({ ...row, name: quarterName(row.start) }));
  const chapters = report.chapters.map((row) => ({
    ...row,
    name: `${quarterName(row.start)}, ${row.chapterName ?? labels.noChapter}`,
  }));
  const steps = report.steps.map((row) => ({ ...row, name: words.enums.schoolAskStatus[row.status] }));
  const students = sumOf(quarters, (row) => row.students);
  type Row = (typeof quarters)[number];
  const columns = (header: string): ReadonlyArray<ReportColumn<Row>> => [
    { key: 'name', header },
    { key: 'asks', header: labels.asks },
    { key: 'students', header: labels.studentsReported },
    { key: 'protocols', header: labels.protocols },
  ];
  const stepColumns: ReadonlyArray<ReportColumn<(typeof steps)[number]>> = [
    { key: 'name', header: labels.status },
    { key: 'districts', header: labels.districts },
  ];
  return (
    <>
      <SchoolFigures report={report} />
      <Section
        title={labels.districtsByStep}
        hasSpaceAbove
        readOnlyActions
        actions={
          <ReportFile name="districts-by-step" label={labels.districtsByStep} rows={steps} columns={stepColumns} />
        }
      >
        <ReportTable label={labels.districtsByStep} rows={steps} columns={stepColumns} />
      </Section>
      <Section
        title={labels.byQuarter}
        hasSpaceAbove
        readOnlyActions
        actions={
          <ReportFile
            name="schools-by-quarter"
            label={labels.byQuarter}
            rows={quarters}
            columns={columns(labels.quarter)}
          />
        }
      >
        <ChartOrTable
          summary={labels.summary({ students, quarters: quarters.length })}
          figure={labels.figure}
          chart={<Drawing quarters={quarters} />}
          table={
            <ReportTable label={labels.byQuarter} rows={[...quarters].reverse()} columns={columns(labels.quarter)} />
          }
        />
      </Section>
      <Section
        title={labels.byChapter}
        hasSpaceAbove
        readOnlyActions
        actions={
          chapters.length > 0 && (
            <ReportFile
              name="schools-by-chapter"
              label={labels.byChapter}
              rows={chapters}
              columns={columns(labels.chapter)}
            />
          )
        }
      >
        {chapters.length === 0 ? (
          <Text c="dimmed">{labels.nothing}</Text>
        ) : (
          <ReportTable label={labels.byChapter} rows={[...chapters].reverse()} columns={columns(labels.chapter)} />
        )}
      </Section>
    </>
  );
}
