import { Alert } from '@mantine/core';
import { Link } from 'react-router';
import { InfoIcon } from '../parts/ui/icons';
import { mayReview, canSeeMoney, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { EditBox, reviewCampaignEdit } from './edit-box';
import type { Fundraiser } from './queries';
import { ReviewBox } from './review-box';

export function FundraiserNotice({ fundraiser }: { fundraiser: Fundraiser }) {
  const me = useMe();
  return (
    <>
      {fundraiser.status === 'IN_REVIEW' && mayReview(me) ? (
        <ReviewBox fundraiser={fundraiser} />
      ) : (
        <StatusNotice fundraiser={fundraiser} />
      )}
      {fundraiser.edit && mayReview(me) && (
        <EditBox id={fundraiser.id} current={fundraiser} edit={fundraiser.edit} mutation={reviewCampaignEdit} />
      )}
      <SolicitNotice fundraiser={fundraiser} />
    </>
  );
}

function StatusNotice({ fundraiser }: { fundraiser: Fundraiser }) {
  const { review } = useWords('fundraisers').t.fundraisers;
  const note = fundraiser.reviewNote ?? '';
  const notices: Partial<Record<Fundraiser['status'], { text: string; color: string }>> = {
    DRAFT: { text: review.isDraft, color: 'amber' },
    UNCONFIRMED: { text: review.isUnconfirmed, color: 'amber' },
    IN_REVIEW: { text: review.isInReview, color: 'amber' },
    CHANGES_REQUESTED: { text: review.isChanges({ note }), color: 'amber' },
    REFUSED: { text: review.isRefused({ note }), color: 'clay' },
    PAUSED: { text: review.isPaused({ note: fundraiser.reviewNote || null }), color: 'amber' },
  };
  const notice = notices[fundraiser.status];
  if (!notice) return null;
  return (
    <Alert color={notice.color} icon={<InfoIcon />} mb="lg">
      {notice.text}
    </Alert>
  );
}

/** A partner's fundraiser can receive gifts only while its compliance duties are met. */
function SolicitNotice({ fundraiser }: { fundraiser: Fundraiser }) {
  const { review } = useWords('fundraisers').t.fundraisers;
  const me = useMe();
  const { beneficiary, status } = fundraiser;
  if (beneficiary.maySolicit || status === 'ENDED' || status === 'REFUSED') return null;
  return (
    <Alert color="clay" icon={<InfoIcon />} mb="lg">
      {review.cannotSolicit({ name: beneficiary.name })}{' '}
      {canSeeMoney(me) && <Link to={`/beneficiaries/${beneficiary.id}`}>{review.seeBeneficiary}</Link>}
    </Alert>
  );
}
