import { Alert, Button, Group, NativeSelect, SegmentedControl, Title } from '@mantine/core';
import { eventRow, graphql, type ResultOf } from '@upstander/api-client';
import { intlTag, type Locale } from '@upstander/web-kit';
import { Link } from 'react-router';
import { CoverLink } from '../parts/ui/cover-link';
import { useRead } from '../api/use-api';
import { useSearchState } from '../parts/lists/list-state';
import { isPast, timesText } from '../parts/ui/dates';
import { FillBar, totalFill } from '../parts/ui/fill-bar';
import { BackIcon, ForwardIcon, PlusIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { useChapters } from '../session/chapters';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { eventsByDay, stepped, weeksOf, type CalendarView } from './calendar-days';
import classes from './event-calendar.module.css';

const calendarQuery = graphql(
  `
    query EventCalendar($filter: EventFilter, $first: Int) {
      manageEvents(filter: $filter, sort: STARTS_AT, first: $first) {
        edges {
          node {
            ...EventRow
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [eventRow],
);

type CalendarEvent = ResultOf<typeof calendarQuery>['manageEvents']['edges'][number]['node'];

/** Maximum page size of the API. */
const maxEvents = 100;

/** The events of a month or week with how full they are. The period is in the URL. */
export function EventCalendar() {
  const { t, locale } = useWords('events');
  const labels = t.events.calendar;
  const today = useToday();
  const state = useSearchState();
  const { myChapters } = useChapters();
  const view: CalendarView = state.oneOf('view', ['week'] as const) ?? 'month';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(state.get('day')) ? state.get('day') : today;
  const weeks = weeksOf(view, day);
  const [from, to] = [weeks[0]![0]!, weeks.at(-1)!.at(-1)!];
  const { data, error, refetch } = useRead(calendarQuery, {
    filter: { from, to, chapter: state.text('chapter') },
    first: maxEvents,
  });
  const goTo = (next: string) => state.set({ day: next === today ? '' : next });
  return (
    <div data-wide>
      <PageHeader title={labels.title} back={{ to: '/events', label: labels.back }}>
        <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
          {t.common.newEvent}
        </Button>
      </PageHeader>
      <div className={classes.bar}>
        <Title order={2} size="h3" aria-live="polite">
          {periodText(locale, view, weeks, day)}
        </Title>
        <Group gap="xs">
          {myChapters.length > 1 && (
            <NativeSelect
              aria-label={t.shared.chapter}
              value={state.get('chapter')}
              onChange={(event) => state.set({ chapter: event.currentTarget.value })}
              data={[
                { value: '', label: labels.allChapters },
                ...myChapters.map(({ slug, name }) => ({ value: slug, label: name })),
              ]}
            />
          )}
          <SegmentedControl
            aria-label={t.shared.view}
            value={view}
            onChange={(value) => state.set({ view: value === 'month' ? '' : value })}
            data={[
              { value: 'month', label: t.common.month },
              { value: 'week', label: labels.week },
            ]}
          />
          <Group gap="xs" wrap="nowrap">
            <Button
              variant="default"
              px={8}
              aria-label={labels.previous[view]}
              onClick={() => goTo(stepped(view, day, -1))}
            >
              <BackIcon />
            </Button>
            <Button variant="default" onClick={() => goTo(today)}>
              {labels.today}
            </Button>
            <Button variant="default" px={8} aria-label={labels.next[view]} onClick={() => goTo(stepped(view, day, 1))}>
              <ForwardIcon />
            </Button>
          </Group>
        </Group>
      </div>
      {!data && <Pending error={error} retry={refetch} noun={t.events.what} lines={8} />}
      {data?.manageEvents.pageInfo.hasNextPage && (
        <Alert color="amber" mb="sm">
          {labels.incomplete({ most: maxEvents })}
        </Alert>
      )}
      {data && (
        <Grid
          weeks={weeks}
          view={view}
          month={day.slice(0, 7)}
          today={today}
          events={data.manageEvents.edges.map(({ node }) => node)}
        />
      )}
    </div>
  );
}

interface GridProps {
  weeks: readonly string[][];
  view: CalendarView;
  month: string;
  today: string;
  events: readonly CalendarEvent[];
}

function Grid({ weeks, view, month, today, events }: GridProps) {
  const { t, locale } = useWords('events');
  const labels = t.events.calendar;
  const days = eventsByDay(events);
  const visibleDays = weeks.flat();
  const isEmpty = !visibleDays.some((day) => days.has(day));
  return (
    <>
      {isEmpty && <p className={classes.none}>{labels.none[view]}</p>}
      <table className={classes.grid} data-view={view} aria-label={labels.title}>
        <thead>
          <tr>
            {weeks[0]!.map((day) => (
              <th key={day} scope="col">
                {formatDay(locale, day, { weekday: 'short' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-today={day === today || undefined}
                  data-outside={(view === 'month' && !day.startsWith(month)) || undefined}
                  data-empty={!days.has(day) || undefined}
                >
                  <time dateTime={day} className={classes.day}>
                    <span className={classes.short}>{Number(day.slice(8))}</span>
                    <span className={classes.long}>
                      {formatDay(locale, day, { weekday: 'long', month: 'long', day: 'numeric' })}
                    </span>
                  </time>
                  <ul>
                    {(days.get(day) ?? []).map((event) => (
                      <Entry key={event.id} event={event} />
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Entry({ event }: { event: CalendarEvent }) {
  const { t, words, locale } = useWords('events');
  const { id, title, status, shifts, timeZone } = event;
  const needsPeople = status === 'PUBLISHED' && !isPast(event);
  return (
    <li className={classes.entry} data-status={status} data-past={isPast(event) || undefined}>
      <CoverLink to={`/events/${id}`} className={classes.title}>
        {title}
      </CoverLink>
      <span className={classes.times}>{timesText(locale, event, timeZone)}</span>
      {(status === 'DRAFT' || status === 'CANCELLED') && (
        <span className={classes.times}>{words.enums.eventStatus[status]}</span>
      )}
      {needsPeople && shifts.length > 0 && <FillBar {...totalFill(shifts)} />}
      {status !== 'CANCELLED' && isPast(event) && shifts.length > 0 && (
        <span className={classes.times}>{t.events.helped({ count: totalFill(shifts).taken })}</span>
      )}
    </li>
  );
}

function formatDay(locale: Locale, day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(intlTag(locale), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

function periodText(locale: Locale, view: CalendarView, weeks: readonly string[][], day: string): string {
  if (view === 'month') {
    const text = formatDay(locale, day, { month: 'long', year: 'numeric' });
    return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  }
  const [first, last] = [weeks[0]![0]!, weeks[0]!.at(-1)!].map((one) => new Date(`${one}T00:00:00Z`));
  return new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'long', timeZone: 'UTC' }).formatRange(first!, last!);
}
