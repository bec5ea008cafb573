import { moneyText } from '@upstander/web-kit';
import { graphql } from '@upstander/api-client';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { RepeatIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { formatShortDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './plans.module.css';

const plansQuery = graphql(`
  query Plans($filter: PlanFilter, $sort: PlanSort, $first: Int, $after: String) {
    plans(filter: $filter, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          name
          email
          campaignTitle
          status
          charged {
            amountMinor
            currency
          }
          given {
            amountMinor
            currency
          }
          createdAt
          giftCount
          nextChargeAt
          failingSince
          stopRequested
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
`);

/** Recurring gifts: who gives, what comes next, and where a card fails. */
export function Plans() {
  const { t, words, locale } = useWords('plans');
  const state = useSearchState();
  const say = t.plans;
  const status = state.one('status', words.enums.planStatus);
  const sort = state.one('sort', say.sorts) ?? 'NEWEST';
  return (
    <ListPage
      name="plans"
      title={say.title}
      lead={say.lead}
      document={plansQuery}
      state={state}
      variables={{ filter: { text: state.text(), status: status && [status] }, sort }}
      first={30}
      of="plans"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint }}
      filters={[{ name: 'status', label: say.status, names: words.enums.planStatus }]}
      sort={sort}
      saySum={say.sum}
      none={{ title: say.noneTitle, text: say.noneText, icon: <RepeatIcon size={26} /> }}
      noneFound={say}
      columns={[
        { key: 'name', header: say.donor, to: ({ id }) => `/plans/${id}`, under: ({ email }) => email },
        { key: 'campaignTitle', header: say.campaign },
        {
          key: 'status',
          header: say.status,
          cell: ({ status: state }) => <StatusBadge kind="planStatus" status={state} />,
          under: ({ failingSince, stopRequested }) => [
            failingSince && (
              <span className={classes.failing}>
                {say.failing({ when: formatShortDateTime(locale, failingSince) })}
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
          cell: ({ nextChargeAt }) => (nextChargeAt ? formatShortDateTime(locale, nextChargeAt) : say.noNext),
        },
        { key: 'charged', header: say.amount, onCard: 'corner' },
      ]}
    />
  );
}
