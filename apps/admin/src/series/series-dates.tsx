import { Badge, Button } from '@mantine/core';
import { eventRow, graphql } from '@upstander/api-client';
import { useState } from 'react';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { isPast, listDay, timesText } from '../parts/ui/dates';
import { FillBar, totalFill } from '../parts/ui/fill-bar';
import { StatusBadge } from '../parts/ui/status-badge';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { skipDateMutation, type ManagedSeries } from './queries';
import { partsText } from './parts-text';

const datesQuery = graphql(
  `
    query SeriesDates($filter: EventFilter, $sort: EventSort, $first: Int, $after: String) {
      manageEvents(filter: $filter, sort: $sort, first: $first, after: $after) {
        edges {
          node {
            ...EventRow
            overrides
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

/** Lists the dates of a series. */
export function SeriesDates({ series }: { series: ManagedSeries }) {
  const { t, words, locale } = useWords('series', 'events');
  const { show } = t.series;
  const state = useSearchState();
  const today = useToday();
  const [cancelling, setCancelling] = useState<{ id: string; people: number } | null>(null);
  const view = state.oneOf('view', ['past', 'all']) ?? 'upcoming';
  const { views } = t.events;
  return (
    <>
      <List
        name="series-dates"
        document={datesQuery}
        variables={{
          filter: {
            seriesId: series.id,
            ...(view === 'upcoming' && { from: today }),
            ...(view === 'past' && { to: today }),
          },
          sort: view === 'past' ? 'STARTS_AT_DESC' : 'STARTS_AT',
        }}
        first={20}
        path="manageEvents"
        labels={{ list: show.datesList, what: t.events.what }}
        views={{ views: ['upcoming', 'past', 'all'], labels: views, value: view }}
        emptyState={{ title: show.noDates }}
        columns={[
          {
            key: 'startsAt',
            header: show.when,
            linkTo: ({ id }) => `/events/${id}`,
            render: ({ startsAt, timeZone }) => <time dateTime={startsAt}>{listDay(locale, startsAt, timeZone)}</time>,
            secondary: (event) => [timesText(locale, event, event.timeZone)],
          },
          {
            key: 'places',
            header: t.common.spots,
            mobile: 'plain',
            render: (event) => (event.status === 'CANCELLED' ? null : <FillBar {...totalFill(event.shifts)} />),
          },
          {
            key: 'overrides',
            header: t.shared.changes,
            mobile: 'plain',
            render: ({ overrides }) =>
              overrides.length > 0 && (
                <Badge variant="light" color="amber">
                  {show.own({ parts: partsText(words, locale, overrides) })}
                </Badge>
              ),
          },
          {
            key: 'status',
            header: t.common.status,
            mobile: 'corner',
            render: ({ status }) => status !== 'PUBLISHED' && <StatusBadge kind="eventStatus" status={status} />,
          },
        ]}
        rowActions={(event) =>
          event.status === 'PUBLISHED' &&
          !isPast(event) && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                const { taken, waiting } = totalFill(event.shifts);
                setCancelling({ id: event.id, people: taken + waiting });
              }}
            >
              {show.cancelDate}
            </Button>
          )
        }
      />
      <ConfirmChange
        opened={cancelling !== null}
        onClose={() => setCancelling(null)}
        title={show.cancelTitle}
        text={show.cancelText({ people: cancelling?.people ?? 0 })}
        reason={{ label: t.common.reason, hint: show.reasonHint, required: true }}
        submitLabel={show.cancelConfirm}
        pendingLabel={t.common.canceling}
        mutation={skipDateMutation}
        variables={(reason) => ({ id: series.id, eventId: cancelling?.id ?? '', reason })}
        successMessage={show.cancelled}
      />
    </>
  );
}
