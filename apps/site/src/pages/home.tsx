import { amountFragment, graphql, type ResultOf } from '@upstander/api-client';
import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { queryApi } from '../api/ask';
import { CampaignCard, campaignCard } from '../campaigns/campaign-card';
import { ChapterLinks } from '../chapters/chapter-links';
import { chapterNames, type ChapterData } from '../chapters/queries';
import { PictureEventCard } from '../events/picture-event-card';
import { EventCard } from '../events/queries';
import { ButtonLink } from '../frame/button';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { countText, headlineMoney, monthText } from '../money/money-format';
import { People, PortraitCredits } from '../photos/portrait';
import { pagePhotos, sitePhoto } from '../photos/queries';
import { SitePhoto } from '../photos/site-photo';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { boardOf, teamMembers } from './team';
import { Trust, trustFacts } from './trust';
import type { Handle } from '../request/site-routes';
import { DataBlock } from '../share/data-block';
import { donateAction, organizationData } from '../share/donate-action';
import { useHasPage } from '../request/features';

/** More people are under “About”. */
const mostPeople = 3;

export const handle: Handle = { cached: true, sheet: 'front' };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { events, chapters, campaigns, recentHours, giftTotals, photos, portraits, ...facts } = await queryApi(
    context,
    HomePage,
    { page: '/' },
  );
  // An open campaign, preferably in the visitor's language.
  const openCampaigns = campaigns.edges.map(({ node }) => node).filter(({ acceptsGifts }) => acceptsGifts);
  return {
    events,
    chapters,
    campaign: openCampaigns.find(({ language }) => language === localeOf(request)) ?? openCampaigns[0] ?? null,
    hours: recentHours,
    gifts: giftTotals[0] ?? null,
    photos,
    portraits,
    members: facts.teamMembers.slice(0, mostPeople),
    facts,
  };
}

export default function Home() {
  const { words, locale, organizationName, publicUrl, contactEmail } = usePage();
  const { events, chapters, campaign, hours, gifts, photos, portraits, members, facts } =
    useLoaderData<typeof loader>();
  const t = words.site.home;
  const hasPage = useHasPage();
  const organization = { name: organizationName, publicUrl, contactEmail };
  return (
    <>
      <PageHead title={organizationName} description={t.lead({ organization: organizationName })} />
      <DataBlock
        data={{
          ...organizationData({ ...organization, facts: facts.organization }),
          potentialAction: hasPage('/give') ? donateAction(organization, words.frame.donate) : undefined,
        }}
      />
      <Hero />
      <Results hours={hours} gifts={gifts} />
      {photos.some(({ part }) => part === null) && (
        <div className="wide">
          <SitePhoto photos={photos} />
        </div>
      )}
      <section className="wide" aria-labelledby="upcoming">
        <h2 id="upcoming">{t.upcoming}</h2>
        {events.edges.length === 0 ? (
          <p>{t.nothingYet}</p>
        ) : (
          <>
            <ul className="cards picture-cards">
              {events.edges.map(({ node }) => (
                <PictureEventCard key={node.id} event={node} />
              ))}
            </ul>
            <p className="pager">
              <ButtonLink to="/events" label={t.allEvents} look="quiet" arrow />
            </p>
          </>
        )}
      </section>
      {campaign && (
        <section className="wide" aria-labelledby="fundraiser">
          <h2 id="fundraiser">{t.fundraiser}</h2>
          <ul className="cards campaign-cards one">
            <CampaignCard campaign={campaign} level={3} />
          </ul>
          <p className="pager">
            <ButtonLink to="/fundraisers" label={t.allFundraisers} look="quiet" arrow />
          </p>
        </section>
      )}
      <Trust facts={facts} board={boardOf(locale, facts)} />
      {members.length > 0 && (
        <section className="wide" aria-labelledby="team">
          <h2 id="team">{t.people}</h2>
          <People people={members} photos={portraits} />
          <PortraitCredits photos={portraits} />
        </section>
      )}
      <EntryLinks />
      <Steps />
      {chapters.length > 0 && <Chapters chapters={chapters} />}
    </>
  );
}

const HomePage = graphql(
  `
    query HomePage($page: String!) {
      events(filter: { oncePerSeries: true }, first: 3) {
        edges {
          node {
            ...EventCard
          }
        }
      }
      campaigns(filter: { ended: false }, first: 10) {
        edges {
          node {
            ...CampaignCard
          }
        }
      }
      recentHours {
        minutes
        people
      }
      giftTotals {
        raised {
          ...Amount
        }
        giftCount
      }
      ...ChapterNames
      ...TeamMembers
      ...TrustFacts
      ...PagePhotos
      portraits: photos(page: "/about") {
        ...SitePhoto
      }
    }
  `,
  [EventCard, campaignCard, amountFragment, chapterNames, teamMembers, trustFacts, pagePhotos, sitePhoto],
);

/** Lower numbers say little and might identify people. */
const minimumFigure = 10;

const helpOptions = [
  { to: '/help', icon: 'phone', color: 'clay' },
  { to: '/events', icon: 'people', color: 'green' },
  { to: '/fundraisers', icon: 'heart', color: 'amber' },
  { to: '/learn', icon: 'book', color: 'green' },
] as const;

const Hero = cacheMarkup(function Hero() {
  const { words, organizationName } = usePage();
  const hasPage = useHasPage();
  const t = words.site.home;
  return (
    <section className="hero">
      <div className="wide">
        <div className="hero-words">
          <h1>{t.heading}</h1>
          <p className="lead">{t.lead({ organization: organizationName })}</p>
        </div>
        <img className="hero-art" src="/art/side-by-side.svg" width="560" height="460" alt="" />
        <ul className="ways-in">
          {t.ways.map(({ title, text }, index) => {
            const { to = '/', icon = 'dot', color = 'green' } = helpOptions[index] ?? {};
            if (!hasPage(to)) return null;
            return (
              <li key={title}>
                <a href={to}>
                  <span className={`disc ${color}`}>
                    <Icon name={icon} />
                  </span>
                  <b>{title}</b>
                  <span>{text}</span>
                </a>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
});

interface ResultsProps {
  hours: ResultOf<typeof HomePage>['recentHours'];
  gifts: ResultOf<typeof HomePage>['giftTotals'][number] | null;
}

/** Totals appear once they are large enough, with their month and source. */
function Results({ hours, gifts }: ResultsProps) {
  const { words, locale, quarter } = usePage();
  const t = words.site.home;
  const month = monthText(locale, quarter);
  const checkIns = t.resultsAsOf({ month, source: t.sourceCheckIns });
  const figures = [
    hours.people >= minimumFigure && {
      figure: countText(locale, hours.people),
      what: t.resultPeople,
      source: checkIns,
    },
    hours.people >= minimumFigure && {
      figure: countText(locale, Math.floor(hours.minutes / 60)),
      what: t.resultHours,
      source: checkIns,
    },
    gifts !== null &&
      gifts.giftCount >= minimumFigure && {
        figure: headlineMoney(locale, gifts.raised),
        what: t.resultRaised({ n: gifts.giftCount, text: countText(locale, gifts.giftCount) }),
        source: t.resultsAsOf({ month, source: t.sourceLedger }),
      },
  ].filter((fact) => fact !== false);
  if (figures.length === 0) return null;
  return (
    <section className="night" aria-label={t.results}>
      <dl className="wide results">
        {figures.map(({ figure, what, source }) => (
          <div key={what}>
            <dt>
              {what}
              <small>{source}</small>
            </dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const EntryLinks = cacheMarkup(function EntryLinks() {
  const t = usePage().words.site.home;
  const hasPage = useHasPage();
  const doors = t.doors.map((door, index) => ({ ...door, to: index === 0 ? '/work' : '/talk' }));
  const shown = doors.filter(({ to }) => hasPage(to));
  if (shown.length === 0) return null;
  return (
    <section className="band">
      <div className="wide doors">
        {shown.map(({ title, text, action, to }) => (
          <div className="panel" key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
            <ButtonLink to={to} label={action} look="quiet" arrow />
          </div>
        ))}
      </div>
    </section>
  );
});

const Steps = cacheMarkup(function Steps() {
  const t = usePage().words.site.home;
  return (
    <section className="wide" id="how" tabIndex={-1} aria-labelledby="how-heading">
      <h2 id="how-heading">{t.how}</h2>
      <ol className="steps">
        {t.steps.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
});

function Chapters({ chapters }: { chapters: readonly ChapterData[] }) {
  const t = usePage().words.site.chapters;
  return (
    <section className="wide" aria-labelledby="chapters">
      <h2 id="chapters">{t.title}</h2>
      <ChapterLinks chapters={chapters} />
    </section>
  );
}
