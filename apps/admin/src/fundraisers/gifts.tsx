import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { graphql, giftRow } from '@upstander/api-client';
import { ListTime } from '../parts/lists/column';
import { List } from '../parts/lists/list';
import { GiftSums } from '../parts/lists/gift-sums';
import { Money } from '../parts/money/money';
import { HeartIcon } from '../parts/ui/icons';
import { canSeeMoney, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { useFundraiser } from './fundraiser-show';

const giftsQuery = graphql(
  `
    query FundraiserGifts($filter: GiftFilter, $first: Int, $after: String) {
      gifts(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...GiftRow
            message
            intended {
              amountMinor
              currency
            }
            pageTitle
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

const visibleStatuses = ['PAID', 'PARTLY_REFUNDED', 'REFUNDED', 'DISPUTED', 'LOST', 'PROCESSING'] as const;

/** Organizers don't see the names of anonymous donors. */
export function Gifts() {
  const { t, words } = useWords('fundraisers', 'money');
  const fundraiser = useFundraiser();
  const money = canSeeMoney(useMe());
  const labels = t.fundraisers.gifts;
  const filter = { campaignId: fundraiser.id, status: [...visibleStatuses] };
  return (
    <>
      <Text c="dimmed" size="sm" mb="md">
        {money ? <Link to={`/gifts?campaign=${fundraiser.id}`}>{labels.all}</Link> : labels.namesHidden}
      </Text>
      <List
        name="fundraiser-gifts"
        document={giftsQuery}
        variables={{ filter }}
        sums={<GiftSums filter={filter} />}
        first={20}
        path="gifts"
        labels={labels}
        emptyState={{ title: t.shared.noGiftsYet, text: labels.noneText, icon: <HeartIcon size={26} /> }}
        columns={[
          {
            key: 'name',
            header: t.common.donor,
            linkTo: ({ id }) => (money ? `/gifts/${id}` : null),
            render: ({ name }) => <strong>{name ?? t.money.anonymous}</strong>,
            secondary: ({ message, pageTitle }) => [message, pageTitle],
          },
          {
            key: 'when',
            header: t.common.when,
            render: (gift) => <ListTime at={gift.paidAt ?? gift.createdAt} />,
          },
          { key: 'status', header: t.common.status, badge: 'giftStatus' },
          {
            key: 'intended',
            header: t.common.amount,
            mobile: 'corner',
            render: (gift) =>
              gift.method === 'IN_KIND' ? gift.inKindDescription : <Money value={gift.intended} isStrong />,
            secondary: ({ frequency }) => frequency === 'MONTHLY' && words.enums.frequency.MONTHLY,
          },
        ]}
      />
    </>
  );
}
