import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { draftKey } from '../parts/forms/draft-store';
import { NotFound } from '../parts/ui/not-found';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { StatusBadge } from '../parts/ui/status-badge';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { fundraiserDraft, valuesOf } from './fundraiser-form-values';
import { FundraiserForm } from './fundraiser-form';
import { fundraiserQuery } from './queries';

export function FundraiserEdit() {
  const { t } = useWords('fundraiserForm');
  const me = useMe();
  const { id = '' } = useParams();
  const { data, error, refetch, isPending } = useRead(fundraiserQuery, { id });
  const fundraiser = data?.manageCampaign;
  if (data && !fundraiser) return <NotFound />;
  return (
    <div>
      <PageHeader
        title={fundraiser ? fundraiser.title : t.fundraiserForm.editTitle}
        lead={fundraiser?.status === 'LIVE' ? t.fundraiserForm.editLead : undefined}
        back={{ to: `/fundraisers/${id}`, label: t.fundraiserForm.back }}
        badge={fundraiser && <StatusBadge kind="campaignStatus" status={fundraiser.status} />}
      />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Loading noun={t.fundraiserForm.what} lines={6} />}
      {fundraiser && (
        <FundraiserForm
          initial={valuesOf(fundraiser)}
          draftKey={draftKey(fundraiserDraft, me.id, id)}
          fundraiser={fundraiser}
        />
      )}
    </div>
  );
}
