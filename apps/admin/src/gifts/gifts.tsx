import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { graphql, giftRow } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { GiftSums } from '../parts/money/gift-sums';
import { Money } from '../parts/money/money';
import { HeartIcon, PlusIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { seesMoney, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { GiftTabs } from './gift-tabs';
import { exportPath } from './gift-export';
import { campaignChoicesQuery } from './queries';

const giftsQuery = graphql(
  `
    query Gifts($filter: GiftFilter, $sort: GiftSort, $first: Int, $after: String) {
      gifts(filter: $filter, sort: $sort, first: $first, after: $after) {
        edges {
          node {
            ...GiftRow
            email
            campaignTitle
            charged {
              amountMinor
              currency
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [giftRow],
);

/** Every gift: found by name, address, id, state, way, day; what they come to, and the same gifts as a file. */
export function Gifts() {
  const { t, words } = useWords('gifts');
  const state = useSearchState();
  const { data } = useRead(campaignChoicesQuery, {});
  const money = seesMoney(useMe());
  const say = t.gifts;
  const status = state.one('status', words.enums.giftStatus);
  const method = state.one('method', words.enums.giftMethod);
  const sort = state.one('sort', say.sorts) ?? 'NEWEST';
  const filter = {
    text: state.text(),
    status: status && [status],
    method: method && [method],
    frequency: state.one('frequency', words.enums.frequency),
    campaignId: state.text('campaign'),
    importId: state.text('import'),
    donorId: state.text('donor'),
    from: state.startOf('from'),
    to: state.startOf('until', 1),
  };
  return (
    <ListPage
      name="gifts"
      title={say.title}
      lead={say.lead}
      buttons={
        <Button component={Link} to="/gifts/new" leftSection={<PlusIcon />}>
          {say.byHand}
        </Button>
      }
      above={<GiftTabs />}
      document={giftsQuery}
      state={state}
      variables={{ filter, sort }}
      first={30}
      of="gifts"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint }}
      filters={[
        { name: 'status', label: say.status, names: words.enums.giftStatus },
        { name: 'method', label: say.method, names: words.enums.giftMethod },
        { name: 'frequency', label: say.frequency, names: words.enums.frequency },
        {
          name: 'campaign',
          label: say.campaign,
          names: (data?.manageCampaigns.edges ?? []).map(({ node }) => [node.id, node.title] as const),
        },
        { name: 'from', label: say.from, is: 'day' },
        { name: 'until', label: say.until, is: 'day' },
      ]}
      only={[
        { name: 'import', said: say.onlyImport },
        { name: 'donor', said: say.onlyDonor },
      ]}
      sort={sort}
      sums={<GiftSums filter={filter} />}
      csv={money && exportPath(state.get)}
      none={{ title: say.noneTitle, text: say.noneText, icon: <HeartIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'name',
          header: say.donor,
          width: '30%',
          to: ({ id }) => `/gifts/${id}`,
          cell: ({ name }) => name ?? say.hiddenName,
          under: ({ name, anonymous, email }) => [name !== null && anonymous && say.anonymous, email],
        },
        { key: 'campaignTitle', header: say.campaign },
        {
          key: 'status',
          header: say.status,
          cell: ({ status: state }) => <StatusBadge kind="giftStatus" status={state} />,
        },
        {
          key: 'method',
          header: say.method,
          cell: (gift) => words.enums.giftMethod[gift.method],
          under: ({ frequency }) => frequency === 'MONTHLY' && words.enums.frequency.MONTHLY,
        },
        {
          key: 'when',
          header: say.when,
          sort: { down: ['NEWEST', say.sorts.NEWEST], up: ['OLDEST', say.sorts.OLDEST] },
          cell: ({ createdAt, paidAt }) => <ListTime at={paidAt ?? createdAt} />,
        },
        {
          key: 'charged',
          header: say.amount,
          onCard: 'corner',
          sort: { down: ['LARGEST', say.sorts.LARGEST] },
          cell: (gift) => (gift.method === 'IN_KIND' ? gift.inKindDescription : <Money value={gift.charged} strong />),
        },
      ]}
    />
  );
}
