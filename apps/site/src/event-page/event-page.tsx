import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { clockTime, catalogOf, dayAndTime, shortDate, zoneName } from '@upstander/web-kit';
import { queryApi, notFound, orNotFound } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { parsedUrl } from '../request/parsed-url';
import { BackLink } from '../frame/back-link';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { photosOf } from '../photos/queries';
import { sharedPhoto, SitePhoto } from '../photos/site-photo';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { formKeyPlaceholder, cacheMarkup } from '../request/cached-markup';
import type { SiteContext } from '../request/site-context';
import type { Handle } from '../request/site-routes';
import { Breadcrumbs } from '../share/data-block';
import { signInPath } from '../sign-in/return-to';
import { forgetKnown, knownVolunteer, findOverlappingShifts } from '../signups/known-volunteer';
import { rememberMailedAddress } from '../signups/mailed-address';
import { signUpByOneClick } from '../signups/one-click/one-click';
import { writeReceipts } from '../signups/receipt';
import { sendSignUp } from '../signups/send-sign-up';
import { tooFewSpotsError } from '../signups/too-few-spots-error';
import { SignUpForm } from '../signups/sign-up-form';
import { readSignUp, signUpErrors, signUpForm } from '../signups/sign-up-values';
import { contentLanguage } from '../events/content-language';
import { EventFacts } from '../events/event-facts';
import { Fundraisers } from '../events/event-fundraisers';
import { EventShare } from '../events/event-share';
import { EventFundraisers, OneEvent } from '../events/queries';
import { structuredData, type EventData } from '../events/structured-data';

/** Cached, so several visitors get the same form key; see signups/send-sign-up.ts. */
export const handle: Handle = { cached: true, sheet: 'reading' };

async function eventOf(
  context: SiteContext,
  slug: string | undefined,
): Promise<{ event: EventData; currency: string }> {
  const { event, organization } = await queryApi(context, OneEvent, { slug: slug ?? '' }).catch(orNotFound);
  if (!event) throw notFound();
  return { event, currency: organization.currencies[0] ?? '' };
}

export async function loader({ params, context, request }: LoaderFunctionArgs) {
  const [event, volunteer] = await Promise.all([eventOf(context, params['slug']), knownVolunteer(context, request)]);
  const query = new URL(request.url).searchParams;
  const shift = query.get('shift') ?? '';
  const ids = event.event.status === 'PUBLISHED' ? event.event.shifts.map(({ id }) => id) : [];
  const [{ campaigns }, overlappingShifts, photos] = await Promise.all([
    queryApi(context, EventFundraisers, { event: event.event.id }),
    findOverlappingShifts(context, volunteer, ids),
    photosOf(context, `/events/${event.event.slug}`),
  ]);
  return {
    ...event,
    emptyValues: { ...signUpForm.blank, shift, key: formKeyPlaceholder },
    shouldAskAge: query.has('age'),
    volunteer,
    overlappingShifts,
    fundraisers: campaigns.edges.map(({ node }) => node),
    photos,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const { event } = await eventOf(context, params['slug']);
  const form = await request.formData();
  const eventPath = `/events/${event.slug}`;
  if (form.get('do') === 'not-me') {
    return redirect(`${eventPath}#sign-up`, { status: 303, headers: await forgetKnown(context) });
  }
  const values = readSignUp(form);
  const spotsError = tooFewSpotsError(values, event.shifts, words);
  if (form.get('do') === 'again') {
    if (spotsError) return data({ values, errors: [spotsError] }, { status: 422 });
    return signUpByOneClick(context, request, { event, values, form });
  }
  const errors = signUpErrors(
    values,
    event.shifts.map(({ id }) => id),
    words,
  );
  if (spotsError) errors.push(spotsError);
  if (errors.length > 0) return data({ values, errors }, { status: 422 });
  const outcome = await sendSignUp(context, values, { event, locale, words });
  if (!outcome.ok) {
    const nextValues = outcome.newKey ? { ...values, key: crypto.randomUUID() } : values;
    return data({ values: nextValues, errors: outcome.errors }, { status: outcome.httpStatus });
  }
  const [firstOutcome] = outcome.outcomes;
  const headers = { 'set-cookie': rememberMailedAddress(firstOutcome?.shiftId ?? '', values.email, context) };
  return redirect(`${eventPath}/done?${writeReceipts(outcome.outcomes, false)}`, { status: 303, headers });
}

export default function EventPage() {
  const { words, locale, publicUrl, organizationName, isPast } = usePage();
  const { event, currency, emptyValues, volunteer, overlappingShifts, shouldAskAge, fundraisers, photos } =
    useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.event;
  const errors = actionData?.errors ?? [];
  const isOver = event.status === 'COMPLETED' || isPast(event.endsAt);
  const isOpen = event.status === 'PUBLISHED' && !isOver;
  const startsLater = event.shifts.some(({ startsAt }) => !isPast(startsAt));
  const isOpeningLater = event.opensAt !== null && !isPast(event.opensAt);
  const image = ownImage(event.imageUrl, publicUrl);
  const shareUrl = image ?? sharedPhoto(photos, publicUrl) ?? `${publicUrl}/share/events/${event.slug}.${locale}.png`;
  const site = { publicUrl, organizationName, imageUrl: shareUrl, currency, isPast };
  const { status, title, summary, cancelReason, languages, descriptionHtml, agenda, updatedAt, timeZone } = event;
  const aboutData = { descriptionHtml, agenda, updatedAt, timeZone };
  const headFacts = { status, title, summary, cancelReason, languages, ...aboutData };
  return (
    <article className="wide event">
      <PageHead
        title={event.title}
        errors={errors}
        description={event.summary === '' ? undefined : event.summary}
        type="article"
        imageUrl={shareUrl}
        isPersonal={event.status === 'DRAFT'}
      />
      {event.status !== 'DRAFT' && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredData(event, site) }} />
      )}
      <Breadcrumbs list={[words.site.events.title, '/events']} page={event.title} />
      <ErrorSummary errors={errors} />
      <Head event={headFacts} isOpen={isOpen} />
      <div className="event-columns">
        <div className="event-about">
          {isOpen && startsLater && !isOpeningLater && (
            <header className="jump">
              <a className="button large" href="#sign-up">
                {t.jumpToSignUp}
              </a>
            </header>
          )}
          <EventFacts event={event} />
          <SitePhoto photos={photos} />
          <About event={headFacts} image={image} />
          <Fundraisers fundraisers={fundraisers} />
          {event.status !== 'DRAFT' && <EventShare event={{ slug: event.slug, title: event.title }} />}
        </div>
        {(isOpen || event.status === 'DRAFT') && (
          <section className="panel" id="sign-up" tabIndex={-1} aria-labelledby="sign-up-heading">
            <h2 id="sign-up-heading">{words.site.signUp.heading}</h2>
            {event.shifts.length === 0 && <p>{t.noShifts}</p>}
            {event.shifts.length > 0 && !startsLater && <p>{t.allBegun}</p>}
            {startsLater && isOpeningLater && <OpensLater event={event} isKnown={volunteer !== null} />}
            {startsLater && (volunteer !== null || !isOpeningLater) && (
              <>
                <p>
                  {volunteer ? words.site.signUp.knownLead({ name: volunteer.name || null }) : words.site.signUp.lead}
                </p>
                {event.withMinors && event.maxGuests > 0 && <p className="hint">{words.site.signUp.noGuests}</p>}
                <SignUpForm
                  slug={event.slug}
                  timeZone={event.timeZone}
                  shifts={event.shifts}
                  withMinors={event.withMinors}
                  language={contentLanguage(event.languages, locale)}
                  values={actionData?.values ?? emptyValues}
                  errors={errors}
                  volunteer={volunteer}
                  overlappingShifts={overlappingShifts}
                  maxGuests={event.withMinors ? 0 : event.maxGuests}
                  shouldAskAge={shouldAskAge}
                />
              </>
            )}
          </section>
        )}
      </div>
    </article>
  );
}

/** Leads and members can sign up earlier with a link or signed in. */
function OpensLater({
  event,
  isKnown,
}: {
  event: Pick<EventData, 'slug' | 'opensAt' | 'opensToMembersAt' | 'timeZone'>;
  isKnown: boolean;
}) {
  const { words, locale, isPast } = usePage();
  const t = words.site.signUp;
  const formatTime = (at: string) =>
    `${dayAndTime(locale, new Date(at), event.timeZone)} (${zoneName(locale, event.timeZone, new Date(at))})`;
  const { opensAt, opensToMembersAt } = event;
  return (
    <div className="note amber">
      <Icon name="clock" />
      <div>
        <p>
          <b>{t.opensAt({ when: formatTime(opensAt ?? '') })}</b>
        </p>
        {opensToMembersAt !== null && !isPast(opensToMembersAt) && (
          <p>{t.opensToMembers({ when: formatTime(opensToMembersAt) })}</p>
        )}
        {opensToMembersAt !== null && isPast(opensToMembersAt) && <p>{t.openToMembers}</p>}
        {!isKnown && (
          <p>
            <a href={signInPath(`/events/${event.slug}`)}>{t.opensSignIn}</a>
          </p>
        )}
      </div>
    </div>
  );
}

type HeadFacts = Pick<
  EventData,
  | ('status' | 'title' | 'summary' | 'cancelReason' | 'languages')
  | ('descriptionHtml' | 'agenda' | 'updatedAt' | 'timeZone')
>;

const Head = cacheMarkup(function Head({ event, isOpen }: { event: HeadFacts; isOpen: boolean }) {
  const { words, locale } = usePage();
  const t = words.site.event;
  const language = contentLanguage(event.languages, locale);
  return (
    <>
      <BackLink to="/events">{t.allEvents}</BackLink>
      {event.status === 'DRAFT' && <p className="note amber">{t.draft}</p>}
      <header className="event-head">
        <h1 lang={language}>{event.title}</h1>
        {!isOpen && event.status !== 'DRAFT' && <Closed event={event} />}
        {event.summary !== '' && (
          <p className="lead" lang={language}>
            {event.summary}
          </p>
        )}
      </header>
    </>
  );
});

const About = cacheMarkup(function About({ event, image }: { event: HeadFacts; image: string | undefined }) {
  const { words, locale } = usePage();
  const t = words.site.event;
  return (
    <>
      {image !== undefined && <img className="event-image" src={image} alt="" />}
      {event.descriptionHtml !== '' && (
        <section aria-labelledby="about">
          <h2 id="about">{t.about}</h2>
          <div
            className="prose"
            lang={contentLanguage(event.languages, locale)}
            dangerouslySetInnerHTML={{ __html: event.descriptionHtml }}
          />
        </section>
      )}
      {event.agenda.length > 0 && (
        <section aria-labelledby="agenda">
          <h2 id="agenda">{t.agenda}</h2>
          <ol className="agenda">
            {event.agenda.map(({ time, text, textEs }, index) => {
              const [mainText, otherText] = locale === 'es' ? [textEs, text] : [text, textEs];
              return (
                <li key={index}>
                  <time dateTime={time}>{clockTime(locale, time)}</time>
                  <span lang={mainText === '' ? (locale === 'es' ? 'en' : 'es') : undefined}>
                    {mainText || otherText}
                  </span>
                </li>
              );
            })}
          </ol>
        </section>
      )}
      <p className="small">{t.updated({ date: shortDate(locale, new Date(event.updatedAt), event.timeZone) })}</p>
    </>
  );
});

/** Explains below the title that sign-up is closed, before readers get to the details. */
function Closed({ event }: { event: HeadFacts }) {
  const { words, locale } = usePage();
  const t = words.site.event;
  const cancelled = event.status === 'CANCELLED';
  const reason = cancelled ? (event.cancelReason ?? '') : '';
  return (
    <div className={cancelled ? 'note closed clay' : 'note closed'} id="sign-up">
      <Icon name={cancelled ? 'alert' : 'calendar'} />
      <div>
        <p>
          <b>{cancelled ? t.cancelled : t.over}</b>
        </p>
        {reason !== '' && <p lang={contentLanguage(event.languages, locale)}>{reason}</p>}
        <p>
          {cancelled ? t.cancelledText : t.overText} <a href="/events">{t.otherEvents}</a>
        </p>
      </div>
    </div>
  );
}

/** Only our own pictures are shown, because another host would learn who visits this page. */
function ownImage(url: string | null, publicUrl: string): string | undefined {
  const parsedAddress = url === null ? null : parsedUrl(url, publicUrl);
  return parsedAddress?.origin === new URL(publicUrl).origin ? parsedAddress.href : undefined;
}
