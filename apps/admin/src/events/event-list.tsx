import { ActionIcon, Button } from '@mantine/core';
import { Link } from 'react-router';
import { eventRow, graphql } from '@upstander/api-client';
import { useIsNarrow } from '../parts/lists/data-table';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { CalendarIcon, CopyIcon, PlusIcon } from '../parts/ui/icons';
import { FillBar, totalFill } from '../parts/ui/fill-bar';
import { useToday } from '../session/settings';
import { listDay, daysAfter, isPast, timesInZone } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { canManage, canView, useMe } from '../session/use-me';
import { useWords } from '../words/words';

const eventsQuery = graphql(
  `
    query ManageEvents($filter: EventFilter, $status: [EventStatus!], $sort: EventSort, $first: Int, $after: String) {
      manageEvents(filter: $filter, status: $status, sort: $sort, first: $first, after: $after) {
        edges {
          node {
            ...EventRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [eventRow],
);

/** A chosen date range overrides the view's. Past events are sorted newest first. */
export function EventList() {
  const today = useToday();
  const { t, labels, words, locale } = useWords('events');
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const view = state.oneOf('view', ['past', 'all']) ?? 'upcoming';
  const sort =
    state.oneOf('sort', ['STARTS_AT', 'STARTS_AT_DESC']) ?? (view === 'upcoming' ? 'STARTS_AT' : 'STARTS_AT_DESC');
  const status = state.oneOf('status', words.enums.eventStatus);
  const me = useMe();
  const mayAdd = canManage(me, 'EVENTS');
  const isNarrow = useIsNarrow();
  const addButton = mayAdd && (
    <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
      {t.common.newEvent}
    </Button>
  );
  const buttons = (
    <>
      {canView(me, 'SERIES') && (
        <Button component={Link} to="/events/series" variant="default">
          {labels.series}
        </Button>
      )}
      {addButton}
    </>
  );
  return (
    <ListPage
      name="events"
      labels={labels}
      buttons={
        <>
          <Button variant="default" component={Link} to="/events/calendar" leftSection={<CalendarIcon />}>
            {labels.calendar.open}
          </Button>
          {buttons}
        </>
      }
      document={eventsQuery}
      variables={{
        filter: {
          from: state.text('from') ?? (view === 'upcoming' ? today : undefined),
          to: state.text('to') ?? (view === 'past' ? daysAfter(today, -1) : undefined),
          chapter: state.text('chapter'),
          text: state.text(),
          hasFreePlaces: state.get('free') === '1' || undefined,
        },
        status: status && [status],
        sort,
      }}
      first={20}
      path="manageEvents"
      views={{ views: ['upcoming', 'past', 'all'], labels: labels.views, value: view, resets: ['from', 'to'] }}
      search={{ label: labels.searchLabel, hint: labels.searchHint }}
      filters={[
        { name: 'status', label: t.common.status, options: words.enums.eventStatus },
        mine.length > 1 && {
          name: 'chapter',
          label: t.shared.chapter,
          emptyOption: t.common.all,
          options: mine.map(({ slug, name }) => [slug, name] as const),
        },
        { name: 'from', label: t.common.from, type: 'day' },
        { name: 'to', label: t.common.until, type: 'day' },
        { name: 'free', label: labels.freePlaces, type: 'yes' },
      ]}
      sort={sort}
      emptyState={{
        title: view === 'upcoming' ? labels.noneUpcomingTitle : labels.noneTitle,
        text: view === 'upcoming' ? labels.noneUpcomingText : labels.noneText,
        children: addButton,
      }}
      columns={[
        { key: 'title', header: t.shared.event, linkTo: ({ id }) => `/events/${id}` },
        {
          key: 'chapter',
          header: t.shared.chapter,
          render: ({ chapter, online }) => (online ? `${chapter.name} · ${t.common.online}` : chapter.name),
        },
        {
          key: 'startsAt',
          header: labels.when,
          mobile: 'plain',
          sort: { ascending: ['STARTS_AT', labels.soonestFirst], descending: ['STARTS_AT_DESC', labels.latestFirst] },
          render: ({ startsAt, timeZone }) => <time dateTime={startsAt}>{listDay(locale, startsAt, timeZone)}</time>,
          secondary: (event) => timesInZone(locale, event, event.timeZone),
        },
        {
          key: 'places',
          header: t.common.spots,
          mobile: 'plain',
          render: (event) => {
            if (event.status === 'CANCELLED') return null;
            if (isPast(event)) return labels.helped({ count: totalFill(event.shifts).taken });
            return event.shifts.length === 0 ? (
              labels.noShifts
            ) : (
              <FillBar {...totalFill(event.shifts)} isShort={!isNarrow} />
            );
          },
        },
        { key: 'status', header: t.common.status, badge: 'eventStatus', mobile: 'corner' },
      ]}
      rowActions={
        mayAdd
          ? ({ id, title }) => (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                component={Link}
                to={`/events/new?from=${id}`}
                aria-label={labels.copyOf({ title })}
                title={labels.copyOf({ title })}
              >
                <CopyIcon />
              </ActionIcon>
            )
          : undefined
      }
    />
  );
}
