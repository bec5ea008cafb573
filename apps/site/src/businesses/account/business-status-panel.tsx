import { ButtonLink } from '../../frame/button';
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

export function BusinessStatusPanel({ business }: { business: MyBusinessData }) {
  const { words, locale } = usePage();
  const t = words.site.business.status;
  return (
    <>
      <StatusPanel {...t.states[business.status]} {...statusStyles[business.status]} />
      {business.status === 'APPROVED' && business.approvedUntil !== null && (
        <p>
          <span className="badge green">{t.until({ day: calendarDay(locale, business.approvedUntil) })}</span>
        </p>
      )}
      {business.renewing && <p>{t.renewing}</p>}
      {business.mayPost && (
        <p className="actions first">
          <ButtonLink
            to={`/business/${business.id}/opportunities/new`}
            label={words.site.business.opportunities.write}
            look="large"
          />
        </p>
      )}
      {business.statusReason !== '' && (
        <blockquote className="note amber words">
          <p className="small">{t.reason}</p>
          <p className="as-written">{business.statusReason}</p>
        </blockquote>
      )}
    </>
  );
}
