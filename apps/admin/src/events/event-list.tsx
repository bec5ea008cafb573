import { Button, SegmentedControl } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { DataTable } from '../parts/data-table';
import { Empty } from '../parts/empty';
import { Failure } from '../parts/failure';
import { PlusIcon, SearchIcon } from '../parts/icons';
import { Loading } from '../parts/loading';
import { PageHeader } from '../parts/page-header';
import { Pager } from '../parts/pager';
import { useSearchState } from '../parts/use-search-state';
import { today } from '../parts/when';
import { useWords } from '../words/words';
import { useEventColumns } from './event-columns';
import { EventFilterBar } from './event-filter-bar';
import { filterNames, variablesOf, viewOf, type EventView } from './event-filters';
import classes from './event-list.module.css';
import { eventsQuery } from './queries';

/** All events one may manage: searched, filtered, ordered, page by page; the address holds it all. */
export function EventList() {
  const { t } = useWords();
  const state = useSearchState();
  const view = viewOf(state.get('view'));
  const columns = useEventColumns();
  const { data, error, refetch, isPlaceholderData } = useRead(eventsQuery, variablesOf(state.get, today()));
  const rows = data?.manageEvents.edges.map(({ node }) => node) ?? [];

  return (
    <div>
      <PageHeader title={t.events.title}>
        <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
          {t.events.newEvent}
        </Button>
      </PageHeader>
      <SegmentedControl
        className={classes.views}
        aria-label={t.events.views.label}
        value={view}
        onChange={(value) => state.set({ view: value === 'upcoming' ? '' : value, from: '', to: '', sort: '' })}
        data={(['upcoming', 'past', 'all'] as const).map((value) => ({ value, label: t.events.views[value] }))}
      />
      <EventFilterBar state={state} view={view} />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what={t.events.what} lines={6} />}
      {data && rows.length === 0 && <NoEvents state={state} view={view} />}
      {data && rows.length > 0 && (
        <>
          <DataTable
            label={t.events.list}
            rows={rows}
            columns={columns}
            idOf={({ id }) => id}
            stale={isPlaceholderData}
          />
          <Pager {...data.manageEvents} />
        </>
      )}
    </div>
  );
}

function NoEvents({ state, view }: { state: ReturnType<typeof useSearchState>; view: EventView }) {
  const { t } = useWords();
  if (filterNames.some((name) => state.get(name) !== '')) {
    return (
      <Empty title={t.events.noneFoundTitle} text={t.events.noneFoundText} icon={<SearchIcon size={26} />}>
        <Button variant="default" onClick={() => state.clear(filterNames)}>
          {t.common.clearFilters}
        </Button>
      </Empty>
    );
  }
  const upcoming = view === 'upcoming';
  return (
    <Empty
      title={upcoming ? t.events.noneUpcomingTitle : t.events.noneTitle}
      text={upcoming ? t.events.noneUpcomingText : t.events.noneText}
    >
      <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
        {t.events.newEvent}
      </Button>
    </Empty>
  );
}
