import { moneyText } from '@upstander/web-kit';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { CheckIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { isZero, Money } from '../parts/money/money';
import { Badge, type Tone } from '../parts/ui/status-badge';
import { useSearchState } from '../parts/lists/use-search-state';
import { calendarDay } from '../parts/ui/when';
import { useWords } from '../words/words';
import { payoutsQuery, type PayoutRow } from './queries';
import classes from './reconciliation.module.css';

/** What Stripe sent to the bank, whether it adds up, and whether somebody saw it arrive. */
export function Payouts() {
  const { t } = useWords();
  const state = useSearchState();
  const query = useRead(payoutsQuery, { first: 30, after: state.get('after') || null });
  const columns = usePayoutColumns();
  return (
    <List
      query={query}
      of={(data) => data.payouts}
      columns={columns}
      label={t.reconciliation.list}
      what={t.reconciliation.what}
      empty={
        <Empty title={t.reconciliation.noneTitle} text={t.reconciliation.noneText} icon={<CheckIcon size={26} />} />
      }
    />
  );
}

function usePayoutColumns(): ReadonlyArray<Column<PayoutRow>> {
  const { t, locale } = useWords();
  return [
    {
      key: 'payout',
      header: t.reconciliation.payout,
      onCard: 'title',
      cell: (payout) => (
        <>
          <Link to={`/reconciliation/payouts/${payout.id}`} data-cover>
            {calendarDay(locale, payout.arrivesOn)}
          </Link>
          <span className={cells.meta}>{payout.stripePayoutId}</span>
        </>
      ),
    },
    { key: 'status', header: t.disputes.status, cell: ({ status }) => <PayoutStatus status={status} /> },
    { key: 'adds', header: t.reconciliation.adds, cell: (payout) => <AddsUp payout={payout} />, width: '24%' },
    { key: 'bank', header: t.reconciliation.bank, cell: (payout) => <AtTheBank payout={payout} /> },
    {
      key: 'amount',
      header: t.reconciliation.amount,
      align: 'end',
      onCard: 'corner',
      cell: ({ amount }) => <Money value={amount} strong />,
    },
  ];
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
  const { t } = useWords();
  const statuses: Record<string, string> = t.reconciliation.statuses;
  return <Badge tone={tones[status] ?? 'calm'}>{statuses[status] ?? status}</Badge>;
}

type Sum = Pick<PayoutRow, 'difference' | 'transactionCount'>;

/** Whether the lines of a payout sum to it. */
export function AddsUp({ payout: { difference, transactionCount } }: { payout: Sum }) {
  const { t, locale } = useWords();
  if (!difference) return <>{t.reconciliation.notListed}</>;
  if (isZero(difference)) return <>{t.reconciliation.addsUp({ count: String(transactionCount ?? 0) })}</>;
  return <span className={classes.bad}>{t.reconciliation.offBy({ amount: moneyText(locale, difference) })}</span>;
}

function AtTheBank({ payout: { amount, bankAmount, bankSeenOn, bankConfirmedBy } }: { payout: PayoutRow }) {
  const { t, locale } = useWords();
  if (!bankAmount || !bankSeenOn) return <span className={cells.meta}>{t.reconciliation.bankMissing}</span>;
  const differs = BigInt(bankAmount.amountMinor) !== BigInt(amount.amountMinor);
  return (
    <>
      {calendarDay(locale, bankSeenOn)}
      {bankConfirmedBy && <span className={cells.meta}>{t.money.by({ name: bankConfirmedBy })}</span>}
      {differs && (
        <span className={classes.bad}> {t.reconciliation.bankDiffers({ amount: moneyText(locale, bankAmount) })}</span>
      )}
    </>
  );
}
