import { Button, NativeSelect } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { Empty } from '../parts/ui/empty';
import { FilterBar } from '../parts/lists/filter-bar';
import { CheckIcon, FlagIcon, PlusIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
import { Views } from '../parts/lists/views';
import { useChapters } from '../session/chapters';
import { mayOrganize, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { useFundraiserColumns } from './fundraiser-columns';
import { filterNames, variablesOf, viewOf, views } from './fundraiser-filters';
import { fundraisersQuery } from './queries';

/** All fundraisers one may see: what is open, what waits for review, what is over. */
export function FundraiserList() {
  const { t } = useWords();
  const state = useSearchState();
  const columns = useFundraiserColumns();
  const query = useRead(fundraisersQuery, variablesOf(state.get));
  const words = t.fundraisers;
  return (
    <div>
      <PageHeader title={words.title} lead={words.lead}>
        <NewButton />
      </PageHeader>
      <Views
        label={words.views.label}
        views={views}
        names={words.views}
        value={viewOf(state.get('view'))}
        onChoose={(chosen) => state.set({ view: chosen, sort: '' })}
      />
      <Filters state={state} />
      <List
        query={query}
        of={({ manageCampaigns }) => manageCampaigns}
        columns={columns}
        label={words.list}
        what={words.what}
        empty={<NoFundraisers state={state} />}
      />
    </div>
  );
}

/** Fundraisers are written by those who run them; finance and reviewers decide on them. */
function NewButton() {
  const { t } = useWords();
  if (!mayOrganize(useMe())) return null;
  return (
    <Button component={Link} to="/fundraisers/new" leftSection={<PlusIcon />}>
      {t.fundraisers.newFundraiser}
    </Button>
  );
}

function Filters({ state }: { state: SearchState }) {
  const { t } = useWords();
  const { all } = useChapters();
  const words = t.fundraisers;
  const { get, set } = state;
  const review = viewOf(get('view')) === 'review';
  return (
    <FilterBar state={state} names={filterNames} search={{ label: words.searchLabel, hint: words.searchHint }}>
      <Choice
        label={words.chapter}
        any={t.common.all}
        value={get('chapter')}
        onChoose={(chapter) => set({ chapter })}
        names={Object.fromEntries(all.map(({ id, name }) => [id, name]))}
      />
      <NativeSelect
        label={words.sort}
        value={get('sort') || (review ? 'oldest' : 'newest')}
        onChange={(event) => set({ sort: event.currentTarget.value })}
        data={[
          { value: 'newest', label: words.newest },
          { value: 'oldest', label: words.oldest },
        ]}
      />
    </FilterBar>
  );
}

function NoFundraisers({ state }: { state: SearchState }) {
  const { t } = useWords();
  const words = t.fundraisers;
  if (state.narrowed(filterNames)) {
    return <NoneFound words={words} state={state} names={filterNames} />;
  }
  if (viewOf(state.get('view')) === 'review') {
    return <Empty title={words.noneReviewTitle} text={words.noneReviewText} icon={<CheckIcon size={26} />} />;
  }
  return (
    <Empty title={words.noneTitle} text={words.noneText} icon={<FlagIcon size={26} />}>
      <NewButton />
    </Empty>
  );
}
