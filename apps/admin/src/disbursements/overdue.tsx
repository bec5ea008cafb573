import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { Money } from '../parts/money/money';
import { usePageAccess } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { formatShortDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import classes from './disbursements.module.css';
import { overdueQuery } from './queries';

export function Overdue({ onRecord }: { onRecord: (campaignId: string) => void }) {
  const { t, labels, locale } = useWords('disbursements');
  const { mayChange } = usePageAccess();
  const { data } = useRead(overdueQuery, {});
  const overdue = data?.overdueDisbursements ?? [];
  if (overdue.length === 0) return null;
  return (
    <Section title={labels.overdue} lead={labels.overdueLead}>
      <ul className={classes.overdue} aria-label={labels.overdueList}>
        {overdue.map(({ campaignId, campaignTitle, beneficiaryName, disbursable, dueSince }) => (
          <li key={campaignId}>
            <div className={classes.overdueWords}>
              <Link to={`/fundraisers/${campaignId}`} className={cells.title}>
                {campaignTitle}
              </Link>
              <span className={cells.meta}>
                {beneficiaryName} · {labels.since({ when: formatShortDateTime(locale, dueSince) })}
              </span>
            </div>
            <Money value={disbursable} isStrong />
            {mayChange && (
              <RowButton
                label={t.common.record}
                ariaLabel={labels.recordFor({ title: campaignTitle })}
                size="xs"
                onClick={() => onRecord(campaignId)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
