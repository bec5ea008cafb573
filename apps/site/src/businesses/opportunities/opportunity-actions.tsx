import { usePage } from '../../request/page-context';
import type { BusinessHeadData } from '../queries';
import type { OwnOpportunity } from './queries';

interface Props {
  business: BusinessHeadData;
  opportunity: OwnOpportunity;
  /** True if the confirmation for withdrawing is shown. */
  withdrawing: boolean;
}

export function OpportunityActions({ business, opportunity, withdrawing }: Props) {
  const t = usePage().words.site.business.opportunities;
  const currentPath = `/business/${business.id}/opportunities/${opportunity.id}`;
  const { status } = opportunity;
  const isOnSite = status === 'PUBLISHED' || status === 'EXPIRING';
  const mayWithdraw = isOnSite || status === 'IN_REVIEW' || status === 'CHANGES_REQUESTED' || status === 'DRAFT';
  if (business.frozen || status === 'REFUSED') return null;
  if (withdrawing && mayWithdraw) {
    return (
      <form className="panel" method="post" action={currentPath}>
        <h2>{t.withdrawTitle}</h2>
        <p>{t.withdrawText}</p>
        <p className="actions">
          <button className="button leave" name="do" value="withdraw">
            {t.withdrawYes}
          </button>
          <a className="button quiet" href={currentPath}>
            {t.withdrawNo}
          </a>
        </p>
      </form>
    );
  }
  const areChangesRequested = status === 'CHANGES_REQUESTED';
  const edit = (
    <a className={areChangesRequested ? 'button' : 'button quiet'} href={`${currentPath}/edit`}>
      {t.edit}
    </a>
  );
  return (
    <form method="post" action={currentPath}>
      <p className="actions">
        {areChangesRequested && edit}
        {(status === 'DRAFT' || areChangesRequested) && business.mayPost && (
          <button className={areChangesRequested ? 'button quiet' : 'button'} name="do" value="submit">
            {t.submit}
          </button>
        )}
        {opportunity.mayRenew && (
          <button className="button" name="do" value="renew">
            {t.renew}
          </button>
        )}
        {(isOnSite || status === 'EXPIRED') && (
          <button className="button quiet" name="do" value="fill">
            {t.fill}
          </button>
        )}
        {!areChangesRequested && edit}
        {mayWithdraw && (
          <a className="button quiet" href={`${currentPath}?ask=withdraw`}>
            {t.withdraw}
          </a>
        )}
      </p>
      {opportunity.mayRenew && opportunity.renewalNeedsReview && <p className="small">{t.renewReview}</p>}
      {!business.mayPost && status === 'DRAFT' && <p className="small">{t.notYet}</p>}
    </form>
  );
}
