import { moneyText } from '@upstander/web-kit';
import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { List } from '../parts/lists/list';
import { isZero } from '../parts/money/money';
import { CheckIcon } from '../parts/ui/icons';
import { Badge, type Tone } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { bankDiscrepancy } from './bank-discrepancy';
import classes from './reconciliation.module.css';

const payoutsQuery = graphql(
  `
    query Payouts($first: Int, $after: String) {
      payouts(first: $first, after: $after) {
        edges {
          node {
            id
            stripePayoutId
            status
            arrivesOn
            amount {
              ...Amount
            }
            discrepancy {
              ...Amount
            }
            transactionCount
            bankAmount {
              ...Amount
            }
            bankStatementDate
            bankConfirmedBy
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

type Payout = RowOf<ResultOf<typeof payoutsQuery>, 'payouts'>;

export function Payouts() {
  const { t, labels } = useWords('reconciliation', 'disputes');
  return (
    <List
      name="payouts"
      document={payoutsQuery}
      variables={{}}
      first={30}
      path="payouts"
      labels={labels}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <CheckIcon size={26} /> }}
      columns={[
        {
          key: 'arrivesOn',
          header: t.shared.payout,
          linkTo: ({ id }) => `/reconciliation/payouts/${id}`,
          secondary: ({ stripePayoutId }) => stripePayoutId,
        },
        { key: 'status', header: t.common.status, render: ({ status }) => <PayoutStatus status={status} /> },
        { key: 'adds', header: labels.adds, render: (payout) => <PayoutBalance payout={payout} /> },
        { key: 'bank', header: labels.bank, render: (payout) => <BankDetails payout={payout} /> },
        { key: 'amount', header: t.common.amount, mobile: 'corner' },
      ]}
    />
  );
}

const tones: Record<string, Tone> = {
  paid: 'good',
  failed: 'bad',
  canceled: 'bad',
  pending: 'warn',
  in_transit: 'warn',
};

export function PayoutStatus({ status }: { status: string }) {
  const { t } = useWords('reconciliation');
  const statuses: Record<string, string> = t.reconciliation.statuses;
  return <Badge tone={tones[status] ?? 'calm'}>{statuses[status] ?? status}</Badge>;
}

type Sum = Pick<Payout, 'discrepancy' | 'transactionCount'>;

export function PayoutBalance({ payout: { discrepancy, transactionCount } }: { payout: Sum }) {
  const { t, locale } = useWords('reconciliation');
  if (!discrepancy) return <>{t.reconciliation.notListed}</>;
  if (isZero(discrepancy)) return <>{t.reconciliation.addsUp({ count: String(transactionCount ?? 0) })}</>;
  return <span className={classes.bad}>{t.reconciliation.offBy({ amount: moneyText(locale, discrepancy) })}</span>;
}

function BankDetails({ payout: { amount, bankAmount, bankStatementDate, bankConfirmedBy } }: { payout: Payout }) {
  const { t, locale } = useWords('reconciliation');
  if (!bankAmount || !bankStatementDate) return <span className={cells.meta}>{t.shared.notConfirmed}</span>;
  return (
    <>
      <ListTime at={bankStatementDate} />
      {bankConfirmedBy && <span className={cells.meta}>{t.shared.byName({ name: bankConfirmedBy })}</span>}
      {bankDiscrepancy({ amount, bankAmount }) && (
        <span className={classes.bad}> {t.reconciliation.bankDiffers({ amount: moneyText(locale, bankAmount) })}</span>
      )}
    </>
  );
}
