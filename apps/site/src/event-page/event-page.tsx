import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { catalogOf } from '@upstander/web-kit';
import { queryApi, orNotFound } from '../api/ask';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { ButtonLink } from '../frame/button';
import { ownImage } from '../request/parsed-url';
import { PageHead } from '../frame/page-head';
import { sharedPhoto } from '../photos/site-photo';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { formKeyPlaceholder } from '../request/cached-markup';
import type { Handle } from '../request/site-routes';
import { Breadcrumbs } from '../share/data-block';
import { forgetKnown, knownVolunteer, findOverlappingShifts } from '../signups/known-volunteer';
import { rememberMailedAddress } from '../signups/mailed-address';
import { signUpByOneClick } from '../signups/one-click/one-click';
import { writeReceipts } from '../signups/receipt';
import { sendSignUp } from '../signups/send-sign-up';
import { tooFewSpotsError } from '../signups/too-few-spots-error';
import { SignUpForm } from '../signups/sign-up-form';
import { readSignUp, signUpErrors, signUpForm, type SignUpValues } from '../signups/sign-up-values';
import { RegisterPanel } from '../registrations/register-panel';
import { loadSeries, SeriesPage, seriesOf } from '../series/series-page';
import { signUpForSeries } from '../series/series-sign-up';
import type { SeriesValues } from '../series/series-values';
import { contentLanguage } from '../events/content-language';
import { EventFacts } from '../events/event-facts';
import { Fundraisers } from '../events/event-fundraisers';
import { EventShare } from '../events/event-share';
import { EventPageQuery, OneEvent, type EventData } from '../events/queries';
import { structuredData } from '../events/structured-data';
import { EventAbout } from '../events/event-about';
import { EventHead } from './event-head';
import { OpensLater } from './opens-later';
import { EventOffers } from './queries';

/** Cached, so several visitors get the same form key; see signups/send-sign-up.ts. */
export const handle: Handle = { cached: true, sheet: 'reading' };

/** Loads the event of the address, or the series. */
export async function loader(args: LoaderFunctionArgs) {
  const event = await loadEvent(args);
  return event ? { event, series: null } : { event: null, series: await loadSeries(args) };
}

async function loadEvent({ params, context, request }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  const [{ event, organization, photos }, volunteer] = await Promise.all([
    queryApi(context, EventPageQuery, { slug, page: `/events/${slug}` }).catch(orNotFound),
    knownVolunteer(context, request),
  ]);
  if (!event) return null;
  const query = new URL(request.url).searchParams;
  const shift = query.get('shift') ?? '';
  const ids = event.status === 'PUBLISHED' ? event.shifts.map(({ id }) => id) : [];
  const [{ campaigns, registrationForm }, overlappingShifts] = await Promise.all([
    queryApi(context, EventOffers, { event: event.id }),
    findOverlappingShifts(context, volunteer, ids),
  ]);
  return {
    event,
    currency: organization.currencies[0] ?? '',
    emptyValues: { ...signUpForm.blank, shift, key: formKeyPlaceholder },
    shouldAskAge: query.has('age'),
    volunteer,
    overlappingShifts,
    registrationForm,
    fundraisers: campaigns.edges.map(({ node }) => node),
    photos,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const form = await request.formData();
  const { event } = await queryApi(context, OneEvent, { slug: params['slug'] ?? '' }).catch(orNotFound);
  return event
    ? signUpForEvent(args, form, event)
    : signUpForSeries(
        args,
        form,
        await seriesOf(context, params['slug'], new URL(request.url).searchParams.get('after')),
      );
}

async function signUpForEvent({ request, context }: ActionFunctionArgs, form: FormData, event: EventData) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
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
  const { event, series } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!event) return <SeriesPage page={series} answer={isSeriesAnswer(answer) ? answer : undefined} />;
  return <OneEventPage page={event} answer={answer} />;
}

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof loadEvent>>>;
  answer: { values: SignUpValues; errors: FormError[] } | undefined;
}

function OneEventPage({ page, answer: actionData }: Props) {
  const { words, locale, publicUrl, organizationName, isPast } = usePage();
  const { event, currency, emptyValues, volunteer, overlappingShifts, shouldAskAge, fundraisers, photos } = page;
  const t = words.site.event;
  const errors = actionData?.errors ?? [];
  const isOver = event.status === 'COMPLETED' || isPast(event.endsAt);
  const isOpen = event.status === 'PUBLISHED' && !isOver;
  const registrationForm = isOpen && page.registrationForm?.phase !== 'OFF' ? page.registrationForm : null;
  const startsLater = event.shifts.some(({ startsAt }) => !isPast(startsAt));
  const isOpeningLater = event.opensAt !== null && !isPast(event.opensAt);
  const image = ownImage(event.imageUrl, publicUrl);
  const shareUrl = image ?? sharedPhoto(photos, publicUrl) ?? `${publicUrl}/share/events/${event.slug}.${locale}.png`;
  const site = { publicUrl, organizationName, imageUrl: shareUrl, currency, isPast };
  const { status, title, summary, cancelReason, languages, descriptionHtml, agenda, updatedAt, timeZone } = event;
  const { startsAt, endsAt, online, place, onlineUrl, series, originalStartsAtLocal } = event;
  const timeAndPlace = { startsAt, endsAt, timeZone, online, place, onlineUrl, series, originalStartsAtLocal };
  const photo = photos.find(({ part }) => part === null);
  const canJump = isOpen && startsLater && !isOpeningLater;
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
      <div className="event-page">
        <EventHead
          event={{ status, title, cancelReason, languages, ...timeAndPlace }}
          isOpen={isOpen}
          image={image}
          photo={photo}
        />
        {registrationForm && event.shifts.length === 0 && (
          <section className="panel" id="sign-up" tabIndex={-1} aria-labelledby="register">
            <RegisterPanel event={{ slug: event.slug, timeZone }} form={registrationForm} />
          </section>
        )}
        {(isOpen || event.status === 'DRAFT') && (event.shifts.length > 0 || !registrationForm) && (
          <section className="panel" id="sign-up" tabIndex={-1} aria-labelledby="sign-up-heading">
            {registrationForm && (
              <div className="register">
                <RegisterPanel event={{ slug: event.slug, timeZone }} form={registrationForm} />
              </div>
            )}
            <h2 id="sign-up-heading">
              {registrationForm ? words.site.registration.helpHeading : words.site.signUp.heading}
            </h2>
            {event.shifts.length === 0 && <p>{t.noShifts}</p>}
            {event.shifts.length > 0 && !startsLater && <p>{t.allBegun}</p>}
            {startsLater && isOpeningLater && <OpensLater event={event} isKnown={volunteer !== null} />}
            {startsLater && (volunteer !== null || !isOpeningLater) && (
              <>
                {volunteer && <p>{words.site.signUp.knownLead({ name: volunteer.name || null })}</p>}
                <SignUpForm
                  slug={event.slug}
                  startsAt={event.startsAt}
                  timeZone={event.timeZone}
                  shifts={event.shifts}
                  withMinors={event.withMinors}
                  language={contentLanguage(event.languages, locale)}
                  values={actionData?.values ?? emptyValues}
                  errors={errors}
                  volunteer={volunteer}
                  overlappingShifts={overlappingShifts}
                  maxGuests={event.maxGuests}
                  shouldAskAge={shouldAskAge}
                />
                {event.maxGroupSize > 1 && !isOpeningLater && (
                  <p className="small">
                    {words.site.group.invite} <a href={`/events/${event.slug}/group`}>{words.site.group.inviteLink}</a>
                  </p>
                )}
              </>
            )}
          </section>
        )}
        <div className="event-about">
          <EventAbout
            event={{ summary, languages, descriptionHtml, agenda, updatedAt, timeZone }}
            photoBy={photo?.takenBy}
          />
          {canJump && (
            <p className="jump">
              <ButtonLink to="#sign-up" label={t.jumpToSignUp} look="large" />
            </p>
          )}
          <EventFacts event={event} photos={photos} />
          <Fundraisers fundraisers={fundraisers} />
          {event.status !== 'DRAFT' && <EventShare event={{ slug: event.slug, title: event.title }} />}
        </div>
      </div>
    </article>
  );
}

function isSeriesAnswer(
  answer: { values: SignUpValues | SeriesValues; errors: FormError[] } | undefined,
): answer is { values: SeriesValues; errors: FormError[] } {
  return answer !== undefined && 'which' in answer.values;
}
