import { StatusPanel } from '../../frame/status-panel';
import { calendarDay } from '../../money/money-format';
import { usePage } from '../../request/page-context';
import type { MyBusinessData } from '../queries';

const statusStyles = {
  SUBMITTED: { icon: 'clock', tone: 'amber' },
  IN_REVIEW: { icon: 'clock', tone: 'amber' },
  CHANGES_REQUESTED: { icon: 'speech', tone: 'amber' },
  APPROVED: { icon: 'check' },
  REFUSED: { icon: 'alert', tone: 'clay' },
  LAPSED: { icon: 'clock', tone: 'amber' },
  SUSPENDED: { icon: 'alert', tone: 'clay' },
} as const;

export function BusinessStatusPanel({ mine }: { mine: MyBusinessData }) {
  const { words, locale } = usePage();
  const t = words.site.business.status;
  return (
    <>
      <StatusPanel {...t.states[mine.status]} {...statusStyles[mine.status]} />
      {mine.status === 'APPROVED' && mine.approvedUntil !== null && (
        <p>
          <span className="badge green">{t.until({ day: calendarDay(locale, mine.approvedUntil) })}</span>
        </p>
      )}
      {mine.renewing && <p>{t.renewing}</p>}
      {mine.mayPost && (
        <p className="actions first">
          <a className="button large" href={`/business/${mine.id}/opportunities/new`}>
            {words.site.business.opportunities.write}
          </a>
        </p>
      )}
      {mine.statusReason !== '' && (
        <blockquote className="note amber words">
          <p className="small">{t.reason}</p>
          <p className="as-written">{mine.statusReason}</p>
        </blockquote>
      )}
    </>
  );
}
