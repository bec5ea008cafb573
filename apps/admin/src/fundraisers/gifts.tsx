import { Text } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { HeartIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { Money } from '../parts/money/money';
import { StatusBadge } from '../parts/ui/status-badge';
import { useSearchState } from '../parts/lists/use-search-state';
import { moment } from '../parts/ui/when';
import { seesMoney, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { useFundraiser } from './fundraiser-show';

const giftsQuery = graphql(`
  query FundraiserGifts($filter: GiftFilter, $first: Int, $after: String) {
    gifts(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          name
          anonymous
          message
          status
          method
          frequency
          intended {
            amountMinor
            currency
          }
          inKindDescription
          pageTitle
          createdAt
          paidAt
          seesDonor
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
`);

type GiftRow = ResultOf<typeof giftsQuery>['gifts']['edges'][number]['node'];

const shown = ['PAID', 'PARTLY_REFUNDED', 'REFUNDED', 'DISPUTED', 'LOST', 'PROCESSING'] as const;

/** What was given to this fundraiser; organizers do not learn who wished to stay unnamed. */
export function Gifts() {
  const { t } = useWords();
  const fundraiser = useFundraiser();
  const state = useSearchState();
  const money = seesMoney(useMe());
  const columns = useGiftColumns(money);
  const words = t.fundraisers.gifts;
  const query = useRead(giftsQuery, {
    filter: { campaignId: fundraiser.id, status: [...shown] },
    first: 20,
    after: state.get('after') || null,
  });
  return (
    <>
      <Text c="dimmed" size="sm" mb="md">
        {money ? <Link to={`/donations?campaign=${fundraiser.id}`}>{words.all}</Link> : words.namesHidden}
      </Text>
      <List
        query={query}
        of={({ gifts }) => gifts}
        columns={columns}
        label={words.list}
        what={words.what}
        empty={<Empty title={words.noneTitle} text={words.noneText} icon={<HeartIcon size={26} />} />}
      />
    </>
  );
}

function useGiftColumns(money: boolean): ReadonlyArray<Column<GiftRow>> {
  const { t, words: all, locale } = useWords();
  const words = t.fundraisers.gifts;
  return [
    {
      key: 'donor',
      header: words.donor,
      onCard: 'title',
      cell: (gift) => (
        <>
          {money ? (
            <Link to={`/donations/${gift.id}`} className={cells.title} data-cover>
              {gift.name ?? t.money.anonymous}
            </Link>
          ) : (
            <strong>{gift.name ?? t.money.anonymous}</strong>
          )}
          {gift.message && <span className={cells.meta}>{gift.message}</span>}
          {gift.pageTitle && <span className={cells.meta}>{gift.pageTitle}</span>}
        </>
      ),
    },
    { key: 'when', header: t.money.when, cell: (gift) => moment(locale, gift.paidAt ?? gift.createdAt) },
    {
      key: 'status',
      header: t.money.status,
      cell: (gift) => <StatusBadge kind="giftStatus" status={gift.status} />,
    },
    {
      key: 'amount',
      header: t.money.amount,
      align: 'end',
      onCard: 'corner',
      cell: (gift) =>
        gift.method === 'IN_KIND' ? (
          gift.inKindDescription
        ) : (
          <>
            <Money value={gift.intended} strong />
            {gift.frequency === 'MONTHLY' && <span className={cells.meta}>{all.enums.frequency.MONTHLY}</span>}
          </>
        ),
    },
  ];
}
