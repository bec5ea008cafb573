import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound, orNotFound } from '../api/ask';
import { BackLink } from '../frame/back-link';
import { ButtonLink } from '../frame/button';
import { Icon } from '../frame/icons';
import { ownPath } from '../frame/own-path';
import { PageHead } from '../frame/page-head';
import { sharedPhoto, SitePhoto } from '../photos/site-photo';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Cover } from './cover';
import { GiftLines } from './gift-lines';
import { PageLines } from './page-lines';
import { Progress } from './progress';
import { SupporterPage } from './queries';
import { ShareLinks } from './share';

export const handle: Handle = { cached: true, sheet: 'campaign' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const campaignSlug = params['slug'] ?? '';
  const slug = params['page'] ?? '';
  const { campaign, campaignPage, campaignPages, campaignGifts, photos } = await queryApi(context, SupporterPage, {
    campaignSlug,
    slug,
    page: `/fundraisers/${campaignSlug}/${slug}`,
  }).catch(orNotFound);
  if (!campaign || !campaignPage) throw notFound();
  const members = campaignPages.edges.map(({ node }) => node);
  return { campaign, page: campaignPage, members, gifts: campaignGifts, photos };
}

/** Gifts made there count for it and the campaign. */
export default function TeamOrPersonPage() {
  const { words, publicUrl, locale } = usePage();
  const { campaign, page, members, gifts, photos } = useLoaderData<typeof loader>();
  const t = words.site.campaign;
  const team = page.kind === 'TEAM';
  // People in a supporter's photo agreed to this page, and not to previews of its link.
  const cover = ownPath(campaign.cover?.url);
  const address = `/fundraisers/${campaign.slug}/${page.slug}`;
  const pageLanguage = page.language === locale ? undefined : page.language;
  const joinTeamPath = `/fundraisers/${campaign.slug}/start-a-page?team=${encodeURIComponent(page.slug)}`;
  const campaignLanguage = campaign.language === locale ? undefined : campaign.language;
  return (
    <article className="wide campaign">
      <PageHead
        title={page.title}
        description={campaign.summary === '' ? undefined : campaign.summary}
        type="article"
        imageUrl={sharedPhoto(photos, publicUrl) ?? (cover === undefined ? undefined : publicUrl + cover)}
      />
      <BackLink to={`/fundraisers/${campaign.slug}`} lang={campaignLanguage}>
        {campaign.title}
      </BackLink>
      {photos.length > 0 ? (
        <SitePhoto photos={photos} />
      ) : (
        <Cover campaign={page.photo ? { ...campaign, cover: page.photo } : campaign} className="campaign-cover" />
      )}
      <header className="event-head">
        <p className="greeting">{team ? t.team : t.personal({ name: page.ownerName })}</p>
        <h1 lang={pageLanguage}>{page.title}</h1>
        {team && <p className="lead">{t.captain({ name: page.ownerName })}</p>}
      </header>
      <div className="campaign-side">
        <section className="panel give-panel" aria-label={t.progress}>
          <Progress raised={page.raised} goal={page.goal} giftCount={page.giftCount} isLarge />
          {page.acceptsGifts && (
            <>
              <header className="give-button">
                <ButtonLink
                  to={`/fundraisers/${campaign.slug}/give?page=${encodeURIComponent(page.slug)}`}
                  label={t.give}
                  look="large"
                  icon="heart"
                  aria-label={team ? t.giveToTeam({ name: page.title }) : t.giveToPage({ name: page.ownerName })}
                />
              </header>
              <p className="small">{t.noTip}</p>
            </>
          )}
        </section>
        <div className="part-of">
          <p className="small">{t.partOf}</p>
          <p>
            <a href={`/fundraisers/${campaign.slug}`} lang={campaignLanguage}>
              {campaign.title}
            </a>
          </p>
          <Progress raised={campaign.raised} goal={campaign.goal} giftCount={campaign.giftCount} />
        </div>
      </div>
      <div className="campaign-main">
        {page.storyHtml !== '' && (
          <div className="prose" lang={pageLanguage} dangerouslySetInnerHTML={{ __html: page.storyHtml }} />
        )}
        {team && (
          <section aria-labelledby="members">
            <h2 id="members">{t.members}</h2>
            {members.length === 0 ? <p>{t.noMembers}</p> : <PageLines pages={members} />}
            {page.acceptsGifts && (
              <p>
                <ButtonLink to={joinTeamPath} label={t.joinTeam} look="quiet" icon="people" />
              </p>
            )}
          </section>
        )}
        <section aria-labelledby="gifts">
          <h2 id="gifts">{t.gifts}</h2>
          {gifts.edges.length === 0 ? (
            <p>{t.noGifts}</p>
          ) : (
            <GiftLines gifts={gifts.edges.map(({ node }) => node)} timeZone={campaign.timeZone} />
          )}
        </section>
        <section aria-labelledby="share-heading">
          <h2 id="share-heading">
            <Icon name="share" /> {t.share}
          </h2>
          <ShareLinks url={publicUrl + address} title={page.title} />
        </section>
      </div>
    </article>
  );
}
