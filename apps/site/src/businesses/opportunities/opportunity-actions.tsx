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
  const here = `/business/${business.id}/opportunities/${opportunity.id}`;
  const { status } = opportunity;
  const isOnSite = status === 'PUBLISHED' || status === 'EXPIRING';
  const mayWithdraw = isOnSite || status === 'IN_REVIEW' || status === 'CHANGES_REQUESTED' || status === 'DRAFT';
  if (business.frozen || status === 'REFUSED') return null;
  if (withdrawing && mayWithdraw) {
    return (
      <form className="panel" method="post" action={here}>
        <h2>{t.withdrawTitle}</h2>
        <p>{t.withdrawText}</p>
        <p className="actions">
          <button className="button leave" name="do" value="withdraw">
            {t.withdrawYes}
          </button>
          <a className="button quiet" href={here}>
            {t.withdrawNo}
          </a>
        </p>
      </form>
    );
  }
  const changesWanted = status === 'CHANGES_REQUESTED';
  const edit = (
    <a className={changesWanted ? 'button' : 'button quiet'} href={`${here}/edit`}>
      {t.edit}
    </a>
  );
  return (
    <form method="post" action={here}>
      <p className="actions">
        {changesWanted && edit}
        {(status === 'DRAFT' || changesWanted) && business.mayPost && (
          <button className={changesWanted ? 'button quiet' : 'button'} name="do" value="submit">
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
        {!changesWanted && edit}
        {mayWithdraw && (
          <a className="button quiet" href={`${here}?ask=withdraw`}>
            {t.withdraw}
          </a>
        )}
      </p>
      {opportunity.mayRenew && opportunity.renewalNeedsReview && <p className="small">{t.renewReview}</p>}
      {!business.mayPost && status === 'DRAFT' && <p className="small">{t.notYet}</p>}
    </form>
  );
}
