import { useId } from 'react';
import { CoverLink } from '../parts/ui/cover-link';
import { BriefcaseIcon, BuildingIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { queueState } from '../parts/ui/use-queue-return';
import { relativeTime, formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './approvals.module.css';
import type { Approval } from './queries';

interface QueueRowProps {
  row: Approval;
  link: (element: HTMLAnchorElement | null) => void;
  onOpen: () => void;
}

export function QueueRow({ row, link, onOpen }: QueueRowProps) {
  const { t, labels, words, locale } = useWords('approvals');
  const id = useId();
  const business = row.kind === 'BUSINESS';
  return (
    <li className={classes.row}>
      <span className={classes.icon}>{business ? <BuildingIcon size={20} /> : <BriefcaseIcon size={20} />}</span>
      <div className={classes.words}>
        <CoverLink
          ref={link}
          to={business ? `/businesses/${row.id}` : `/opportunities/${row.id}`}
          state={queueState}
          onClick={onOpen}
          aria-describedby={id}
        >
          {row.title}
        </CoverLink>
        <p id={id} className={classes.meta}>
          {words.enums.approvalKind[row.kind]}
          {!business && ` · ${row.businessName}`} ·{' '}
          <time dateTime={row.waitingSince} title={formatDateTime(locale, row.waitingSince)}>
            {row.renewing
              ? labels.renews({ when: relativeTime(locale, row.waitingSince) })
              : labels.waits({ when: relativeTime(locale, row.waitingSince) })}
          </time>
        </p>
      </div>
      <div className={classes.side}>
        {row.flags > 0 && (
          <Badge tone="bad">
            {business ? labels.failed({ count: row.flags }) : t.shared.warningSignCount({ count: row.flags })}
          </Badge>
        )}
        {row.mine ? (
          <Badge>{labels.mine}</Badge>
        ) : (
          row.approvalsNeeded > 1 && (
            <Badge tone={row.approvalsGiven > 0 ? 'warn' : 'calm'}>
              {labels.given({ given: row.approvalsGiven, needed: row.approvalsNeeded })}
            </Badge>
          )
        )}
      </div>
    </li>
  );
}
