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

export function Disputes() {
  const { t, labels, locale } = useWords('disputes');
  const state = useSearchState();
  const showsAll = state.get('view') === 'all';
  const statuses: Record<string, string> = labels.statuses;
  const reasons: Record<string, string> = labels.reasons;
  return (
    <ListPage
      name="disputes"
      labels={labels}
      document={disputesQuery}
      variables={{ open: showsAll ? null : true }}
      first={30}
      path="disputes"
      views={{
        views: ['open', 'all'],
        labels: { label: t.shared.view, open: labels.open, all: labels.all },
        value: showsAll ? 'all' : 'open',
      }}
      emptyState={{
        title: showsAll ? labels.noneTitle : labels.noneOpenTitle,
        text: labels.noneOpenText,
        icon: <CheckIcon size={26} />,
      }}
      columns={[
        {
          key: 'donorName',
          header: t.common.donor,
          linkTo: ({ giftId }) => `/gifts/${giftId}`,
          secondary: ({ campaignTitle }) => campaignTitle,
        },
        {
          key: 'status',
          header: t.common.status,
          render: ({ status }) => (
            <Badge tone={tones[status] ?? 'calm'}>{statuses[status] ?? labels.otherStatus}</Badge>
          ),
          secondary: ({ reason }) => reasons[reason] ?? labels.otherReason,
        },
        {
          key: 'due',
          header: labels.due,
          render: (dispute) => <EvidenceDue {...dispute} />,
        },
        {
          key: 'fee',
          header: t.shared.fee,
          render: ({ fee }) => <Money value={fee} />,
          secondary: ({ feeReturned }) =>
            !isZero(feeReturned) && labels.feeReturned({ amount: moneyText(locale, feeReturned) }),
        },
        { key: 'amount', header: t.common.amount, mobile: 'corner' },
      ]}
      rowActions={({ dashboardUrl, donorName, open }) => (
        <Button
          component="a"
          href={dashboardUrl}
          target="_blank"
          rel="noreferrer"
          variant="default"
          size="compact-sm"
          aria-label={(open ? labels.answerOf : labels.openAtStripeOf)({ name: donorName })}
        >
          {open ? labels.answer : labels.openAtStripe}
        </Button>
      )}
    >
      <FraudWarnings showsAll={showsAll} />
    </ListPage>
  );
}

function EvidenceDue({ open, closedAt, openedAt, evidenceDueAt }: Dispute) {
  const { t } = useWords('disputes');
  if (!open && closedAt) return <ListTime at={closedAt} wrap={(when) => t.disputes.closedAt({ when })} />;
  if (!evidenceDueAt) return <ListTime at={openedAt} wrap={(when) => t.disputes.openedAt({ when })} />;
  const isOverdue = new Date(evidenceDueAt).getTime() < Date.now();
  return (
    <>
      <ListTime at={evidenceDueAt} wrap={(when) => t.disputes.dueAt({ when })} />{' '}
      {isOverdue && <span className={classes.late}>{t.disputes.overdue}</span>}
    </>
  );
}
