import { TextInput } from '@mantine/core';
import { Choice } from '../parts/lists/choice';
import { useSearchState } from '../parts/lists/list-state';
import { lastTwelveMonths } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import classes from './volunteer-report.module.css';

/** Maximum range in days, as in the API. */
const maxDays = 1827;

/** Range and chapter of a report, from the address of the page. The last twelve months by default. */
export function useReportFilter() {
  const { t, labels } = useWords('volunteerReport');
  const state = useSearchState();
  const lastYear = lastTwelveMonths(useToday());
  const from = state.get('from') || lastYear.from;
  const to = state.get('to') || lastYear.to;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const rangeError =
    days < 0
      ? t.shared.lastDayAfterFirst
      : days > maxDays
        ? labels.long
        : Number.isNaN(days)
          ? t.shared.chooseADay
          : undefined;
  return { state, filter: { from, to, chapterId: state.text('chapter') ?? null }, rangeError };
}

export function ReportFilters({ state, filter: { from, to }, rangeError }: ReturnType<typeof useReportFilter>) {
  const { common, volunteerReport: labels } = useWords('volunteerReport').t;
  const { myChapters } = useChapters();
  return (
    <div className={classes.filters} role="group" aria-label={labels.range}>
      <TextInput
        type="date"
        label={common.from}
        value={from}
        onChange={({ currentTarget }) => state.set({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={labels.until}
        value={to}
        error={rangeError}
        onChange={({ currentTarget }) => state.set({ to: currentTarget.value })}
      />
      {myChapters.length > 1 && (
        <Choice
          label={labels.chapter}
          emptyOption={labels.allChapters}
          value={state.get('chapter')}
          onChange={(chapter) => state.set({ chapter })}
          options={myChapters.map(({ id, name }) => [id, name] as const)}
        />
      )}
    </div>
  );
}
