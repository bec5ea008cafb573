import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { calendarDay, fromNow } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { BusinessRow } from './queries';

export function useBusinessColumns(): ReadonlyArray<Column<BusinessRow>> {
  const { t } = useWords();
  const words = t.businesses;
  return [
    {
      key: 'business',
      header: words.business,
      onCard: 'title',
      width: '38%',
      cell: (row) => (
        <>
          <Link to={`/businesses/${row.id}`} className={cells.title} data-cover>
            {row.legalName}
          </Link>
          <span className={cells.longMeta}>
            {row.city}, {row.region} · {host(row.website)}
          </span>
        </>
      ),
    },
    { key: 'when', header: words.when, cell: (row) => <When row={row} /> },
    {
      key: 'listings',
      header: words.listings,
      cell: (row) => words.shown({ shown: row.listingsShown, total: row.listingsTotal }),
    },
    {
      key: 'status',
      header: words.state,
      onCard: 'corner',
      width: '190px',
      cell: (row) => (
        <>
          <StatusBadge kind="businessStatus" status={row.status} />
          {row.renewing && (
            <span className={cells.second}>
              <Badge tone="warn">{words.renewing}</Badge>
            </span>
          )}
        </>
      ),
    },
  ];
}

function When({ row }: { row: BusinessRow }) {
  const { t, locale } = useWords();
  const words = t.businesses;
  if (row.waitingSince) {
    return (
      <>
        {words.waits({ when: fromNow(locale, row.waitingSince) })}
        <span className={cells.longMeta}>
          {words.given({ given: row.approvalsGiven, needed: row.approvalsNeeded })}
        </span>
      </>
    );
  }
  if (row.approvedUntil) {
    const day = calendarDay(locale, row.approvedUntil);
    return row.status === 'APPROVED' ? words.until({ day }) : words.untilWas({ day });
  }
  return null;
}

/** The address without what every address has. */
function host(website: string): string {
  return website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
