import { Button } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/choice';
import { Empty } from '../parts/empty';
import { FilterBar } from '../parts/filter-bar';
import { RepeatIcon, SearchIcon } from '../parts/icons';
import { List } from '../parts/list';
import { PageHeader } from '../parts/page-header';
import { SearchInput } from '../parts/search-input';
import { useSearchState, type SearchState } from '../parts/use-search-state';
import { useWords } from '../words/words';
import { usePlanColumns } from './plan-columns';
import { filterNames, variablesOf } from './plan-filters';
import { plansQuery } from './queries';

/** Monthly gifts: who gives, what comes next, and where a card fails. */
export function Plans() {
  const { t, words } = useWords();
  const state = useSearchState();
  const query = useRead(plansQuery, variablesOf(state.get));
  const columns = usePlanColumns();
  return (
    <div>
      <PageHeader title={t.plans.title} lead={t.plans.lead} />
      <FilterBar
        search={
          <SearchInput
            label={t.plans.search}
            hint={t.plans.searchHint}
            value={state.get('text')}
            onSearch={(text) => state.set({ text })}
          />
        }
        active={['status', 'sort'].filter((name) => state.get(name) !== '').length}
        onClear={() => state.clear(filterNames)}
      >
        <Choice
          label={t.plans.status}
          value={state.get('status')}
          onChoose={(status) => state.set({ status })}
          names={words.enums.planStatus}
        />
        <Choice
          label={t.plans.sort}
          any={t.plans.sorts.NEWEST}
          value={state.get('sort')}
          onChoose={(sort) => state.set({ sort })}
          names={{ OLDEST: t.plans.sorts.OLDEST }}
        />
      </FilterBar>
      <List
        query={query}
        of={(data) => data.plans}
        columns={columns}
        label={t.plans.list}
        what={t.plans.what}
        empty={<NoPlans state={state} />}
      />
    </div>
  );
}

function NoPlans({ state }: { state: SearchState }) {
  const { t } = useWords();
  if (filterNames.every((name) => state.get(name) === '')) {
    return <Empty title={t.plans.noneTitle} text={t.plans.noneText} icon={<RepeatIcon size={26} />} />;
  }
  return (
    <Empty title={t.plans.noneFoundTitle} text={t.plans.noneFoundText} icon={<SearchIcon size={26} />}>
      <Button variant="default" onClick={() => state.clear(filterNames)}>
        {t.common.clearFilters}
      </Button>
    </Empty>
  );
}
