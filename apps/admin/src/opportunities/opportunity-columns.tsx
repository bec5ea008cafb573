import { Link } from 'react-router';
import cells from '../parts/lists/cells.module.css';
import type { Column } from '../parts/lists/data-table';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { fromNow, moment } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './opportunities.module.css';
import type { OpportunityRow } from './queries';

export function useOpportunityColumns(): ReadonlyArray<Column<OpportunityRow>> {
  const { t, words: catalogue } = useWords();
  const words = t.opportunities;
  return [
    {
      key: 'listing',
      header: words.listing,
      onCard: 'title',
      width: '44%',
      cell: (row) => (
        <>
          <Link to={`/opportunities/${row.id}`} className={cells.title} data-cover>
            {row.title}
          </Link>
          <span className={classes.meta}>
            {row.businessName} · {catalogue.enums.opportunityKind[row.kind]}
          </span>
        </>
      ),
    },
    { key: 'when', header: words.when, cell: (row) => <When row={row} /> },
    {
      key: 'flags',
      header: words.flagsHeader,
      cell: (row) =>
        row.flags.length > 0 ? <Badge tone="bad">{words.flags({ count: row.flags.length })}</Badge> : null,
    },
    {
      key: 'status',
      header: words.state,
      onCard: 'corner',
      width: '180px',
      cell: (row) => (
        <>
          <StatusBadge kind="opportunityStatus" status={row.status} />
          {!row.isShown && (row.status === 'PUBLISHED' || row.status === 'EXPIRING') && (
            <span className={cells.second}>
              <Badge tone="warn">{words.hiddenWithBusiness}</Badge>
            </span>
          )}
        </>
      ),
    },
  ];
}

function When({ row }: { row: OpportunityRow }) {
  const { t, locale } = useWords();
  const words = t.opportunities;
  if (row.status === 'IN_REVIEW' && row.submittedAt) return words.waits({ when: fromNow(locale, row.submittedAt) });
  if (row.expiresAt && (row.status === 'PUBLISHED' || row.status === 'EXPIRING')) {
    return words.until({ when: moment(locale, row.expiresAt) });
  }
  return null;
}
