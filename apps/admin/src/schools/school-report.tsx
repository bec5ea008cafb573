import { Text } from '@mantine/core';
import { lazy } from 'react';
import { useRead } from '../api/use-api';
import { ChartOrTable } from '../parts/ui/chart-or-table';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { ReportFilters, useReportFilter } from '../volunteer-report/report-filters';
import { ReportFile, ReportTable, type ReportColumn } from '../volunteer-report/report-table';
import { useWords } from '../words/words';
import { reportQuery, type SchoolReportData } from './queries';
import { SchoolFigures, sumOf } from './school-figures';
import { SchoolTabs } from './school-tabs';

const Bars = lazy(() => import('../parts/charts/bars').then(({ Bars: chart }) => ({ default: chart })));

export function SchoolReport() {
  const { labels } = useWords('schools');
  const report = useReportFilter();
  const { filter, rangeError } = report;
  const { data, error, refetch } = useRead(reportQuery, filter, { enabled: rangeError === undefined });
  return (
    <div data-wide>
      <PageHeader title={labels.reportTitle} lead={labels.reportLead} />
      <SchoolTabs />
      <ReportFilters {...report} />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && rangeError === undefined && <Loading noun={labels.what} lines={8} />}
      {data && <Report report={data.schoolReport} />}
    </div>
  );
}

function Report({ report }: { report: SchoolReportData }) {
  const { t, labels, words } = useWords('schools');
  const quarterName = (start: string) =>
    labels.quarterName({ year: start.slice(0, 4), n: String(Math.ceil(Number(start.slice(5, 7)) / 3)) });
  const quarters = report.quarters.map((row) => ({ ...row, name: quarterName(row.start) }));
  const chapters = report.chapters.map((row) => ({
    ...row,
    name: `${quarterName(row.start)}, ${row.chapterName ?? t.shared.theOrganization}`,
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
          chart={<Bars bars={quarters.map(({ name, students: value }) => ({ name, value }))} label={labels.reached} />}
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
              columns={columns(t.shared.chapter)}
            />
          )
        }
      >
        {chapters.length === 0 ? (
          <Text c="dimmed">{labels.nothing}</Text>
        ) : (
          <ReportTable label={labels.byChapter} rows={[...chapters].reverse()} columns={columns(t.shared.chapter)} />
        )}
      </Section>
    </>
  );
}
