import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, dayText, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { LinkGone } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { pathOfPage } from '../request/page-path';
import { ConfirmStandingSignup, LeaveSeries, OneStandingSignup, type StandingData } from './queries';
import { StandingDates } from './standing-dates';

const completedActions = ['confirm', 'leave'] as const;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const answer = await queryApi(context, OneStandingSignup, { token: params['token'] ?? '' }).catch(orNull);
  const standing = answer?.standingSignup ?? null;
  const query = new URL(request.url).searchParams;
  const did = completedActions.find((name) => name === query.get('did')) ?? null;
  const page = { currentPath: pathOfPage(request), standing, did, isAsked: query.get('ask') === 'leave' };
  return data(page, { status: standing ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const input = { token: params['token'] ?? '' };
  const what = completedActions.find((name) => name === form.get('do'));
  if (!what) return data({ errors: [{ text: words.site.badRequest.text }] }, 400);
  try {
    if (what === 'leave') await queryApi(context, LeaveSeries, { input });
    else {
      const { confirmStandingSignup } = await queryApi(context, ConfirmStandingSignup, { input });
      // The person already had one for these dates: both are now one, with another link.
      if (confirmStandingSignup.token !== input.token)
        return redirect(`/standing/${confirmStandingSignup.token}?did=confirm`, 303);
    }
    return redirect(`${pathOfPage(request)}?did=${what}`, 303);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return data({ errors: [{ text: refusalText(words, error.code) }] }, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
}

export default function StandingPage() {
  const { words } = usePage();
  const { standing, did, isAsked, currentPath } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  const t = words.site.standing;
  if (!standing) return <LinkGone words={words.site.manage} to="/events" label={words.site.notFound.events} />;
  const { status, series, dates, guests } = standing;
  if (isAsked && status !== 'ENDED' && errors.length === 0)
    return <LeaveQuestion standing={standing} currentPath={currentPath} />;
  return (
    <PersonalPage
      title={t.title}
      errors={errors}
      done={did !== null && (did === 'leave' ? t.justLeft : t.justConfirmed)}
      heading={null}
    >
      <p className="greeting">{t.greeting({ name: standing.name })}</p>
      <h1>
        <Heading standing={standing} />
      </h1>
      <section className="panel" aria-labelledby="series-heading">
        <h2 id="series-heading" className="shift-title">
          <a href={`/events/${series.slug}`}>{series.title}</a>
        </h2>
        <p>
          {standing.role}
          {guests > 0 && ` · ${t.with({ n: guests })}`}
        </p>
        {status === 'UNCONFIRMED' && (
          <>
            <p>{t.toConfirmText}</p>
            <form method="post" action={currentPath}>
              <SubmitButton action="confirm" label={t.confirm} look="large" />
            </form>
          </>
        )}
        {status === 'ACTIVE' && <p>{t.laterText}</p>}
        {status !== 'ENDED' && (
          <p className="actions">
            <ButtonLink to={`${currentPath}?ask=leave`} label={t.leave} look="leave" />
          </p>
        )}
      </section>
      <section aria-labelledby="dates">
        <h2 id="dates">{t.dates}</h2>
        {dates.length > 0 ? <StandingDates dates={dates} timeZone={series.timeZone} /> : <p>{t.noDates}</p>}
      </section>
    </PersonalPage>
  );
}

function Heading({ standing: { status, until } }: { standing: StandingData }) {
  const { words, locale, quarter } = usePage();
  const t = words.site.standing;
  if (status === 'ENDED') return t.ended;
  if (status === 'UNCONFIRMED') return t.toConfirm;
  if (until === null) return t.every;
  const day = new Date(`${until}T12:00:00Z`);
  return t.everyUntil({ day: dayText(locale, day, 'UTC', quarter.getUTCFullYear()) });
}

function LeaveQuestion({ standing, currentPath }: { standing: StandingData; currentPath: string }) {
  const t = usePage().words.site.standing;
  const { series, dates } = standing;
  const active = dates.filter(
    ({ status }) => status !== null && ['CONFIRMED', 'WAITLISTED', 'OFFERED'].includes(status),
  );
  return (
    <PersonalPage title={t.leaveTitle}>
      <section className="panel">
        <p className="shift-title">{series.title}</p>
        <p>{t.leaveText({ n: active.length })}</p>
        <div className="actions">
          {/* Posts to the address without the question, so that a refusal shows the current status. */}
          <form method="post" action={currentPath}>
            <SubmitButton action="leave" label={t.leaveYes} look="leave large" />
          </form>
          <ButtonLink to={currentPath} label={t.leaveNo} look="quiet large" />
        </div>
      </section>
    </PersonalPage>
  );
}
