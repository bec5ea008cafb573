import { Text } from '@mantine/core';
import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { sectionsFor, type NavScreen } from '../navigation/sections';
import { moneyOverTimeQuery } from '../parts/charts/money-over-time';
import { totalsOf } from '../parts/lists/sums';
import { Money } from '../parts/money/money';
import { lastTwelveMonths } from '../parts/ui/dates';
import { Figures } from '../parts/ui/figures';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { reportQuery } from '../schools/queries';
import { SchoolFigures } from '../schools/school-figures';
import { useToday } from '../session/settings';
import { useMe } from '../session/use-me';
import { HoursFigures } from '../volunteer-report/hours-figures';
import { volunteerReportQuery } from '../volunteer-report/queries';
import { useWords } from '../words/words';
import classes from './reports.module.css';

/** The key figures of the last twelve months. Running the report on advocacy is recorded, so it shows none here. */
const figuresOf: Partial<Record<NavScreen['name'], ComponentType>> = {
  hoursReport: VolunteerTime,
  moneyReport: MoneyOverTime,
  schoolsReport: Schools,
};

export function Reports() {
  const { t } = useWords('reports');
  const { title, lead, about } = t.reports;
  const screens = sectionsFor(useMe()).find(({ name }) => name === 'reports')?.screens ?? [];
  return (
    <div>
      <PageHeader title={title} lead={lead} />
      {screens
        .filter(({ isOverview }) => !isOverview)
        .map(({ to, name }) => {
          const ReportFigures = figuresOf[name];
          const link = (
            <Link to={to} className={classes.link}>
              {t.common.nav[name]}
            </Link>
          );
          return (
            <Section key={to} title={link} lead={(about as Partial<Record<NavScreen['name'], string>>)[name]}>
              {ReportFigures && <ReportFigures />}
            </Section>
          );
        })}
    </div>
  );
}

function VolunteerTime() {
  const range = { ...lastTwelveMonths(useToday()), chapterId: null };
  const { data, error, refetch } = useRead(volunteerReportQuery, range);
  return data ? <HoursFigures data={data} /> : <PendingReport error={error} retry={refetch} />;
}

function Schools() {
  const range = { ...lastTwelveMonths(useToday()), chapterId: null };
  const { data, error, refetch } = useRead(reportQuery, range);
  return data ? <SchoolFigures report={data.schoolReport} /> : <PendingReport error={error} retry={refetch} />;
}

function MoneyOverTime() {
  const labels = useWords('money').t.money.chart;
  const { data, error, refetch } = useRead(moneyOverTimeQuery, { ...lastTwelveMonths(useToday()), unit: 'MONTH' });
  if (!data) return <PendingReport error={error} retry={refetch} />;
  const points = data.moneyOverTime;
  if (points.length === 0) return <Text c="dimmed">{labels.none}</Text>;
  return (
    <Figures
      figures={(['gifts', 'refunds', 'fees', 'net'] as const).map((key) => ({
        key,
        label: labels[key],
        value: totalsOf(points.map((point) => point[key])).map((total) => <Money key={total.currency} value={total} />),
      }))}
    />
  );
}

function PendingReport({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { labels } = useWords('reports');
  return <Pending error={error} retry={retry} noun={labels.what} lines={2} />;
}
