import { Button } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { Empty } from '../parts/ui/empty';
import { FilterBar } from '../parts/lists/filter-bar';
import { BriefcaseIcon, CheckIcon, CloseIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
import { Views } from '../parts/lists/views';
import { useWords } from '../words/words';
import classes from './opportunities.module.css';
import { useOpportunityColumns } from './opportunity-columns';
import { filterNames, variablesOf, viewOf, views } from './opportunity-filters';
import { businessNameQuery, opportunitiesQuery } from './queries';

/** Listings by where they stand; first those that wait to be read. */
export function OpportunityList() {
  const { t } = useWords();
  const state = useSearchState();
  const columns = useOpportunityColumns();
  const query = useRead(opportunitiesQuery, variablesOf(state.get));
  const words = t.opportunities;
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
      <Filters state={state} />
      {state.get('business') !== '' && <OneBusiness id={state.get('business')} state={state} />}
      <List
        query={query}
        of={({ manageOpportunities }) => manageOpportunities}
        columns={columns}
        label={words.list}
        what={words.what}
        empty={<NoOpportunities state={state} />}
      />
    </div>
  );
}

function Filters({ state }: { state: SearchState }) {
  const { t, words: catalogue } = useWords();
  const words = t.opportunities;
  const { get, set } = state;
  return (
    <FilterBar state={state} names={['kind', 'flagged']} search={{ label: words.searchLabel, hint: words.searchHint }}>
      <Choice
        label={words.kind}
        value={get('kind')}
        onChoose={(kind) => set({ kind })}
        names={catalogue.enums.opportunityKind}
      />
      <Choice
        label={words.flagged}
        value={get('flagged')}
        onChoose={(flagged) => set({ flagged })}
        names={words.flaggedChoices}
      />
    </FilterBar>
  );
}

/** Whose listings are shown, when it is one business, and the way to all of them. */
function OneBusiness({ id, state }: { id: string; state: SearchState }) {
  const { t } = useWords();
  const { data } = useRead(businessNameQuery, { id });
  const name = data?.manageBusiness?.legalName;
  return (
    <p className={classes.only}>
      {name ? t.opportunities.onlyOf({ name }) : t.opportunities.onlyOfOne}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<CloseIcon size={14} />}
        onClick={() => state.set({ business: '' })}
      >
        {t.opportunities.ofAll}
      </Button>
    </p>
  );
}

function NoOpportunities({ state }: { state: SearchState }) {
  const { t } = useWords();
  const words = t.opportunities;
  if (state.narrowed(filterNames)) {
    return <NoneFound words={words} state={state} names={filterNames} />;
  }
  if (viewOf(state.get('view')) === 'waiting') {
    return <Empty title={words.noneWaitingTitle} text={words.noneWaitingText} icon={<CheckIcon size={26} />} />;
  }
  return <Empty title={words.noneTitle} text={words.noneText} icon={<BriefcaseIcon size={26} />} />;
}
