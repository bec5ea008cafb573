import { ButtonLink, SubmitButton } from '../../frame/button';
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
          <SubmitButton action="withdraw" label={t.withdrawYes} look="leave" />
          <ButtonLink to={currentPath} label={t.withdrawNo} look="quiet" />
        </p>
      </form>
    );
  }
  const areChangesRequested = status === 'CHANGES_REQUESTED';
  const edit = (
    <ButtonLink to={`${currentPath}/edit`} label={t.edit} look={areChangesRequested ? undefined : 'quiet'} />
  );
  return (
    <form method="post" action={currentPath}>
      <p className="actions">
        {areChangesRequested && edit}
        {(status === 'DRAFT' || areChangesRequested) && business.mayPost && (
          <SubmitButton action="submit" label={t.submit} look={areChangesRequested ? 'quiet' : undefined} />
        )}
        {opportunity.mayRenew && <SubmitButton action="renew" label={t.renew} />}
        {(isOnSite || status === 'EXPIRED') && <SubmitButton action="fill" label={t.fill} look="quiet" />}
        {!areChangesRequested && edit}
        {mayWithdraw && <ButtonLink to={`${currentPath}?ask=withdraw`} label={t.withdraw} look="quiet" />}
      </p>
      {opportunity.mayRenew && opportunity.renewalNeedsReview && <p className="small">{t.renewReview}</p>}
      {!business.mayPost && status === 'DRAFT' && <p className="small">{t.notYet}</p>}
    </form>
  );
}
