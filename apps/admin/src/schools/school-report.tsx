import { Text, TextInput } from '@mantine/core';
import { lazy } from 'react';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { useSearchState } from '../parts/lists/list-state';
import { ChartOrTable } from '../parts/ui/chart-or-table';
import { Failure } from '../parts/ui/failure';
import { Figures } from '../parts/ui/figures';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useToday } from '../parts/ui/settings';
import { monthsBefore } from '../parts/ui/when';
import { useChapters } from '../session/chapters';
import { ReportFile, ReportTable, type ReportColumn } from '../volunteer-report/report-table';
import { useWords } from '../words/words';
import { reportQuery, type SchoolReportData } from './queries';
import { SchoolTabs } from './school-tabs';
import classes from './schools.module.css';

// The drawing brings a library of its own: only those who look at a chart fetch it.
const Drawing = lazy(() => import('./students-drawing').then(({ StudentsDrawing }) => ({ default: StudentsDrawing })));

/** As the API has it, in days. */
const longest = 1827;

/** Where districts are, how many students were reached, and which protocols were adopted. */
export function SchoolReport() {
  const say = useWords('schools').t.schools;
  const state = useSearchState();
  const { mine } = useChapters();
  const today = useToday();
  const from = state.get('from') || `${monthsBefore(`${today.slice(0, 7)}-01`, 11)}`;
  const to = state.get('to') || today;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const wrong = days < 0 ? say.order : days > longest ? say.long : Number.isNaN(days) ? say.missingDay : undefined;
  const asked = { from, to, chapterId: state.text('chapter') ?? null };
  const { data, error, refetch } = useRead(reportQuery, asked, { enabled: wrong === undefined });
  return (
    <div data-wide>
      <PageHeader title={say.reportTitle} lead={say.reportLead} />
      <SchoolTabs />
      <div className={classes.filters} role="group" aria-label={say.range}>
        <TextInput
          type="date"
          label={say.from}
          value={from}
          onChange={({ currentTarget }) => state.set({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={say.until}
          value={to}
          error={wrong}
          onChange={({ currentTarget }) => state.set({ to: currentTarget.value })}
        />
        {mine.length > 1 && (
          <Choice
            label={say.chapter}
            any={say.allChapters}
            value={state.get('chapter')}
            onChoose={(chapter) => state.set({ chapter })}
            names={mine.map(({ id, name }) => [id, name] as const)}
          />
        )}
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && wrong === undefined && <Loading what={say.what} lines={8} />}
      {data && <Report report={data.schoolReport} />}
    </div>
  );
}

const sum = <Row,>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);

function Report({ report }: { report: SchoolReportData }) {
  const { t, words } = useWords('schools');
  const say = t.schools;
  const quarterName = (start: string) =>
    say.quarterName({ year: start.slice(0, 4), n: String(Math.ceil(Number(start.slice(5, 7)) / 3)) });
  const quarters = report.quarters.map((row) => ({ ...row, name: quarterName(row.start) }));
  const chapters = report.chapters.map((row) => ({
    ...row,
    name: `${quarterName(row.start)}, ${row.chapterName ?? say.noChapter}`,
  }));
  const steps = report.steps.map((row) => ({ ...row, name: words.enums.schoolAskStatus[row.status] }));
  const students = sum(quarters, (row) => row.students);
  type Row = (typeof quarters)[number];
  const columns = (header: string): ReadonlyArray<ReportColumn<Row>> => [
    { key: 'name', header },
    { key: 'asks', header: say.asks },
    { key: 'students', header: say.studentsReported },
    { key: 'protocols', header: say.protocols },
  ];
  const stepColumns: ReadonlyArray<ReportColumn<(typeof steps)[number]>> = [
    { key: 'name', header: say.status },
    { key: 'districts', header: say.districts },
  ];
  return (
    <>
      <Figures
        figures={[
          { key: 'students', label: say.reached, value: students, hint: say.reachedHint },
          { key: 'protocols', label: say.protocols, value: sum(quarters, (row) => row.protocols) },
          { key: 'asks', label: say.asks, value: sum(quarters, (row) => row.asks) },
          { key: 'districts', label: say.districts, value: sum(steps, (row) => row.districts) },
        ]}
      />
      <Section
        title={say.districtsByStep}
        apart
        actions={<ReportFile name="districts-by-step" label={say.districtsByStep} rows={steps} columns={stepColumns} />}
      >
        <ReportTable label={say.districtsByStep} rows={steps} columns={stepColumns} />
      </Section>
      <Section
        title={say.byQuarter}
        apart
        actions={
          <ReportFile name="schools-by-quarter" label={say.byQuarter} rows={quarters} columns={columns(say.quarter)} />
        }
      >
        <ChartOrTable
          summary={say.summary({ students, quarters: quarters.length })}
          figure={say.figure}
          chart={<Drawing quarters={quarters} />}
          table={<ReportTable label={say.byQuarter} rows={[...quarters].reverse()} columns={columns(say.quarter)} />}
        />
      </Section>
      <Section
        title={say.byChapter}
        apart
        actions={
          chapters.length > 0 && (
            <ReportFile
              name="schools-by-chapter"
              label={say.byChapter}
              rows={chapters}
              columns={columns(say.chapter)}
            />
          )
        }
      >
        {chapters.length === 0 ? (
          <Text c="dimmed">{say.nothing}</Text>
        ) : (
          <ReportTable label={say.byChapter} rows={[...chapters].reverse()} columns={columns(say.chapter)} />
        )}
      </Section>
    </>
  );
}
