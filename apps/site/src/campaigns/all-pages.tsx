import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound, orNotFound } from '../api/ask';
import { Field } from '../forms/field';
import { BackLink } from '../frame/back-link';
import { PageHead } from '../frame/page-head';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { PageLines } from './page-lines';
import { CampaignPages } from './queries';

export const handle: Handle = { cached: true, sheet: 'campaign' };

const pageSize = 50;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  const search = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  const filter = search === '' ? null : { search };
  const page = (after: string | null) => queryApi(context, CampaignPages, { slug, filter, first: pageSize, after });
  const { campaign, campaignPages, place } = await pageOf(request, page).catch(orNotFound);
  if (!campaign) throw notFound();
  return { campaign, search, pages: campaignPages, place };
}

export default function AllPages() {
  const { words, locale } = usePage();
  const { campaign, search, pages, place } = useLoaderData<typeof loader>();
  const t = words.site.campaign;
  const campaignPath = `/fundraisers/${campaign.slug}`;
  const addressOf = (after?: string) => {
    const query = new URLSearchParams({
      ...(search !== '' && { q: search }),
      ...(after !== undefined && { after }),
    });
    return `${campaignPath}/pages${query.size > 0 ? `?${query}` : ''}`;
  };
  return (
    <div className="narrow">
      <PageHead title={`${t.allPagesTitle}: ${campaign.title}`} isPersonal={search !== ''} />
      <BackLink to={campaignPath} lang={campaign.language === locale ? undefined : campaign.language}>
        {campaign.title}
      </BackLink>
      <h1>{t.allPagesTitle}</h1>
      <form className="panel" role="search" action={`${campaignPath}/pages`}>
        <Field id="q" label={t.findPage} hint={t.findPageHint} type="search" defaultValue={search} />
        <button className="button">{t.findPageButton}</button>
      </form>
      {pages.edges.length === 0 ? (
        <p>{search === '' ? t.noPages : t.noPagesFound({ search })}</p>
      ) : (
        <PageLines pages={pages.edges.map(({ node }) => node)} />
      )}
      <Pager
        pageInfo={pages.pageInfo}
        place={place}
        address={addressOf}
        words={{ fromStart: t.firstPages, previous: t.earlierPages, more: t.morePages }}
      />
    </div>
  );
}
