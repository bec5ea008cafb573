import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Empty } from '../parts/ui/empty';
import { PlusIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState } from '../parts/lists/use-search-state';
import { Views } from '../parts/lists/views';
import { today } from '../parts/ui/when';
import { useWords } from '../words/words';
import { useEventColumns } from './event-columns';
import { EventFilterBar } from './event-filter-bar';
import { filterNames, variablesOf, viewOf, type EventView } from './event-filters';
import { eventsQuery } from './queries';

/** All events one may manage: searched, filtered, ordered, page by page; the address holds it all. */
export function EventList() {
  const { t } = useWords();
  const state = useSearchState();
  const view = viewOf(state.get('view'));
  const columns = useEventColumns();
  const query = useRead(eventsQuery, variablesOf(state.get, today()));

  return (
    <div>
      <PageHeader title={t.events.title}>
        <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
          {t.events.newEvent}
        </Button>
      </PageHeader>
      <Views
        label={t.events.views.label}
        views={['upcoming', 'past', 'all']}
        names={t.events.views}
        value={view}
        onChoose={(chosen) => state.set({ view: chosen, from: '', to: '', sort: '' })}
      />
      <EventFilterBar state={state} view={view} />
      <List
        query={query}
        of={({ manageEvents }) => manageEvents}
        columns={columns}
        label={t.events.list}
        what={t.events.what}
        empty={<NoEvents state={state} view={view} />}
      />
    </div>
  );
}

function NoEvents({ state, view }: { state: ReturnType<typeof useSearchState>; view: EventView }) {
  const { t } = useWords();
  if (state.narrowed(filterNames)) {
    return <NoneFound words={t.events} state={state} names={filterNames} />;
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
