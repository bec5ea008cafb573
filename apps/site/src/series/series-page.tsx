import type { LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound, orNotFound } from '../api/ask';
import { EventAbout } from '../events/event-about';
import { MapLink, Picture } from '../events/event-picture';
import { contentLanguage } from '../events/content-language';
import { EventPlace, FactList } from '../events/event-facts';
import { EventShare } from '../events/event-share';
import { Day, Hours } from '../events/event-times';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { BackLink } from '../frame/back-link';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import type { SitePhotoData } from '../photos/queries';
import { sharedPhoto } from '../photos/site-photo';
import { formKeyPlaceholder } from '../request/cached-markup';
import { ownImage } from '../request/parsed-url';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { Breadcrumbs, DataBlock } from '../share/data-block';
import { findOverlappingShifts, knownVolunteer } from '../signups/known-volunteer';
import { OneSeries, type SeriesPageData } from './queries';
import { ruleText } from './rule-text';
import { SeriesDates } from './series-dates';
import { SeriesForm } from './series-form';
import { roleChoicesOf, seriesForm, type SeriesValues } from './series-values';
import { seriesData } from './structured-data';

const datesOnPage = 60;

export async function seriesOf(
  context: SiteContext,
  slug = '',
  after: string | null = null,
): Promise<SeriesPageData & { currency: string; photos: readonly SitePhotoData[] }> {
  const variables = { slug, page: `/events/${slug}`, first: datesOnPage, after };
  const { seriesPage, organization, photos } = await queryApi(context, OneSeries, variables).catch(orNotFound);
  if (!seriesPage) throw notFound();
  return { ...seriesPage, photos, currency: organization.currencies[0] ?? '' };
}

/** @throws the page for a missing event if there is no such series */
export async function loadSeries({ params, context, request }: LoaderFunctionArgs) {
  const page = await pageOf(request, (after) => seriesOf(context, params['slug'], after));
  const volunteer = await knownVolunteer(context, request);
  const shiftIds = page.dates.edges.flatMap(({ node }) => node.shifts.map(({ id }) => id));
  const query = new URL(request.url).searchParams;
  const overlappingShifts = await findOverlappingShifts(context, volunteer, shiftIds.slice(0, 100));
  const emptyValues = { ...seriesForm.blank, key: formKeyPlaceholder, dates: query.get('date') ?? '' };
  return { ...page, volunteer, overlappingShifts, emptyValues, shouldAskAge: query.has('age') };
}

interface Props {
  page: Awaited<ReturnType<typeof loadSeries>>;
  answer: { values: SeriesValues; errors: FormError[] } | undefined;
}

export function SeriesPage({ page, answer }: Props) {
  const { words, locale, publicUrl, organizationName, isPast } = usePage();
  const { series, dates, descriptionHtml, photos, place, volunteer, overlappingShifts, currency } = page;
  const t = words.site.series;
  const { template, title, slug, timeZone } = series;
  const errors = answer?.errors ?? [];
  const nodes = dates.edges.map(({ node }) => node);
  const nextDate = nodes.find(({ status, startsAt }) => status === 'PUBLISHED' && !isPast(startsAt));
  const roles = roleChoicesOf(nodes.filter(({ status }) => status === 'PUBLISHED'));
  const image = ownImage(template.imageUrl, publicUrl);
  const shareUrl = image ?? sharedPhoto(photos, publicUrl) ?? `${publicUrl}/share/site/home.${locale}.png`;
  const photo = photos.find(({ part }) => part === null);
  const language = contentLanguage(template.languages, locale);
  const { summary, languages, agenda, online, place: venue, onlineUrl } = template;
  const rule = ruleText(series, locale, words);
  const isFirst = place.after === null;
  const site = { publicUrl, organizationName, imageUrl: shareUrl, currency, rule };
  return (
    <article className="wide event">
      <PageHead title={title} errors={errors} description={summary || undefined} type="article" imageUrl={shareUrl} />
      <DataBlock data={seriesData(page, site)} />
      <Breadcrumbs list={[words.site.events.title, '/events']} page={title} />
      <ErrorSummary errors={errors} />
      <div className="event-page">
        <header className="event-head">
          <BackLink to="/events">{words.site.event.allEvents}</BackLink>
          <Picture image={image} photo={photo} />
          <h1 lang={language}>{title}</h1>
          <dl className="when-where">
            <div>
              <dt>
                <Icon name="calendar" />
                <span className="hidden">{words.site.event.when}</span>
              </dt>
              <dd>
                <b>{rule}</b>
                {nextDate && (
                  <>
                    <br />
                    <Day span={nextDate} />, <Hours span={nextDate} />
                  </>
                )}
              </dd>
            </div>
            <div>
              <dt>
                <Icon name={online ? 'online' : 'place'} />
                <span className="hidden">{words.site.event.where}</span>
              </dt>
              <dd>
                <EventPlace event={{ online, place: venue, onlineUrl }} />
                {!online && venue !== null && venue !== '' && <MapLink place={venue} />}
              </dd>
            </div>
          </dl>
        </header>
        <section className="panel" id="sign-up" tabIndex={-1} aria-labelledby="sign-up-heading">
          <h2 id="sign-up-heading">{words.site.signUp.heading}</h2>
          {nodes.length === 0 && <p>{series.status === 'ENDED' ? `${t.ended}. ${t.endedText}` : t.noDates}</p>}
          {roles.length > 0 && volunteer && <p>{t.knownLead({ name: volunteer.name || null })}</p>}
          {roles.length > 0 ? (
            <SeriesForm
              series={series}
              dates={nodes}
              roles={roles}
              values={answer?.values ?? page.emptyValues}
              errors={errors}
              volunteer={volunteer}
              overlappingShifts={overlappingShifts}
              shouldAskAge={page.shouldAskAge}
            />
          ) : (
            nodes.length > 0 && (
              <SeriesDates
                series={series}
                dates={nodes}
                roles={[]}
                checked={[]}
                error={undefined}
                overlappingShifts={[]}
                isOpen={false}
              />
            )
          )}
          {(dates.pageInfo.hasNextPage || !isFirst) && (
            <Pager
              pageInfo={dates.pageInfo}
              place={place}
              address={(after) => `/events/${slug}${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`}
              words={{ fromStart: t.firstDates, previous: t.earlierDates, more: t.laterDates }}
            />
          )}
        </section>
        <div className="event-about">
          <EventAbout
            event={{ summary, languages, descriptionHtml, agenda, updatedAt: series.updatedAt, timeZone }}
            photoBy={photo?.takenBy}
          />
          <FactList event={{ ...template, slug, chapter: series.chapter }} hasCalendarLinks={nextDate !== undefined} />
          <EventShare event={{ slug, title }} />
        </div>
      </div>
    </article>
  );
}
