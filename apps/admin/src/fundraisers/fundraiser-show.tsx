import { Text } from '@mantine/core';
import { useOutletContext, useParams, Outlet } from 'react-router';
import { useRead } from '../api/use-api';
import { NotFound } from '../parts/ui/not-found';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { StatusBadge } from '../parts/ui/status-badge';
import { TabLinks } from '../parts/ui/tab-links';
import { mayOrganize, canSeeMoney, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { FundraiserActions } from './fundraiser-actions';
import { FundraiserNotice } from './fundraiser-notice';
import { useOwnerText } from './fundraiser-owner';
import { fundraiserQuery, type Fundraiser } from './queries';

export function FundraiserShow() {
  const { t } = useWords('fundraisers');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(fundraiserQuery, { id });
  const fundraiser = data?.manageCampaign;
  if (data && !fundraiser) return <NotFound />;
  if (!fundraiser) return <Pending error={error} retry={refetch} noun={t.fundraisers.show.what} />;
  return <Rooms fundraiser={fundraiser} />;
}

function Rooms({ fundraiser }: { fundraiser: Fundraiser }) {
  const { t } = useWords('fundraisers');
  const me = useMe();
  const { tabs, back, rooms } = t.fundraisers.show;
  const basePath = `/fundraisers/${fundraiser.id}`;
  const canSeeGifts = mayOrganize(me) || canSeeMoney(me);
  return (
    <div>
      <PageHeader
        title={fundraiser.title}
        lead={<FundraiserLead fundraiser={fundraiser} />}
        back={{ to: '/fundraisers', label: back }}
        badge={<StatusBadge kind="campaignStatus" status={fundraiser.status} />}
      >
        <FundraiserActions fundraiser={fundraiser} />
      </PageHeader>
      <FundraiserNotice fundraiser={fundraiser} />
      <TabLinks
        label={rooms}
        tabs={[
          { to: basePath, label: tabs.overview, end: true },
          ...(canSeeGifts ? [{ to: `${basePath}/gifts`, label: t.common.gifts }] : []),
          { to: `${basePath}/pages`, label: tabs.pages },
          { to: `${basePath}/updates`, label: tabs.updates },
          { to: `${basePath}/share`, label: tabs.share },
        ]}
      />
      <Outlet context={fundraiser} />
    </div>
  );
}

export function useFundraiser(): Fundraiser {
  return useOutletContext<Fundraiser>();
}

function FundraiserLead({ fundraiser }: { fundraiser: Fundraiser }) {
  const { name, whose } = useOwnerText()(fundraiser);
  return (
    <>
      {fundraiser.summary && (
        <Text component="span" inherit display="block">
          {fundraiser.summary}
        </Text>
      )}
      <Text component="span" inherit display="block">
        {name} · {whose}
      </Text>
    </>
  );
}
