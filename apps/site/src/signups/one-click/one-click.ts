import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText } from '@upstander/web-kit';
import { data, redirect } from 'react-router';
import type { EventData } from '../../events/queries';
import type { FormError } from '../../forms/error-summary';
import { localeOf } from '../../request/locale';
import type { SiteContext } from '../../request/site-context';
import { knownVolunteer, signUpKnown } from '../known-volunteer';
import { refusalError } from '../manage/manage-actions';
import { writeReceipts } from '../receipt';
import { severalShiftsMessage } from '../several-shifts';
import { ageInput, partyOf, shiftsOf, type SignUpValues } from '../sign-up-values';
import { restrictionError } from '../eligibility';

/** Signs up a known volunteer without a form. If they are no longer known, they get the form. */
export async function signUpByOneClick(
  context: SiteContext,
  request: Request,
  {
    event,
    values,
    form,
  }: { event: Pick<EventData, 'slug' | 'title' | 'timeZone' | 'shifts'>; values: SignUpValues; form: FormData },
) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const errorResponse = (error: FormError) =>
    data({ values: { ...values, key: crypto.randomUUID() }, errors: [error] }, 422);
  if (values.shift === '') return errorResponse({ field: 'shift', text: words.site.errors.shiftMissing });
  const volunteer = await knownVolunteer(context, request);
  if (!volunteer) return errorResponse({ text: refusalText(words, 'NOT_KNOWN') });
  try {
    const { outcomes, headers } = await signUpKnown(context, volunteer, {
      shifts: shiftsOf(values),
      allOrNothing: values.allOrNothing,
      key: values.key,
      age: ageInput(values),
      party: partyOf(values),
      remember: form.get('remember') === '1',
    });
    headers.set('location', `/events/${event.slug}/done?${writeReceipts(outcomes, true)}`);
    return new Response(null, { status: 303, headers });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    if (error.code === 'NOT_FOUND') return errorResponse({ field: 'shift', text: words.site.errors.shiftGone });
    const eventPath = `/events/${event.slug}`;
    const role = event.shifts.find(({ id }) => id === values.shift)?.role ?? '';
    // If this page has no field for the age, the event's page asks for it.
    if (error.code === 'AGE_NEEDED' && new URL(request.url).pathname !== eventPath) {
      return redirect(`${eventPath}?${new URLSearchParams({ shift: values.shift, age: '1' }).toString()}#sign-up`, 303);
    }
    return errorResponse(
      severalShiftsMessage(error, event, { locale, words }) ??
        restrictionError(error, locale, words) ??
        refusalError(error, locale, words, { wanted: `${event.title} (${role})`, timeZone: event.timeZone }),
    );
  }
}
