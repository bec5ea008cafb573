import { isoDay, shortDate } from '@upstander/web-kit';
import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound, orNotFound } from '../api/ask';
import { EventCard } from '../events/event-card';
import { EventsPage, type EventCardData } from '../events/queries';
import { BackLink } from '../frame/back-link';
import { ButtonLink } from '../frame/button';
import { ownPath } from '../frame/own-path';
import { PageHead } from '../frame/page-head';
import { isZeroAmount } from '../money/money-format';
import { sharedPhoto, SitePhoto } from '../photos/site-photo';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import type { Handle } from '../request/site-routes';
import { Breadcrumbs } from '../share/data-block';
import { CampaignFacts } from './campaign-facts';
import { Cover } from './cover';
import { GiftLines } from './gift-lines';
import { MoneyTrail } from './money-trail';
import { PageLines } from './page-lines';
import { OneCampaign, type CampaignData } from './queries';
import { Share } from './share';
import { Story } from './story';
import { SidePanel } from './side-panel';
import { structuredData } from './structured-data';

export const handle: Handle = { cached: true, sheet: 'campaign' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  const { campaign, photos } = await queryApi(context, OneCampaign, { slug, page: `/fundraisers/${slug}` }).catch(
    orNotFound,
  );
  if (!campaign) throw notFound();
  // Rounded to the minute, so that the page can be cached for a minute.
  const waterfall = { ...campaign.waterfall, asOf: `${campaign.waterfall.asOf.slice(0, 16)}Z` };
  return { campaign: { ...campaign, waterfall }, photos, events: await eventsOf(context, campaign) };
}

async function eventsOf(context: SiteContext, { eventIds, timeZone }: CampaignData): Promise<EventCardData[]> {
  if (eventIds.length === 0) return [];
  const filter = { ids: eventIds.slice(0, 50), from: isoDay(new Date(), timeZone) };
  const { events } = await queryApi(context, EventsPage, { filter, first: 6 });
  return events.edges.map(({ node }) => node);
}

export default function CampaignPage() {
  const { words, locale, publicUrl, organizationName } = usePage();
  const { campaign, events, photos } = useLoaderData<typeof loader>();
  const t = words.site.campaign;
  const language = campaign.language === locale ? undefined : campaign.language;
  const isPublic = campaign.status === 'LIVE' || campaign.status === 'PAUSED' || campaign.status === 'ENDED';
  const cover = ownPath(campaign.cover?.url);
  return (
    <article className="wide campaign">
      <PageHead
        title={campaign.title}
        description={campaign.summary === '' ? undefined : campaign.summary}
        type="article"
        imageUrl={cover === undefined ? sharedPhoto(photos, publicUrl) : publicUrl + cover}
        share={`fundraisers/${campaign.slug}`}
        isPersonal={!isPublic}
      />
      {isPublic && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: structuredData(campaign, publicUrl, organizationName) }}
        />
      )}
      <Breadcrumbs list={[words.site.campaigns.title, '/fundraisers']} page={campaign.title} />
      <BackLink to="/fundraisers">{t.all}</BackLink>
      {!isPublic && <p className="note amber">{t.draft}</p>}
      <Cover campaign={campaign} className="campaign-cover" />
      <header className="event-head" lang={language}>
        <h1>{campaign.title}</h1>
        {campaign.summary !== '' && <p className="lead">{campaign.summary}</p>}
      </header>
      <div className="campaign-side">
        <SidePanel campaign={campaign} />
      </div>
      <div className="campaign-main">
        {campaign.storyHtml !== '' && (
          <section aria-labelledby="story">
            <h2 id="story">{t.story}</h2>
            <SitePhoto photos={photos} />
            <Story html={campaign.storyHtml} lang={language} />
          </section>
        )}
        <CampaignFacts campaign={campaign} />
        {isPublic && !isZeroAmount(campaign.waterfall.charged) && (
          <MoneyTrail
            trail={campaign.waterfall}
            beneficiary={campaign.beneficiary.kind === 'OWN' ? organizationName : campaign.beneficiary.name}
            timeZone={campaign.timeZone}
          />
        )}
        {campaign.updates.length > 0 && (
          <section aria-labelledby="updates">
            <h2 id="updates">{t.updates}</h2>
            {campaign.updates.map((update) => (
              <article className="update" id={update.id} key={update.id} lang={language}>
                <h3>{update.title}</h3>
                <p className="small">
                  {t.updateBy({
                    name: update.authorName,
                    date: shortDate(locale, new Date(update.publishedAt), campaign.timeZone),
                  })}
                </p>
                <div className="prose" dangerouslySetInnerHTML={{ __html: update.bodyHtml }} />
                <SitePhoto photos={photos} part={update.id} />
              </article>
            ))}
          </section>
        )}
        <Pages campaign={campaign} />
        {isPublic && (
          <section aria-labelledby="gifts">
            <h2 id="gifts">{t.gifts}</h2>
            {campaign.recentGifts.length === 0 ? (
              <p>{t.noGifts}</p>
            ) : (
              <GiftLines gifts={campaign.recentGifts} timeZone={campaign.timeZone} />
            )}
            {campaign.giftCount > campaign.recentGifts.length && (
              <p>
                <a href={`/fundraisers/${campaign.slug}/gifts`}>{t.allGifts}</a>
              </p>
            )}
          </section>
        )}
        {events.length > 0 && (
          <section aria-labelledby="events">
            <h2 id="events">{t.events}</h2>
            <ul className="cards">
              {events.map((event) => (
                <EventCard key={event.id} event={event} level={3} />
              ))}
            </ul>
          </section>
        )}
        {isPublic && (
          <Share
            url={`${publicUrl}/fundraisers/${campaign.slug}`}
            title={campaign.title}
            embedUrl={campaign.isGeneral ? null : `${publicUrl}/campaigns/${campaign.slug}/embed`}
          />
        )}
      </div>
    </article>
  );
}

/** Pages that raised the most. A search finds the others. */
const maxShown = 100;

function Pages({ campaign }: { campaign: CampaignData }) {
  const t = usePage().words.site.campaign;
  const teams = campaign.pages.filter(({ kind }) => kind === 'TEAM');
  const people = campaign.pages.filter(({ kind }) => kind === 'PERSONAL');
  if (campaign.pages.length === 0) return null;
  return (
    <section aria-labelledby="pages">
      <h2 id="pages">{t.people}</h2>
      <p>{t.pagesLead}</p>
      {teams.length > 0 && (
        <>
          <h3>{t.teams}</h3>
          <PageLines pages={teams} />
        </>
      )}
      {people.length > 0 && (
        <>
          {teams.length > 0 && <h3>{t.individuals}</h3>}
          <PageLines pages={people} />
        </>
      )}
      {campaign.pages.length >= maxShown && (
        <p>
          <ButtonLink to={`/fundraisers/${campaign.slug}/pages`} label={t.allPages} look="quiet" />
        </p>
      )}
    </section>
  );
}
