import { languageName } from '@upstander/web-kit';
import { Link } from 'react-router';
import type { Column } from '../parts/lists/data-table';
import { TakenBy, Unread } from '../parts/record/list-cells';
import cells from '../parts/lists/cells.module.css';
import { shortNumber } from '../parts/record/sealed-record';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { fromNow } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { ApplicationRow } from './queries';

export function useApplicationColumns(): ReadonlyArray<Column<ApplicationRow>> {
  const { t, locale } = useWords();
  const { list } = t.advocacy;
  return [
    {
      key: 'what',
      header: t.applications.application,
      onCard: 'title',
      width: '42%',
      cell: (row) => (
        <>
          <Link to={`/applications/${row.id}`} className={cells.title} data-cover>
            {row.opportunityTitle}
          </Link>
          <span className={cells.meta}>
            {row.businessName} · {list.number({ short: shortNumber(row.id) })} ·{' '}
            {languageName(locale, row.language.toLowerCase())}
          </span>
          <Unread count={row.unread} />
        </>
      ),
    },
    { key: 'asked', header: list.asked, cell: (row) => fromNow(locale, row.createdAt) },
    { key: 'taken', header: list.takenBy, cell: (row) => <TakenBy row={row} /> },
    {
      key: 'status',
      header: list.state,
      onCard: 'corner',
      width: '180px',
      cell: (row) => (
        <>
          <StatusBadge kind="recordStatus" status={row.status} />
          {row.liveConsent && row.status !== 'INTRODUCED' && (
            <span className={cells.second}>
              <Badge tone="good">{t.applications.consentLive}</Badge>
            </span>
          )}
        </>
      ),
    },
  ];
}
