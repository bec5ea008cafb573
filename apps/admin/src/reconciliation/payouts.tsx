import { moneyText } from '@upstander/web-kit';
import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';
import cells from '../parts/lists/cells.module.css';
import { ListTime } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
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
            bankSeenOn
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

/** What Stripe sent to the bank, whether it adds up, and whether somebody saw it arrive. */
export function Payouts() {
  const { t } = useWords('disputes', 'reconciliation');
  const state = useSearchState();
  const say = t.reconciliation;
  return (
    <List
      name="payouts"
      document={payoutsQuery}
      state={state}
      variables={{}}
      first={30}
      of="payouts"
      label={say.list}
      what={say.what}
      none={{ title: say.noneTitle, text: say.noneText, icon: <CheckIcon size={26} /> }}
      columns={[
        {
          key: 'arrivesOn',
          header: say.payout,
          to: ({ id }) => `/reconciliation/payouts/${id}`,
          under: ({ stripePayoutId }) => stripePayoutId,
        },
        { key: 'status', header: t.disputes.status, cell: ({ status }) => <PayoutStatus status={status} /> },
        { key: 'adds', header: say.adds, width: '24%', cell: (payout) => <AddsUp payout={payout} /> },
        { key: 'bank', header: say.bank, cell: (payout) => <AtTheBank payout={payout} /> },
        { key: 'amount', header: say.amount, onCard: 'corner' },
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

/** Stripe's word for where a payout is. */
export function PayoutStatus({ status }: { status: string }) {
  const { t } = useWords('reconciliation');
  const statuses: Record<string, string> = t.reconciliation.statuses;
  return <Badge tone={tones[status] ?? 'calm'}>{statuses[status] ?? status}</Badge>;
}

type Sum = Pick<Payout, 'discrepancy' | 'transactionCount'>;

/** Whether the lines of a payout sum to it. */
export function AddsUp({ payout: { discrepancy, transactionCount } }: { payout: Sum }) {
  const { t, locale } = useWords('reconciliation');
  if (!discrepancy) return <>{t.reconciliation.notListed}</>;
  if (isZero(discrepancy)) return <>{t.reconciliation.addsUp({ count: String(transactionCount ?? 0) })}</>;
  return <span className={classes.bad}>{t.reconciliation.offBy({ amount: moneyText(locale, discrepancy) })}</span>;
}

function AtTheBank({ payout: { amount, bankAmount, bankSeenOn, bankConfirmedBy } }: { payout: Payout }) {
  const { t, locale } = useWords('money', 'reconciliation');
  if (!bankAmount || !bankSeenOn) return <span className={cells.meta}>{t.reconciliation.bankMissing}</span>;
  return (
    <>
      <ListTime at={bankSeenOn} />
      {bankConfirmedBy && <span className={cells.meta}>{t.money.by({ name: bankConfirmedBy })}</span>}
      {bankDiscrepancy({ amount, bankAmount }) && (
        <span className={classes.bad}> {t.reconciliation.bankDiffers({ amount: moneyText(locale, bankAmount) })}</span>
      )}
    </>
  );
}
