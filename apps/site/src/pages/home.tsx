import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { ask } from '../api/ask';
import { CampaignCard } from '../campaigns/campaign-card';
import { CampaignList } from '../campaigns/queries';
import { ChapterLinks } from '../chapters/chapter-links';
import type { ChapterData } from '../chapters/queries';
import { EventCard } from '../events/event-card';
import { EventsPage } from '../events/queries';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { remembered } from '../request/remembered';
import type { Handle } from '../request/site-routes';

export const handle: Handle = { cached: true };

export async function loader({ context }: LoaderFunctionArgs) {
  const [events, { campaigns }] = await Promise.all([
    ask(context, EventsPage, { first: 4 }),
    ask(context, CampaignList, { filter: { ended: false }, first: 1 }),
  ]);
  return { ...events, campaigns };
}

export default function Home() {
  const { words, organisationName } = usePage();
  const { events, chapters, campaigns } = useLoaderData<typeof loader>();
  const t = words.site.home;
  return (
    <>
      <PageHead title={organisationName} description={t.lead({ organisation: organisationName })} />
      <Hero />
      <section className="wide" aria-labelledby="upcoming">
        <h2 id="upcoming">{t.upcoming}</h2>
        {events.edges.length === 0 ? (
          <p>{t.nothingYet}</p>
        ) : (
          <>
            <ul className="cards">
              {events.edges.map(({ node }) => (
                <EventCard key={node.id} event={node} level={3} />
              ))}
            </ul>
            <p className="pager">
              <a className="button quiet" href="/events">
                {t.allEvents}
                <Icon name="arrow" />
              </a>
            </p>
          </>
        )}
      </section>
      {campaigns.edges.length > 0 && (
        <section className="wide" aria-labelledby="fundraiser">
          <h2 id="fundraiser">{t.fundraiser}</h2>
          <ul className="cards campaign-cards one">
            {campaigns.edges.map(({ node }) => (
              <CampaignCard key={node.id} campaign={node} level={3} />
            ))}
          </ul>
          <p className="pager">
            <a className="button quiet" href="/fundraisers">
              {t.allFundraisers}
              <Icon name="arrow" />
            </a>
          </p>
        </section>
      )}
      <Doors />
      <Steps />
      {chapters.length > 0 && <Chapters chapters={chapters} />}
    </>
  );
}

const ways = ['/help', '/events', '/fundraisers', '/learn'] as const;

/** Who we are, against what, and the four ways to go on from here. */
const Hero = remembered(function Hero() {
  const { words, organisationName } = usePage();
  const t = words.site.home;
  return (
    <section className="hero">
      <div className="wide">
        <Row />
        <h1>{t.heading}</h1>
        <p className="lead">{t.lead({ organisation: organisationName })}</p>
        <ul className="ways">
          {t.ways.map(({ title, text }, nth) => (
            <li key={title}>
              <a href={ways[nth]}>
                <b>{title}</b>
                <span>{text}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
});

const Doors = remembered(function Doors() {
  const t = usePage().words.site.home;
  return (
    <section className="wide doors">
      {t.doors.map(({ title, text, action }, nth) => (
        <div className="panel" key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
          <a className="button quiet" href={nth === 0 ? '/work' : '/talk'}>
            {action}
            <Icon name="arrow" />
          </a>
        </div>
      ))}
    </section>
  );
});

const Steps = remembered(function Steps() {
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

/** The logo's idea drawn large: a row of people, and one who steps forward. */
function Row() {
  const people = [58, 46, 64, 50, 108, 60, 48, 66, 52];
  return (
    <svg className="row" viewBox="0 0 380 200" aria-hidden="true">
      {people.map((height, index) => {
        const x = 30 + index * 40;
        return (
          <g key={x} className={height > 100 ? 'forward' : undefined}>
            <path d={`M${x} 190V${200 - height - 10}`} />
            <circle cx={x} cy={200 - height - 38} r="11" />
          </g>
        );
      })}
    </svg>
  );
}
