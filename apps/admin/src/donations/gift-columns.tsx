import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Money } from '../parts/money/money';
import { StatusBadge } from '../parts/ui/status-badge';
import { fullMoment } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { GiftRow } from './queries';

/** What the list says of a gift. */
export function useGiftColumns(): ReadonlyArray<Column<GiftRow>> {
  const { t, words, locale } = useWords();
  return [
    {
      key: 'donor',
      header: t.donations.donor,
      onCard: 'title',
      width: '42%',
      cell: ({ id, name, email, anonymous, campaignTitle }) => (
        <>
          <Link to={`/donations/${id}`} data-cover>
            {name ?? t.donations.hiddenName}
          </Link>
          {name !== null && anonymous && ` (${t.donations.anonymous})`}
          <span className={cells.longMeta}>{[campaignTitle, email].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t.donations.status,
      cell: ({ status }) => <StatusBadge kind="giftStatus" status={status} />,
    },
    {
      key: 'method',
      header: t.donations.method,
      cell: ({ method, frequency }) =>
        [words.enums.giftMethod[method], frequency === 'MONTHLY' && words.enums.frequency.MONTHLY]
          .filter(Boolean)
          .join(', '),
    },
    {
      key: 'when',
      header: t.donations.when,
      cell: ({ createdAt, paidAt }) => <span className={cells.oneLine}>{fullMoment(locale, paidAt ?? createdAt)}</span>,
    },
    {
      key: 'amount',
      header: t.donations.amount,
      align: 'end',
      onCard: 'corner',
      cell: ({ method, inKindDescription, charged }) =>
        method === 'IN_KIND' ? inKindDescription : <Money value={charged} strong />,
    },
  ];
}
