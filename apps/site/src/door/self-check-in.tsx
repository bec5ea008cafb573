import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, dayAndTime, refusalText, type Catalog, type Locale } from '@upstander/web-kit';
import { data, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { contentLanguage } from '../events/content-language';
import { Hours } from '../events/event-times';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { ButtonLink } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { StatusPanel } from '../frame/status-panel';
import { LinkGone } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { knownVolunteer } from '../signups/known-volunteer';
import { CheckInHere, SelfCheckInPage, type CheckedInShift } from './queries';

interface Outcome {
  isDone: boolean;
  errors: FormError[];
  code: string;
  shifts: CheckedInShift[];
}

/** Opened from the poster at the entrance. A wall screen puts the code into the address; a printed code is typed. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const poster = params['poster'] ?? '';
  const result = await queryApi(context, SelfCheckInPage, { poster }).catch(orNull);
  if (!result) return data({ poster, door: null, volunteer: null, code: '' }, 404);
  const code = new URL(request.url).searchParams.get('code') ?? '';
  const volunteer = await knownVolunteer(context, request);
  return data({ poster, door: result.selfCheckIn, volunteer, code: /^\d{4}$/.test(code) ? code : '' });
}

/** The page shows the result; a second press changes nothing. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const poster = params['poster'] ?? '';
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const code = String(form.get('code') ?? '').trim();
  const volunteer = await knownVolunteer(context, request);
  const token = volunteer?.identifiedBy === 'link' ? context.openedSignup() : null;
  try {
    if (code === '') throw new ApiRefusal('WRONG_WALL_CODE');
    const input = { poster, code, ...(token !== null && { token }) };
    const { checkInHere } = await queryApi(context, CheckInHere, { input });
    return data<Outcome>({ isDone: true, errors: [], code, shifts: checkInHere.shifts });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const errors = [await respondRefused(error, { words, locale, timeZone: () => zoneOf(context, poster) })];
    return data<Outcome>({ isDone: false, errors, code: '', shifts: [] }, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
}

async function zoneOf(context: Parameters<typeof queryApi>[0], poster: string): Promise<string> {
  const result = await queryApi(context, SelfCheckInPage, { poster }).catch(orNull);
  return result?.selfCheckIn.event.timeZone ?? 'UTC';
}

async function respondRefused(
  { code, details }: ApiRefusal,
  { words, locale, timeZone }: { words: Catalog; locale: Locale; timeZone: () => Promise<string> },
): Promise<FormError> {
  const text = refusalText(words, code);
  if (code === 'WRONG_WALL_CODE') return { field: 'code', text };
  const { opensAt } = details;
  if (code !== 'CHECK_IN_NOT_OPEN' || typeof opensAt !== 'string') return { text };
  const formatTime = dayAndTime(locale, new Date(opensAt), await timeZone());
  return { text: words.site.door.opens({ when: formatTime }) };
}

export default function SelfCheckIn() {
  const { words, locale, now } = usePage();
  const { poster, door, volunteer, code } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.door;
  if (!door) return <LinkGone words={t} to="/events" label={words.site.notFound.events} />;
  const { event, opensAt, closesAt } = door;
  const errors = actionData?.errors ?? [];
  const formatTime = (at: string) => dayAndTime(locale, new Date(at), event.timeZone);
  if (actionData?.isDone) {
    return (
      <PersonalPage title={t.doneTitle} heading={null} className="narrow plain">
        <StatusPanel title={t.doneTitle} text={t.doneText} icon="check" />
        <ul>
          {actionData.shifts.map((shift) => (
            <li key={shift.role + shift.startsAt}>
              <b>{shift.role}</b>, <Hours span={{ ...shift, timeZone: event.timeZone }} />
            </li>
          ))}
        </ul>
      </PersonalPage>
    );
  }
  const cancelledText = event.status === 'CANCELLED' ? t.off : null;
  const closedText =
    cancelledText ??
    (now < new Date(opensAt) ? t.opens({ when: formatTime(opensAt) }) : now >= new Date(closesAt) ? t.closed : null);
  return (
    <PersonalPage title={t.title} errors={errors} className="narrow plain">
      <p className="lead" lang={contentLanguage(event.languages, locale)}>
        {event.title}
      </p>
      {closedText !== null ? (
        <p>{closedText}</p>
      ) : volunteer ? (
        <form method="post" action={`/here/${poster}`}>
          {volunteer.name !== null && <p className="greeting">{t.hello({ name: volunteer.name })}</p>}
          {code !== '' && errors.length === 0 ? (
            <input type="hidden" name="code" value={code} />
          ) : (
            <Field
              id="code"
              label={t.code}
              hint={t.codeHint}
              error={errors.find(({ field }) => field === 'code')?.text}
              inputMode="numeric"
              autoComplete="off"
              maxLength={8}
            />
          )}
          <button className="button large">{t.press}</button>
          <p className="small">{t.notYou}</p>
        </form>
      ) : (
        <>
          <p>{t.unknown}</p>
          <p className="actions">
            <ButtonLink to={`/sign-in?to=${encodeURIComponent(`/here/${poster}`)}`} label={t.signIn} />
          </p>
          <p className="small">{t.unknownElse}</p>
        </>
      )}
    </PersonalPage>
  );
}
