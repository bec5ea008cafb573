import { shortDate } from '@upstander/web-kit';
import type { LoaderFunctionArgs } from 'react-router';
import { data, useLoaderData } from 'react-router';
import { queryApi } from '../api/ask';
import { BackLink } from '../frame/back-link';
import { ButtonLink } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';
import { Checked, HowItWorks } from './how-it-works';
import { OpportunityGone } from './opportunity-gone';
import { OpportunityFacts } from './opportunity-facts';
import { OpportunityHead, OpportunityWords } from './opportunity-words';
import { OneOpportunity, type OpportunityData } from './queries';
import { structuredData } from './structured-data';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { opportunity: offer } = await queryApi(context, OneOpportunity, { slug: params['slug'] ?? '' });
  return data({ offer }, { status: offer === null ? 404 : 200 });
}

export default function OpportunityPage() {
  const { offer } = useLoaderData<typeof loader>();
  return offer === null ? <OpportunityGone /> : <Opportunity offer={offer} />;
}

function Opportunity({ offer }: { offer: OpportunityData }) {
  const { words, locale, publicUrl, timeZone } = usePage();
  const t = words.site.opportunities;
  const markup = structuredData(offer, publicUrl);
  return (
    <article className="wide event offer-page">
      <PageHead title={offer.title} isPersonal={!offer.isPublic} isPlain type="article" />
      {markup !== null && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: markup }} />}
      <BackLink to="/opportunities">{t.back}</BackLink>
      <OpportunityHead offer={offer} level={1} />
      <div className="event-columns">
        <div className="event-about">
          <OpportunityFacts offer={offer} />
          <p className="jump">
            <ButtonLink to={`/opportunities/${offer.slug}/apply`} label={t.apply} look="large" rel="nofollow" />
          </p>
          <OpportunityWords offer={offer} level={1} />
          <Checked />
          <p className="small">{t.until({ date: shortDate(locale, new Date(offer.expiresAt), timeZone) })}</p>
        </div>
        <div className="offer-side">
          <HowItWorks slug={offer.slug} />
          <LeaveNote />
        </div>
      </div>
    </article>
  );
}
