import { usePage } from '../../request/page-context';
import { OpportunityBadge, OpportunityEnd } from './opportunity-badge';
import type { OwnOpportunity } from './queries';

export function OpportunityStatusPanel({ opportunity }: { opportunity: OwnOpportunity }) {
  const { words } = usePage();
  const t = words.site.business.opportunities;
  const { title, text } = t.states[opportunity.status];
  const isOnSite = opportunity.status === 'PUBLISHED' || opportunity.status === 'EXPIRING';
  return (
    <>
      <h1>{opportunity.title}</h1>
      <p className="card-facts">
        <OpportunityBadge opportunity={opportunity} />
        <OpportunityEnd opportunity={opportunity} />
      </p>
      <p className="lead">
        <b>{title}.</b> {text}
      </p>
      {isOnSite && !opportunity.isShown && <p className="note amber">{t.hidden}</p>}
      {opportunity.statusReason !== '' && (
        <blockquote className="note amber words">
          <p className="small">{t.reason}</p>
          <p className="as-written">{opportunity.statusReason}</p>
        </blockquote>
      )}
    </>
  );
}
