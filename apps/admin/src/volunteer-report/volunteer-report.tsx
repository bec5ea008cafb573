import { Text, TextInput } from '@mantine/core';
import { hoursText, intlTag } from '@upstander/web-kit';
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
import { monthsBefore, spanText } from '../parts/ui/when';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { monthsOf, volunteerReportQuery, type HoursOfOne, type MonthRow, type ReportData } from './queries';
import { ReportFile, ReportTable, type ReportColumn } from './report-table';
import classes from './volunteer-report.module.css';

// The drawing brings a library of its own: only those who look at a chart fetch it.
const Drawing = lazy(() => import('./hours-drawing').then(({ HoursDrawing }) => ({ default: HoursDrawing })));

/** As the API has it, in days. */
const longest = 1827;

/** What volunteers gave, how shifts filled, who did not come, and who came back. */
export function VolunteerReport() {
  const { t } = useWords('volunteerReport');
  const say = t.volunteerReport;
  const state = useSearchState();
  const { mine } = useChapters();
  const today = useToday();
  const from = state.get('from') || `${monthsBefore(`${today.slice(0, 7)}-01`, 11)}`;
  const to = state.get('to') || today;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const wrong = days < 0 ? say.order : days > longest ? say.long : Number.isNaN(days) ? say.missing : undefined;
  const asked = { from, to, chapterId: state.text('chapter') ?? null };
  const { data, error, refetch } = useRead(volunteerReportQuery, asked, { enabled: wrong === undefined });
  return (
    <div>
      <PageHeader title={say.title} lead={say.lead} back={{ to: '/volunteers', label: say.back }} />
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
      {data && <Report data={data} />}
    </div>
  );
}

function Report({ data }: { data: ReportData }) {
  const { t, locale } = useWords('volunteerReport');
  const say = t.volunteerReport;
  const months = monthsOf(data);
  const { hoursReport: given } = data;
  const columns: ReadonlyArray<ReportColumn<MonthRow>> = [
    { key: 'start', header: say.month, shown: ({ start }) => spanText(locale, start, 'MONTH') },
    { key: 'minutes', header: say.time, isTime: true },
    { key: 'people', header: say.volunteers },
    { key: 'places', header: say.places },
    { key: 'taken', header: say.taken },
    { key: 'marked', header: say.came },
    { key: 'noShows', header: say.missed },
    { key: 'firstTimers', header: say.newcomers },
    { key: 'cameBack', header: say.returned },
  ];
  const rows = [...months].reverse();
  return (
    <>
      <ReportFigures data={data} />
      <Section
        title={say.byMonth}
        apart
        actions={<ReportFile name="volunteer-months" label={say.byMonth} rows={months} columns={columns} />}
      >
        <ChartOrTable
          summary={say.summary({ time: hoursText(locale, given.minutes), months: months.length })}
          figure={say.figure}
          chart={<Drawing months={months} />}
          table={<ReportTable label={say.byMonth} rows={rows} columns={columns} />}
        />
      </Section>
      <Sums title={say.byChapter} name="hours-by-chapter" header={say.chapter} rows={given.chapters} />
      <Sums
        title={say.byProgramme}
        lead={say.programmeLead}
        name="hours-by-programme"
        header={say.programme}
        rows={given.programmes}
      />
    </>
  );
}

interface SumsProps {
  title: string;
  lead?: string;
  name: string;
  header: string;
  rows: readonly HoursOfOne[];
}

function Sums({ title, lead, name, header, rows }: SumsProps) {
  const { t } = useWords('volunteerReport');
  const say = t.volunteerReport;
  const columns: ReadonlyArray<ReportColumn<HoursOfOne>> = [
    { key: 'name', header },
    { key: 'minutes', header: say.time, isTime: true },
    { key: 'people', header: say.volunteers },
  ];
  return (
    <Section
      title={title}
      lead={lead}
      apart
      actions={rows.length > 0 && <ReportFile name={name} label={title} rows={rows} columns={columns} />}
    >
      {rows.length === 0 ? (
        <Text c="dimmed">{say.none}</Text>
      ) : (
        <ReportTable label={title} rows={rows} columns={columns} />
      )}
    </Section>
  );
}

function ReportFigures({ data: { hoursReport, attendanceReport } }: { data: ReportData }) {
  const { t, locale } = useWords('volunteerReport');
  const say = t.volunteerReport;
  const { places, taken, marked, noShows, firstTimers, cameBack } = attendanceReport;
  const percent = new Intl.NumberFormat(intlTag(locale), { style: 'percent', maximumFractionDigits: 0 });
  const share = (part: number, whole: number) => (whole === 0 ? say.nothing : percent.format(part / whole));
  const unmarked = taken - marked;
  return (
    <Figures
      figures={[
        {
          key: 'given',
          label: say.given,
          value: hoursText(locale, hoursReport.minutes),
          hint: say.people({ people: hoursReport.people }),
        },
        {
          key: 'filled',
          label: say.filled,
          value: share(taken, places),
          hint: say.filledOf({ taken, places }),
        },
        {
          key: 'no-shows',
          label: say.noShows,
          value: share(noShows, marked),
          hint: [say.noShowsOf({ noShows, marked }), unmarked > 0 && say.unmarked({ unmarked })]
            .filter(Boolean)
            .join('; '),
        },
        {
          key: 'came-back',
          label: say.cameBack,
          value: share(cameBack, firstTimers),
          hint: say.cameBackOf({ cameBack, firstTimers }),
        },
      ]}
    />
  );
}
