import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { ProgressBar } from '../parts/ui/progress-bar';
import { StatusBadge } from '../parts/ui/status-badge';
import { calendarDay, fromNow } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { FundraiserRow } from './queries';

/** What the list says of a fundraiser. */
export function useFundraiserColumns(): ReadonlyArray<Column<FundraiserRow>> {
  const { t, locale } = useWords();
  const words = t.fundraisers;
  return [
    {
      key: 'fundraiser',
      header: words.fundraiser,
      onCard: 'title',
      cell: (row) => (
        <>
          <Link to={`/fundraisers/${row.id}`} className={cells.title} data-cover>
            {row.title}
          </Link>
          <span className={cells.meta}>
            {row.organizerName} · {row.bySupporter ? words.bySupporter : (row.chapterName ?? words.organization)}
          </span>
          <When row={row} locale={locale} />
        </>
      ),
    },
    {
      key: 'progress',
      header: words.progress,
      onCard: 'plain',
      width: '32%',
      cell: (row) => <ProgressBar raised={row.raised} goal={row.goal} giftCount={row.giftCount} />,
    },
    {
      key: 'status',
      header: t.money.status,
      onCard: 'corner',
      width: '170px',
      cell: (row) => <StatusBadge kind="campaignStatus" status={row.status} />,
    },
  ];
}

function When({ row, locale }: { row: FundraiserRow; locale: 'en' | 'es' }) {
  const { t } = useWords();
  if (row.status === 'IN_REVIEW' && row.submittedAt) {
    return <span className={cells.meta}>{t.fundraisers.waitsSince({ when: fromNow(locale, row.submittedAt) })}</span>;
  }
  if (row.status === 'LIVE' && row.endsOn) {
    return (
      <span className={cells.meta}>{t.fundraisers.show.datesUntil({ until: calendarDay(locale, row.endsOn) })}</span>
    );
  }
  return null;
}
