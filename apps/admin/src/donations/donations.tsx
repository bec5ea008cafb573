import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Empty } from '../parts/ui/empty';
import { HeartIcon, PlusIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { NoneFound } from '../parts/lists/none-found';
import { PageHeader } from '../parts/ui/page-header';
import { useSearchState, type SearchState } from '../parts/lists/use-search-state';
import { useWords } from '../words/words';
import { DonationTabs } from './donation-tabs';
import { useGiftColumns } from './gift-columns';
import { GiftSums } from './gift-sums';
import { GiftFilterBar } from './gift-filter-bar';
import { filterNames, variablesOf } from './gift-filters';
import { giftsQuery } from './queries';

/** Every gift: found by name, address, id, state, way, day. */
export function Donations() {
  const { t } = useWords();
  const state = useSearchState();
  const query = useRead(giftsQuery, variablesOf(state.get));
  const columns = useGiftColumns();
  return (
    <div>
      <PageHeader title={t.donations.title} lead={t.donations.lead}>
        <Button component={Link} to="/donations/new" leftSection={<PlusIcon />}>
          {t.donations.byHand}
        </Button>
      </PageHeader>
      <DonationTabs />
      <GiftFilterBar state={state} />
      <GiftSums state={state} />
      <List
        query={query}
        of={(data) => data.gifts}
        columns={columns}
        label={t.donations.list}
        what={t.donations.what}
        empty={<NoGifts state={state} />}
      />
    </div>
  );
}

function NoGifts({ state }: { state: SearchState }) {
  const { t } = useWords();
  if (!state.narrowed(filterNames)) {
    return <Empty title={t.donations.noneTitle} text={t.donations.noneText} icon={<HeartIcon size={26} />} />;
  }
  return <NoneFound words={t.donations} state={state} names={filterNames} />;
}
