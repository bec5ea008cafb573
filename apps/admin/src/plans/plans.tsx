import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { Empty } from '../parts/ui/empty';
import { FilterBar } from '../parts/lists/filter-bar';
import { RepeatIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
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
      <FilterBar state={state} names={filterNames} search={{ label: t.plans.search, hint: t.plans.searchHint }}>
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
  if (!state.narrowed(filterNames)) {
    return <Empty title={t.plans.noneTitle} text={t.plans.noneText} icon={<RepeatIcon size={26} />} />;
  }
  return <NoneFound words={t.plans} state={state} names={filterNames} />;
}
