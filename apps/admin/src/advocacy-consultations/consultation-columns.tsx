import { languageName } from '@upstander/web-kit';
import { Link } from 'react-router';
import type { Column } from '../parts/lists/data-table';
import { TakenBy, Unread } from '../parts/record/list-cells';
import cells from '../parts/lists/cells.module.css';
import { shortNumber } from '../parts/record/sealed-record';
import { StatusBadge } from '../parts/ui/status-badge';
import { fromNow, fullMoment } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { ConsultationRow } from './queries';

export function useConsultationColumns(): ReadonlyArray<Column<ConsultationRow>> {
  const { t, locale } = useWords();
  const { list } = t.advocacy;
  const words = t.consultations;
  return [
    {
      key: 'what',
      header: words.consultation,
      onCard: 'title',
      width: '36%',
      cell: (row) => (
        <>
          <Link to={`/consultations/${row.id}`} className={cells.title} data-cover>
            {list.number({ short: shortNumber(row.id) })}
          </Link>
          <span className={cells.meta}>
            {languageName(locale, row.language.toLowerCase())}
            {row.interpreter && ` · ${words.interpreterWanted}`}
          </span>
          <Unread count={row.unread} />
        </>
      ),
    },
    { key: 'asked', header: list.asked, cell: (row) => fromNow(locale, row.createdAt) },
    { key: 'taken', header: list.takenBy, cell: (row) => <TakenBy row={row} /> },
    {
      key: 'appointment',
      header: words.appointment,
      cell: (row) => (row.appointmentAt ? fullMoment(locale, row.appointmentAt) : null),
    },
    {
      key: 'status',
      header: list.state,
      onCard: 'corner',
      width: '170px',
      cell: (row) => <StatusBadge kind="recordStatus" status={row.status} />,
    },
  ];
}
