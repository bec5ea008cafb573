import { moneyText } from '@upstander/web-kit';
import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Money } from '../parts/money/money';
import { StatusBadge } from '../parts/ui/status-badge';
import { moment } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './plans.module.css';
import type { PlanRow } from './queries';

/** What the list says of a monthly gift. */
export function usePlanColumns(): ReadonlyArray<Column<PlanRow>> {
  const { t, locale } = useWords();
  return [
    {
      key: 'donor',
      header: t.plans.donor,
      onCard: 'title',
      cell: ({ id, name, email, campaignTitle }) => (
        <>
          <Link to={`/plans/${id}`} data-cover>
            {name}
          </Link>
          <span className={cells.meta}>{email}</span>
          <span className={cells.meta}>{campaignTitle}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t.plans.status,
      cell: ({ status, failingSince, stopRequested }) => (
        <>
          <StatusBadge kind="planStatus" status={status} />
          {failingSince && (
            <span className={classes.failing}>{t.plans.failing({ when: moment(locale, failingSince) })}</span>
          )}
          {stopRequested && <span className={classes.failing}>{t.plans.stopping}</span>}
        </>
      ),
    },
    {
      key: 'months',
      header: t.plans.months,
      cell: ({ giftCount, given }) => t.plans.monthsPaid({ count: giftCount, given: moneyText(locale, given) }),
    },
    {
      key: 'next',
      header: t.plans.next,
      cell: ({ nextChargeAt }) => (nextChargeAt ? moment(locale, nextChargeAt) : t.plans.noNext),
    },
    {
      key: 'amount',
      header: t.plans.amount,
      align: 'end',
      onCard: 'corner',
      cell: ({ charged }) => <Money value={charged} strong />,
    },
  ];
}
