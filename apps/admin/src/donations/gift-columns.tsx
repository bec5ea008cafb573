import { Link } from 'react-router';
import cells from '../parts/cells.module.css';
import type { Column } from '../parts/data-table';
import { Money } from '../parts/money';
import { StatusBadge } from '../parts/status-badge';
import { fullMoment } from '../parts/when';
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
      cell: ({ id, name, email, anonymous, campaignTitle }) => (
        <>
          <Link to={`/donations/${id}`} data-cover>
            {name ?? t.donations.hiddenName}
          </Link>
          {name !== null && anonymous && <span className={cells.longMeta}>{t.donations.anonymous}</span>}
          {email && <span className={cells.longMeta}>{email}</span>}
          <span className={cells.longMeta}>{campaignTitle}</span>
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
      cell: ({ method, frequency }) => (
        <>
          {words.enums.giftMethod[method]}
          {frequency === 'MONTHLY' && <span className={cells.longMeta}>{words.enums.frequency.MONTHLY}</span>}
        </>
      ),
    },
    {
      key: 'when',
      header: t.donations.when,
      cell: ({ createdAt, paidAt }) => fullMoment(locale, paidAt ?? createdAt),
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
