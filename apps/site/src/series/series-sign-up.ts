import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText, type Locale } from '@upstander/web-kit';
import { data, redirect, type ActionFunctionArgs } from 'react-router';
import { changeSession, queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { refusalState } from '../forms/refused';
import { localeName, localeOf } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import { restrictionError } from '../signups/eligibility';
import { forgetKnown, knownVolunteer, type KnownVolunteer } from '../signups/known-volunteer';
import { rememberMailedAddress } from '../signups/mailed-address';
import { ownKey } from '../signups/send-sign-up';
import { ageInput, partyOf } from '../signups/sign-up-values';
import { SignUpForSeries, type SeriesAnswer, type SeriesPageData } from './queries';
import { writeDates } from './series-receipt';
import {
  datesOf,
  readSeries,
  roleChoicesOf,
  seriesErrors,
  seriesForm,
  whichOf,
  type SeriesValues,
} from './series-values';

/** Signs up for a series: for every date or for the checked ones. */
export async function signUpForSeries({ request, context }: ActionFunctionArgs, form: FormData, page: SeriesPageData) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const { series } = page;
  const path = `/events/${series.slug}`;
  if (form.get('do') === 'not-me') {
    return redirect(`${path}#sign-up`, { status: 303, headers: await forgetKnown(context) });
  }
  const values = readSeries(form);
  const volunteer = form.get('do') === 'again' ? await knownVolunteer(context, request) : null;
  const errorResponse = (errors: FormError[], status = 422) =>
    data({ values: { ...values, key: crypto.randomUUID() }, errors }, { status });
  if (form.get('do') === 'again' && !volunteer) return errorResponse([{ text: refusalText(words, 'NOT_KNOWN') }]);
  const dates = page.dates.edges.map(({ node }) => node);
  const choices = { dates, roles: roleChoicesOf(dates), isKnown: volunteer !== null };
  const errors = seriesErrors(values, choices, words);
  if (errors.length > 0) return data({ values, errors }, { status: 422 });
  try {
    const remember = form.get('remember') === '1';
    const { answer, headers } = await send(context, { values, page, volunteer, locale, remember });
    if (!volunteer) headers.append('set-cookie', rememberMailedAddress(series.id, values.email, context));
    headers.set('location', `${path}/done?${receiptOf(answer, series.timeZone, volunteer !== null)}`);
    return new Response(null, { status: 303, headers });
  } catch (error) {
    const refused = refusalState(error, context, words, {
      texts: seriesForm.texts(words),
      failed: words.site.saveFailed,
    });
    const restriction = error instanceof ApiRefusal ? restrictionError(error, locale, words) : null;
    const key = refused.newKey || volunteer ? crypto.randomUUID() : values.key;
    return data(
      { values: { ...values, key }, errors: restriction ? [restriction] : refused.errors },
      { status: refused.status },
    );
  }
}

interface Sending {
  values: SeriesValues;
  page: SeriesPageData;
  volunteer: KnownVolunteer | null;
  locale: Locale;
  remember: boolean;
}

async function send(
  context: SiteContext,
  { values, page: { series, dates }, volunteer, locale, remember }: Sending,
): Promise<{ answer: SeriesAnswer; headers: Headers }> {
  const role = roleChoicesOf(dates.edges.map(({ node }) => node)).find(({ value }) => value === values.shift);
  const isEvery = whichOf(values) === 'every';
  const wanted = {
    seriesId: series.id,
    role: role?.role ?? '',
    roleNumber: role?.roleNumber ?? 1,
    ...(isEvery ? values.until !== '' && { until: values.until } : { eventIds: datesOf(values) }),
    ...ageInput(values),
    ...partyOf(values),
  };
  if (volunteer) {
    const token = volunteer.identifiedBy === 'link' ? context.openedSignup() : null;
    const known = {
      remember,
      ...(token !== null && { token }),
      ...(values.key !== '' && { idempotencyKey: values.key }),
    };
    const { result, headers } = await changeSession(context, SignUpForSeries, { input: { ...wanted, ...known } });
    return { answer: result.signUpForSeries, headers };
  }
  const person = {
    name: values.name,
    email: values.email,
    ...(values.phone !== '' && { phone: values.phone }),
    locale: localeName(locale),
  };
  const key = values.key !== '' && { idempotencyKey: await ownKey(values) };
  const { signUpForSeries: answer } = await queryApi(context, SignUpForSeries, {
    input: { ...wanted, person, ...key },
  });
  return { answer, headers: new Headers() };
}

function receiptOf(answer: SeriesAnswer, timeZone: string, isKnown: boolean): string {
  const query = new URLSearchParams({ d: writeDates(answer, timeZone) });
  if (isKnown) query.set('known', '1');
  if (answer.standingStatus !== null) query.set('every', '1');
  if (answer.hasMoreDates) query.set('more', '1');
  return query.toString();
}
