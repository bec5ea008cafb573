import { moneyText } from '@upstander/web-kit';
import { graphql } from '@upstander/api-client';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { RepeatIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
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

/** Recurring gifts: who gives, what comes next, and where a card fails. */
export function RecurringGifts() {
  const { t, words, locale } = useWords('recurringGifts');
  const state = useSearchState();
  const say = t.recurringGifts;
  const status = state.one('status', words.enums.recurringGiftStatus);
  const sort = state.one('sort', say.sorts) ?? 'NEWEST';
  return (
    <ListPage
      name="recurring-gifts"
      title={say.title}
      lead={say.lead}
      document={recurringGiftsQuery}
      state={state}
      variables={{ filter: { text: state.text(), status: status && [status] }, sort }}
      first={30}
      of="recurringGifts"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint }}
      filters={[{ name: 'status', label: say.status, names: words.enums.recurringGiftStatus }]}
      sort={sort}
      saySum={say.sum}
      none={{ title: say.noneTitle, text: say.noneText, icon: <RepeatIcon size={26} /> }}
      noneFound={say}
      columns={[
        { key: 'name', header: say.donor, to: ({ id }) => `/recurring-gifts/${id}`, under: ({ email }) => email },
        { key: 'campaignTitle', header: say.campaign },
        {
          key: 'status',
          header: say.status,
          cell: ({ status: state }) => <StatusBadge kind="recurringGiftStatus" status={state} />,
          under: ({ failingSince, stopRequested }) => [
            failingSince && (
              <span className={classes.failing}>
                <ListTime at={failingSince} say={(when) => say.failing({ when })} />
              </span>
            ),
            stopRequested && <span className={classes.failing}>{say.stopping}</span>,
          ],
        },
        {
          key: 'createdAt',
          header: say.started,
          sort: { down: ['NEWEST', say.sorts.NEWEST], up: ['OLDEST', say.sorts.OLDEST] },
          onCard: 'none',
        },
        {
          key: 'months',
          header: say.months,
          cell: ({ giftCount, given }) => say.monthsPaid({ count: giftCount, given: moneyText(locale, given) }),
        },
        {
          key: 'nextChargeAt',
          header: say.next,
          cell: ({ nextChargeAt }) => (nextChargeAt ? <ListTime at={nextChargeAt} /> : say.noNext),
        },
        { key: 'charged', header: say.amount, onCard: 'corner' },
      ]}
    />
  );
}
