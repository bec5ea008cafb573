import { moneyText } from '@upstander/web-kit';
import { graphql } from '@upstander/api-client';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { RepeatIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './recurring-gifts.module.css';
import { recurringGiftRow } from './queries';

const recurringGiftsQuery = graphql(
  `
    query RecurringGifts($filter: RecurringGiftFilter, $sort: RecurringGiftSort, $first: Int, $after: String) {
      recurringGifts(filter: $filter, sort: $sort, first: $first, after: $after) {
        edges {
          node {
            ...RecurringGiftRow
            createdAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
        sums {
          amount {
            amountMinor
            currency
          }
        }
      }
    }
  `,
  [recurringGiftRow],
);

export function RecurringGifts() {
  const { t, labels, words, locale } = useWords('recurringGifts');
  const state = useSearchState();
  const status = state.oneOf('status', words.enums.recurringGiftStatus);
  const sort = state.oneOf('sort', labels.sorts) ?? 'NEWEST';
  return (
    <ListPage
      name="recurring-gifts"
      labels={labels}
      document={recurringGiftsQuery}
      variables={{ filter: { text: state.text(), status: status && [status] }, sort }}
      first={30}
      path="recurringGifts"
      search={{ label: labels.search, hint: labels.searchHint }}
      filters={[{ name: 'status', label: t.common.status, options: words.enums.recurringGiftStatus }]}
      sort={sort}
      sumLabel={labels.sum}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <RepeatIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: t.common.donor,
          linkTo: ({ id }) => `/recurring-gifts/${id}`,
          secondary: ({ email }) => email,
        },
        { key: 'campaignTitle', header: t.common.fundraiser },
        {
          key: 'status',
          header: t.common.status,
          badge: 'recurringGiftStatus',
          secondary: ({ status: state, failingSince, stopRequested }) => [
            failingSince && state !== 'STOPPED' && (
              <span className={classes.failing}>
                <ListTime at={failingSince} wrap={(when) => labels.failing({ when })} />
              </span>
            ),
            stopRequested && <span className={classes.failing}>{labels.stopping}</span>,
          ],
        },
        {
          key: 'createdAt',
          header: t.shared.started,
          sort: { descending: ['NEWEST', labels.sorts.NEWEST], ascending: ['OLDEST', labels.sorts.OLDEST] },
          mobile: 'none',
        },
        {
          key: 'months',
          header: labels.months,
          render: ({ giftCount, totalGiven }) =>
            labels.monthsPaid({ count: giftCount, given: moneyText(locale, totalGiven) }),
        },
        {
          key: 'nextChargeAt',
          header: labels.next,
          render: ({ nextChargeAt }) => (nextChargeAt ? <ListTime at={nextChargeAt} /> : labels.noNext),
        },
        { key: 'charged', header: labels.amount, mobile: 'corner' },
      ]}
    />
  );
}
