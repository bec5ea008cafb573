import { TextInput } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { FilterBar } from '../parts/lists/filter-bar';
import type { SearchState } from '../parts/lists/use-search-state';
import { useWords } from '../words/words';
import { filterNames } from './gift-filters';
import { campaignChoicesQuery } from './queries';

export function GiftFilterBar({ state }: { state: SearchState }) {
  const { t, words } = useWords();
  const { get, set } = state;
  const { data } = useRead(campaignChoicesQuery, {});
  const campaigns = data?.manageCampaigns.edges.map(({ node }) => [node.id, node.title] as const) ?? [];
  const choice = (name: (typeof filterNames)[number]) => ({
    value: get(name),
    onChoose: (value: string) => set({ [name]: value }),
  });
  return (
    <FilterBar state={state} names={filterNames} search={{ label: t.donations.search, hint: t.donations.searchHint }}>
      <Choice label={t.donations.status} {...choice('status')} names={words.enums.giftStatus} />
      <Choice label={t.donations.method} {...choice('method')} names={words.enums.giftMethod} />
      <Choice label={t.donations.frequency} {...choice('frequency')} names={words.enums.frequency} />
      <Choice label={t.donations.campaign} {...choice('campaign')} names={campaigns} />
      <TextInput
        type="date"
        label={t.donations.from}
        value={get('from')}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t.donations.until}
        value={get('until')}
        onChange={(event) => set({ until: event.currentTarget.value })}
      />
      <Choice
        label={t.donations.sort}
        any={t.donations.sorts.NEWEST}
        {...choice('sort')}
        names={{ OLDEST: t.donations.sorts.OLDEST, LARGEST: t.donations.sorts.LARGEST }}
      />
    </FilterBar>
  );
}
