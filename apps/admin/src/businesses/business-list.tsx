import { useRead } from '../api/use-api';
import { Empty } from '../parts/ui/empty';
import { BuildingIcon, CheckIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { PageHeader } from '../parts/ui/page-header';
import { SearchInput } from '../parts/lists/search-input';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
import { Views } from '../parts/lists/views';
import { today } from '../parts/ui/when';
import { useWords } from '../words/words';
import { useBusinessColumns } from './business-columns';
import { filterNames, variablesOf, viewOf, views } from './business-filters';
import classes from './businesses.module.css';
import { businessesQuery } from './queries';

/** Businesses by where they stand; first those that wait for us. */
export function BusinessList() {
  const { t } = useWords();
  const state = useSearchState();
  const columns = useBusinessColumns();
  const query = useRead(businessesQuery, variablesOf(state.get, today()));
  const words = t.businesses;
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead} />
      <Views
        label={words.views.label}
        views={views}
        names={words.views}
        value={viewOf(state.get('view'))}
        onChoose={(chosen) => state.set({ view: chosen })}
      />
      <div className={classes.search} role="search">
        <SearchInput
          label={words.searchLabel}
          hint={words.searchHint}
          value={state.get('text')}
          onSearch={(text) => state.set({ text })}
        />
      </div>
      <List
        query={query}
        of={({ manageBusinesses }) => manageBusinesses}
        columns={columns}
        label={words.list}
        what={words.what}
        empty={<NoBusinesses state={state} />}
      />
    </div>
  );
}

function NoBusinesses({ state }: { state: SearchState }) {
  const { t } = useWords();
  const words = t.businesses;
  if (state.get('text') !== '') {
    return <NoneFound words={words} state={state} names={filterNames} clear={words.clearSearch} />;
  }
  if (viewOf(state.get('view')) === 'waiting') {
    return <Empty title={words.noneWaitingTitle} text={words.noneWaitingText} icon={<CheckIcon size={26} />} />;
  }
  return <Empty title={words.noneTitle} text={words.noneText} icon={<BuildingIcon size={26} />} />;
}
