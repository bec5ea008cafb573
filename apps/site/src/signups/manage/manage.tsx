import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, type Catalog } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { PersonalPage } from '../../frame/personal-page';
import { LinkGone } from '../../frame/plain-page';
import { pathOfPage } from '../../request/page-path';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import type { SiteContext } from '../../request/site-context';
import { AgePanel } from '../age-panel';
import { CalendarFeedPanel } from '../calendar-feed-panel';
import { CancelQuestion } from '../cancel-question';
import { DoorCode } from '../door-code';
import { FeedbackForm } from './feedback-form';
import { completedActions, feedbackForm, manage, refusalError, type CompletedAction } from './manage-actions';
import { GroupPanel } from '../../groups/group-panel';
import { GuestsPanel } from '../guests-panel';
import { handOverForm } from '../hand-over/hand-over-actions';
import { HandOverPage } from '../hand-over/hand-over-page';
import { Offers } from '../hand-over/offers';
import { SignupStatusPanel } from '../signup-status';
import { RelatedSignups } from '../related-signups';
import { displayStatusOf, MySignup, type MySignupData } from '../my-signup';
import { Overlaps } from '../overlaps';
import { Tasks } from '../tasks';
import { Peers } from '../peers';
import { ShiftPanel } from '../shift-panel';

/** Returns the sign-up of a personal link, or null for an expired or truncated link, which has its own page. */
async function signupOf(context: SiteContext, token: string): Promise<MySignupData | null> {
  const answer = await queryApi(context, MySignup, { token }).catch(orNull);
  return answer?.mySignup ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const signup = await signupOf(context, params['token'] ?? '');
  const query = new URL(request.url).searchParams;
  const did = completedActions.find((name) => name === query.get('did')) ?? null;
  const page = { currentPath: pathOfPage(request), signup, did, question: query.get('ask') };
  return data(page, { status: signup ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const state = { feed: null, to: null, party: null, group: null, feedback: feedbackForm.read(form) };
  try {
    const outcome = await manage(context, token, form, { locale, words });
    if (outcome === null) return data({ ...state, errors: [{ text: words.site.badRequest.text }] }, 400);
    if (outcome.kind === 'did') return redirect(`${pathOfPage(request)}?did=${outcome.completedAction}`, 303);
    if (outcome.kind === 'feed') return data({ ...state, errors: [], feed: outcome.url });
    const { errors, to = null, party = null, group = null } = outcome;
    return data({ ...state, errors, to, party, group }, 422);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const signup = await signupOf(context, token);
    const formError: FormError = refusalError(error, locale, words, {
      wanted: signup ? `${signup.event.title} (${signup.shift.role})` : '',
      timeZone: signup?.event.timeZone ?? 'UTC',
    });
    return data({ ...state, errors: [formError] }, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
}

export default function Manage() {
  const { words, now } = usePage();
  const { signup, did, question, currentPath } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.manage;
  if (!signup) return <LinkGone words={t} to="/events" label={words.site.notFound.events} />;
  const errors = answer?.errors ?? [];
  const displayStatus = displayStatusOf(signup, now);
  const hasPlace = displayStatus === 'confirmed' || displayStatus === 'waitlisted' || displayStatus === 'to-confirm';
  const to = answer?.to ?? (question === 'hand-over' && errors.length === 0 ? handOverForm.blank : null);
  if (to && displayStatus === 'confirmed')
    return <HandOverPage signup={signup} currentPath={currentPath} to={to} errors={errors} />;
  if (question === 'cancel' && hasPlace && errors.length === 0)
    return <CancelQuestion signup={signup} currentPath={currentPath} />;
  return (
    <PersonalPage title={t.title} errors={errors} done={did !== null && confirmationText(did, words)} heading={null}>
      <p className="greeting">{t.greeting({ name: signup.name })}</p>
      <SignupStatusPanel signup={signup} displayStatus={displayStatus} />
      {displayStatus === 'confirmed' && <DoorCode signup={signup} />}
      {hasPlace && <Tasks signup={signup} />}
      {displayStatus === 'confirmed' && signup.needsAgeConfirmation && <AgePanel currentPath={currentPath} />}
      <Overlaps overlaps={signup.overlaps} />
      {displayStatus === 'confirmed' && <Offers signup={signup} currentPath={currentPath} />}
      <ShiftPanel signup={signup} displayStatus={displayStatus} currentPath={currentPath} />
      {hasPlace && signup.groupName !== null && (
        <GroupPanel signup={signup} currentPath={currentPath} submittedValues={answer?.group ?? null} errors={errors} />
      )}
      {hasPlace && signup.groupName === null && (
        <GuestsPanel
          signup={signup}
          currentPath={currentPath}
          submittedValues={answer?.party ?? null}
          errors={errors}
        />
      )}
      {signup.standing && (
        <p>
          {words.site.standing.all({ title: signup.standing.series.title })}{' '}
          <a href={`/standing/${signup.standing.token}`}>{words.site.standing.manage}</a>
        </p>
      )}
      <RelatedSignups signups={signup.relatedSignups} />
      <Peers names={signup.peers} />
      {displayStatus === 'over' && did !== 'feedback' && (
        <FeedbackForm values={answer?.feedback ?? feedbackForm.blank} errors={errors} />
      )}
      {signup.addressConfirmed && <CalendarFeedPanel url={answer?.feed ?? null} exists={signup.hasCalendarFeed} />}
      <p className="small">
        <a href={`/events/${signup.event.slug}#sign-up`}>{t.notYou({ name: signup.name })}</a>
      </p>
    </PersonalPage>
  );
}

function confirmationText(did: CompletedAction, { site: { manage: t, handOver, group } }: Catalog): string {
  const texts: Record<CompletedAction, string> = {
    confirm: t.justConfirmed,
    cancel: t.justCancelled,
    accept: t.justAccepted,
    decline: t.justDeclined,
    feedback: t.justFeedback,
    'feed-off': t.feedRevoked,
    'hand-over': handOver.didOffer,
    'to-waitlist': handOver.didWaitlist,
    withdraw: handOver.didWithdraw,
    guests: t.justGuests,
    group: group.saved,
    age: t.justAge,
  };
  return texts[did];
}
