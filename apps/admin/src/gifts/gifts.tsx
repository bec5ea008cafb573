import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { graphql, giftRow } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { GiftSums } from '../parts/lists/gift-sums';
import { Money } from '../parts/money/money';
import { HeartIcon, PlusIcon } from '../parts/ui/icons';
import { canSeeMoney, canView, hasCustomArea, useMe } from '../session/use-me';
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

export function Gifts() {
  const { t, labels, words } = useWords('gifts');
  const state = useSearchState();
  const me = useMe();
  const { data } = useRead(campaignChoicesQuery, {}, { enabled: canView(me, 'CAMPAIGNS') });
  const money = canSeeMoney(me) || hasCustomArea(me, 'GIFTS', ['FINANCE']);
  const status = state.oneOf('status', words.enums.giftStatus);
  const method = state.oneOf('method', words.enums.giftMethod);
  const sort = state.oneOf('sort', labels.sorts) ?? 'NEWEST';
  const filter = {
    text: state.text(),
    status: status && [status],
    method: method && [method],
    frequency: state.oneOf('frequency', words.enums.frequency),
    campaignId: state.text('campaign'),
    importId: state.text('import'),
    donorId: state.text('donor'),
    from: state.startOf('from'),
    to: state.startOf('until', 1),
  };
  return (
    <ListPage
      name="gifts"
      labels={{ ...labels, title: t.common.gifts }}
      buttons={
        <Button component={Link} to="/gifts/new" leftSection={<PlusIcon />}>
          {labels.byHand}
        </Button>
      }
      header={<GiftTabs />}
      document={giftsQuery}
      variables={{ filter, sort }}
      first={30}
      path="gifts"
      search={{ label: labels.search, hint: labels.searchHint }}
      filters={[
        { name: 'status', label: t.common.status, options: words.enums.giftStatus },
        { name: 'method', label: labels.method, options: words.enums.giftMethod },
        { name: 'frequency', label: labels.frequency, options: words.enums.frequency },
        {
          name: 'campaign',
          label: t.common.fundraiser,
          options: (data?.manageCampaigns.edges ?? []).map(({ node }) => [node.id, node.title] as const),
        },
        { name: 'from', label: t.common.from, type: 'day' },
        { name: 'until', label: t.common.until, type: 'day' },
      ]}
      restrictedTo={[
        { name: 'import', label: labels.onlyImport },
        { name: 'donor', label: labels.onlyDonor },
      ]}
      sort={sort}
      sums={<GiftSums filter={filter} />}
      csv={money && exportPath(state.get)}
      emptyState={{ title: t.shared.noGiftsYet, text: labels.noneText, icon: <HeartIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: t.common.donor,
          linkTo: ({ id }) => `/gifts/${id}`,
          render: ({ name }) => name ?? labels.hiddenName,
          secondary: ({ name, anonymous, email }) => [name !== null && anonymous && labels.anonymous, email],
        },
        { key: 'campaignTitle', header: t.common.fundraiser },
        { key: 'status', header: t.common.status, badge: 'giftStatus' },
        {
          key: 'method',
          header: labels.method,
          render: (gift) => words.enums.giftMethod[gift.method],
          secondary: ({ frequency }) => frequency === 'MONTHLY' && words.enums.frequency.MONTHLY,
        },
        {
          key: 'when',
          header: t.common.when,
          sort: { descending: ['NEWEST', labels.sorts.NEWEST], ascending: ['OLDEST', labels.sorts.OLDEST] },
          render: ({ createdAt, paidAt }) => <ListTime at={paidAt ?? createdAt} />,
        },
        {
          key: 'charged',
          header: t.common.amount,
          mobile: 'corner',
          sort: { descending: ['LARGEST', labels.sorts.LARGEST] },
          render: (gift) =>
            gift.method === 'IN_KIND' ? gift.inKindDescription : <Money value={gift.charged} isStrong />,
        },
      ]}
    />
  );
}
