import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { ask, notFound } from '../api/ask';
import { CampaignCard } from '../campaigns/campaign-card';
import { EventCard } from '../events/event-card';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Breadcrumbs } from '../share/data-block';
import { OneChapter } from './queries';

export const handle: Handle = { cached: true, sheet: 'reading' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  const { chapters, ...more } = await ask(context, OneChapter, { slug });
  const chapter = chapters.find((one) => one.slug === slug);
  if (!chapter) throw notFound();
  return { chapter, ...more };
}

/** One chapter: what it has coming up, what it raises money for, and how to reach it. */
export default function ChapterPage() {
  const { words, organisationName, contactEmail } = usePage();
  const { chapter, events, campaigns } = useLoaderData<typeof loader>();
  const { chapters: t, home } = words.site;
  const lead = t.chapterLead({ organisation: organisationName, city: chapter.city });
  return (
    <>
      <div className="wide">
        <PageHead title={chapter.name} description={lead} share={`chapters/${chapter.slug}`} />
        <Breadcrumbs list={[t.title, '/chapters']} page={chapter.name} />
        <a className="back" href="/chapters">
          <Icon name="back" />
          {t.title}
        </a>
        <h1>{chapter.name}</h1>
        <p className="lead">{lead}</p>
      </div>
      <section className="wide" aria-labelledby="upcoming">
        <h2 id="upcoming">{home.upcoming}</h2>
        {events.edges.length === 0 ? (
          <p>{t.noEvents}</p>
        ) : (
          <ul className="cards">
            {events.edges.map(({ node }) => (
              <EventCard key={node.id} event={node} level={3} />
            ))}
          </ul>
        )}
        {events.pageInfo.hasNextPage && (
          <p className="pager">
            <a className="button quiet" href={`/events?chapter=${chapter.slug}`}>
              {home.allEvents}
              <Icon name="arrow" />
            </a>
          </p>
        )}
      </section>
      {campaigns.edges.length > 0 && (
        <section className="wide" aria-labelledby="fundraiser">
          <h2 id="fundraiser">{home.fundraiser}</h2>
          <ul className="cards campaign-cards">
            {campaigns.edges.map(({ node }) => (
              <CampaignCard key={node.id} campaign={node} level={3} />
            ))}
          </ul>
        </section>
      )}
      <section className="wide" aria-labelledby="reach">
        <h2 id="reach">{t.reach}</h2>
        <p>
          {t.reachText} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </p>
      </section>
    </>
  );
}
