import { Button } from '@mantine/core';
import { zoneName } from '@upstander/web-kit';
import { Link } from 'react-router';
import { eventRow, graphql } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { PlusIcon } from '../parts/ui/icons';
import { FillBar, totalFill } from '../parts/ui/fill-bar';
import { StatusBadge } from '../parts/ui/status-badge';
import { useToday } from '../parts/ui/settings';
import { day, daysAfter, isPast, times } from '../parts/ui/when';
import { useChapters } from '../session/chapters';
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

/** All events one may manage. Dates that somebody chose win over those of the view; the past is listed backwards. */
export function EventList() {
  const today = useToday();
  const { t, words, locale } = useWords('events');
  const state = useSearchState();
  const { mine } = useChapters();
  const say = t.events;
  const view = state.one('view', ['past', 'all']) ?? 'upcoming';
  const sort =
    state.one('sort', ['STARTS_AT', 'STARTS_AT_DESC']) ?? (view === 'upcoming' ? 'STARTS_AT' : 'STARTS_AT_DESC');
  const status = state.one('status', words.enums.eventStatus);
  const add = (
    <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
      {say.newEvent}
    </Button>
  );
  return (
    <ListPage
      name="events"
      title={say.title}
      buttons={add}
      document={eventsQuery}
      state={state}
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
      of="manageEvents"
      label={say.list}
      what={say.what}
      views={{ views: ['upcoming', 'past', 'all'], names: say.views, value: view, ends: ['from', 'to'] }}
      search={{ label: say.searchLabel, hint: say.searchHint }}
      filters={[
        { name: 'status', label: say.status, names: words.enums.eventStatus },
        mine.length > 1 && {
          name: 'chapter',
          label: say.chapter,
          any: t.common.all,
          names: mine.map(({ slug, name }) => [slug, name] as const),
        },
        { name: 'from', label: say.from, is: 'day' },
        { name: 'to', label: say.to, is: 'day' },
        { name: 'free', label: say.freePlaces, is: 'yes' },
      ]}
      sort={sort}
      none={{
        title: view === 'upcoming' ? say.noneUpcomingTitle : say.noneTitle,
        text: view === 'upcoming' ? say.noneUpcomingText : say.noneText,
        children: add,
      }}
      noneFound={say}
      columns={[
        { key: 'title', header: say.event, to: ({ id }) => `/events/${id}` },
        {
          key: 'chapter',
          header: say.chapter,
          cell: ({ chapter, online }) => (online ? `${chapter.name} · ${t.common.online}` : chapter.name),
        },
        {
          key: 'startsAt',
          header: say.when,
          onCard: 'plain',
          sort: { up: ['STARTS_AT', say.soonestFirst], down: ['STARTS_AT_DESC', say.latestFirst] },
          cell: ({ startsAt, timeZone }) => <time dateTime={startsAt}>{day(locale, startsAt, timeZone)}</time>,
          under: (event) => [
            times(locale, event, event.timeZone),
            zoneName(locale, event.timeZone, new Date(event.startsAt)),
          ],
        },
        {
          key: 'places',
          header: say.places,
          onCard: 'plain',
          width: '22%',
          cell: (event) => {
            if (event.status === 'CANCELLED') return null;
            if (isPast(event)) return say.helped({ count: totalFill(event.shifts).taken });
            return event.shifts.length === 0 ? say.noShifts : <FillBar {...totalFill(event.shifts)} />;
          },
        },
        {
          key: 'status',
          header: say.status,
          onCard: 'corner',
          cell: ({ status: state }) => <StatusBadge kind="eventStatus" status={state} />,
        },
      ]}
    />
  );
}
