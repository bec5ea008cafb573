import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { Money } from '../parts/money/money';
import { Section } from '../parts/ui/section';
import { formatShortDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './disbursements.module.css';
import { overdueQuery } from './queries';

/** Funds held longer than allowed. Renders nothing if there are none. */
export function Overdue({ onRecord }: { onRecord: (campaignId: string) => void }) {
  const { t, locale } = useWords('disbursements');
  const words = t.disbursements;
  const { data } = useRead(overdueQuery, {});
  const overdue = data?.overdueDisbursements ?? [];
  if (overdue.length === 0) return null;
  return (
    <Section title={words.overdue} lead={words.overdueLead}>
      <ul className={classes.overdue} aria-label={words.overdueList}>
        {overdue.map(({ campaignId, campaignTitle, beneficiaryName, disbursable, dueSince }) => (
          <li key={campaignId}>
            <div className={classes.overdueWords}>
              <Link to={`/fundraisers/${campaignId}`} className={cells.title}>
                {campaignTitle}
              </Link>
              <span className={cells.meta}>
                {beneficiaryName} · {words.since({ when: formatShortDateTime(locale, dueSince) })}
              </span>
            </div>
            <Money value={disbursable} strong />
            <Button
              variant="default"
              size="xs"
              aria-label={words.handOverFor({ title: campaignTitle })}
              onClick={() => onRecord(campaignId)}
            >
              {words.handOver}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
