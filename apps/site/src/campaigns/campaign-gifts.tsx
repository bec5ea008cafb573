import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound, orNotFound } from '../api/ask';
import { BackLink } from '../frame/back-link';
import { PageHead } from '../frame/page-head';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { GiftLines } from './gift-lines';
import { CampaignGifts } from './queries';

export const handle: Handle = { cached: true, sheet: 'campaign' };

const pageSize = 50;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  const page = (after: string | null) => queryApi(context, CampaignGifts, { slug, first: pageSize, after });
  const { campaign, campaignGifts, place } = await pageOf(request, page).catch(orNotFound);
  if (!campaign) throw notFound();
  return { campaign, gifts: campaignGifts, place };
}

export default function CampaignGiftsPage() {
  const { words } = usePage();
  const { campaign, gifts, place } = useLoaderData<typeof loader>();
  const t = words.site.campaign;
  const campaignPath = `/fundraisers/${campaign.slug}`;
  return (
    <div className="narrow">
      {/* Donor names are for visitors, not for search engines. */}
      <PageHead title={`${t.allGiftsTitle}: ${campaign.title}`} isPersonal />
      <BackLink to={campaignPath}>{campaign.title}</BackLink>
      <h1>{t.allGiftsTitle}</h1>
      {gifts.edges.length === 0 ? (
        <p>{t.noGifts}</p>
      ) : (
        <GiftLines gifts={gifts.edges.map(({ node }) => node)} timeZone={campaign.timeZone} />
      )}
      <Pager
        pageInfo={gifts.pageInfo}
        place={place}
        address={(after) => `${campaignPath}/gifts${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`}
        words={{ fromStart: t.latestGifts, previous: t.laterGifts, more: t.moreGifts }}
      />
    </div>
  );
}
