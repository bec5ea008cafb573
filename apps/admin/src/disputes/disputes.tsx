import { Button } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { isZero, Money } from '../parts/money/money';
import { CheckIcon } from '../parts/ui/icons';
import { Badge, type Tone } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import classes from './disputes.module.css';
import { FraudWarnings } from './fraud-warnings';

const disputesQuery = graphql(
  `
    query Disputes($open: Boolean, $first: Int, $after: String) {
      disputes(open: $open, first: $first, after: $after) {
        edges {
          node {
            id
            giftId
            donorName
            campaignTitle
            amount {
              ...Amount
            }
            fee {
              ...Amount
            }
            feeReturned {
              ...Amount
            }
            reason
            status
            open
            evidenceDueAt
            dashboardUrl
            openedAt
            closedAt
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
  [amountFragment],
);

type Dispute = RowOf<ResultOf<typeof disputesQuery>, 'disputes'>;

const tones: Record<string, Tone> = { won: 'good', needs_response: 'bad', warning_needs_response: 'bad', lost: 'warn' };

/** Disputes and the warnings before them; the open ones unless all are asked for. */
export function Disputes() {
  const { t, locale } = useWords('disputes');
  const state = useSearchState();
  const say = t.disputes;
  const all = state.get('view') === 'all';
  const statuses: Record<string, string> = say.statuses;
  const reasons: Record<string, string> = say.reasons;
  return (
    <ListPage
      name="disputes"
      title={say.title}
      lead={say.lead}
      document={disputesQuery}
      state={state}
      variables={{ open: all ? null : true }}
      first={30}
      of="disputes"
      label={say.list}
      what={say.what}
      views={{
        views: ['open', 'all'],
        names: { label: say.which, open: say.open, all: say.all },
        value: all ? 'all' : 'open',
      }}
      none={{
        title: all ? say.noneTitle : say.noneOpenTitle,
        text: say.noneOpenText,
        icon: <CheckIcon size={26} />,
      }}
      columns={[
        {
          key: 'donorName',
          header: say.donor,
          to: ({ giftId }) => `/gifts/${giftId}`,
          under: ({ campaignTitle }) => campaignTitle,
        },
        {
          key: 'status',
          header: say.status,
          cell: ({ status }) => <Badge tone={tones[status] ?? 'calm'}>{statuses[status] ?? say.otherStatus}</Badge>,
          under: ({ reason }) => reasons[reason] ?? say.otherReason,
        },
        {
          key: 'due',
          header: say.due,
          cell: (dispute) => <Due {...dispute} />,
        },
        {
          key: 'fee',
          header: say.fee,
          cell: ({ fee }) => <Money value={fee} />,
          under: ({ feeReturned }) =>
            !isZero(feeReturned) && say.feeReturned({ amount: moneyText(locale, feeReturned) }),
        },
        { key: 'amount', header: say.amount, onCard: 'corner' },
      ]}
      rowActions={({ dashboardUrl, donorName, open }) => (
        <Button
          component="a"
          href={dashboardUrl}
          target="_blank"
          rel="noreferrer"
          variant="default"
          size="compact-sm"
          aria-label={(open ? say.answerOf : say.openAtStripeOf)({ name: donorName })}
        >
          {open ? say.answer : say.openAtStripe}
        </Button>
      )}
    >
      <FraudWarnings all={all} />
    </ListPage>
  );
}

function Due({ open, closedAt, openedAt, evidenceDueAt }: Dispute) {
  const { t } = useWords('disputes');
  if (!open && closedAt) return <ListTime at={closedAt} say={(when) => t.disputes.closedAt({ when })} />;
  if (!evidenceDueAt) return <ListTime at={openedAt} say={(when) => t.disputes.openedAt({ when })} />;
  const late = new Date(evidenceDueAt).getTime() < Date.now();
  return (
    <>
      <ListTime at={evidenceDueAt} say={(when) => t.disputes.dueAt({ when })} />{' '}
      {late && <span className={classes.late}>{t.disputes.overdue}</span>}
    </>
  );
}
