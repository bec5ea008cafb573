import { useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../api/ask';
import { CampaignCard } from '../campaigns/campaign-card';
import { MessageForm, messageForm, sendMessage } from '../contact/message-form';
import { CalendarSubscription } from '../events/calendar-subscription';
import { EventCard } from '../events/event-card';
import { ErrorSummary } from '../forms/error-summary';
import { BackLink } from '../frame/back-link';
import { ButtonLink } from '../frame/button';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Breadcrumbs } from '../share/data-block';
import { People, PortraitCredits } from '../photos/portrait';
import { sharedPhoto, SitePhoto } from '../photos/site-photo';
import { Chapters, OneChapter } from './queries';

export const handle: Handle = { cached: true, sheet: 'reading' };

export async function loader({ params, context, request }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  const [{ chapters, ...chapterData }, form] = await Promise.all([
    queryApi(context, OneChapter, { slug, page: `/chapters/${slug}` }),
    messageForm(context, request),
  ]);
  const chapter = chapters.find((candidate) => candidate.slug === slug);
  if (!chapter) throw notFound();
  return { chapter, ...chapterData, form };
}

export async function action(args: ActionFunctionArgs) {
  const { chapters } = await queryApi(args.context, Chapters, {});
  const chapter = chapters.find(({ slug }) => slug === args.params['slug']);
  if (!chapter) throw notFound();
  return sendMessage(args, chapter.id);
}

export default function ChapterPage() {
  const { words, organizationName, publicUrl } = usePage();
  const { chapter, chapterPeople, events, campaigns, photos, form } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const errors = actionData?.errors ?? [];
  const { chapters: t, home } = words.site;
  const lead = t.chapterLead({ organization: organizationName, city: chapter.city });
  return (
    <>
      <div className="wide">
        <PageHead
          title={chapter.name}
          errors={errors}
          description={lead}
          imageUrl={sharedPhoto(photos, publicUrl)}
          share={`chapters/${chapter.slug}`}
        />
        <ErrorSummary errors={errors} />
        <Breadcrumbs list={[t.title, '/chapters']} page={chapter.name} />
        <BackLink to="/chapters">{t.title}</BackLink>
        <h1>{chapter.name}</h1>
        <p className="lead">{lead}</p>
        <SitePhoto photos={photos} />
        {chapter.meetingPlace !== null && (
          <p className="note">
            <Icon name="place" />
            {t.meets}: {chapter.meetingPlace}
          </p>
        )}
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
            <ButtonLink to={`/events?chapter=${chapter.slug}`} label={home.allEvents} look="quiet" arrow />
          </p>
        )}
        <CalendarSubscription path={`/chapters/${chapter.slug}.ics`} />
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
      {chapterPeople.length > 0 && (
        <section className="wide" aria-labelledby="people">
          <h2 id="people">{t.people}</h2>
          <People people={chapterPeople} photos={photos} />
          <PortraitCredits photos={photos} />
        </section>
      )}
      <section className="wide" id="write" tabIndex={-1} aria-labelledby="reach">
        <h2 id="reach">{t.reach}</h2>
        <p>{t.reachText}</p>
        <MessageForm {...form} answer={actionData} />
      </section>
    </>
  );
}
