import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { FilterBar } from '../parts/lists/filter-bar';
import type { SearchState } from '../parts/lists/use-search-state';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { filterNames, type EventView } from './event-filters';

export function EventFilterBar({ state, view }: { state: SearchState; view: EventView }) {
  const { t, words } = useWords();
  const { mine } = useChapters();
  const { get, set } = state;
  const statuses = words.enums.eventStatus;

  return (
    <FilterBar state={state} names={filterNames} search={{ label: t.events.searchLabel, hint: t.events.searchHint }}>
      <NativeSelect
        label={t.events.status}
        value={get('status')}
        onChange={(event) => set({ status: event.currentTarget.value })}
        data={[
          { value: '', label: t.common.any },
          ...Object.entries(statuses).map(([value, label]) => ({ value, label })),
        ]}
      />
      {mine.length > 1 && (
        <NativeSelect
          label={t.events.chapter}
          value={get('chapter')}
          onChange={(event) => set({ chapter: event.currentTarget.value })}
          data={[{ value: '', label: t.common.all }, ...mine.map(({ slug, name }) => ({ value: slug, label: name }))]}
        />
      )}
      <TextInput
        type="date"
        label={t.events.from}
        value={get('from')}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t.events.to}
        value={get('to')}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <NativeSelect
        label={t.events.sort}
        value={get('sort') || (view === 'upcoming' ? 'soonest' : 'latest')}
        onChange={(event) => set({ sort: event.currentTarget.value })}
        data={[
          { value: 'soonest', label: t.events.soonestFirst },
          { value: 'latest', label: t.events.latestFirst },
        ]}
      />
      <Checkbox
        label={t.events.freePlaces}
        checked={get('free') === '1'}
        onChange={(event) => set({ free: event.currentTarget.checked ? '1' : '' })}
        mb={10}
      />
    </FilterBar>
  );
}
