import { catalogOf, hoursText, type Catalog } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { endedForm, queryMe, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import type { FormError } from '../forms/error-summary';
import { sendForm } from '../forms/send-form';
import { shortText } from '../forms/text-rules';
import { ButtonLink } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { ClaimForm } from './claim-form';
import { claimForm, claimInput, disputeForm, emptyClaim, type ClaimValues } from './claim-values';
import { DisputeForm } from './dispute-form';
import { HourList } from './hour-list';
import { isApprovedHours, LetterForm } from './letter-form';
import { letterPath, spanErrors } from './letter-span';
import { DisputeHours, MyHours, RecordHours, type MyVolunteerHours } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const answer = await queryMe(args, MyHours, {});
  if (!answer) return null;
  const query = new URL(args.request.url).searchParams;
  const span = { from: query.get('from') ?? '', to: query.get('to') ?? '' };
  const countedDays = answer.me.volunteer?.hours.filter(isApprovedHours).map(({ day }) => day) ?? [];
  const locale = localeOf(args.request);
  const errors = query.get('letter') === null ? [] : spanErrors(span, countedDays, catalogOf(locale));
  if (query.get('letter') !== null && errors.length === 0) throw redirect(letterPath(span, locale), 303);
  return {
    span,
    errors,
    chapters: answer.chapters,
    volunteer: answer.me.volunteer,
    fresh: emptyClaim(),
    disputing: query.get('dispute'),
    completedAction: (['claim', 'dispute'] as const).find((name) => name === query.get('did')),
  };
}

interface FormState {
  errors: FormError[];
  claimHours?: ClaimValues;
  dispute?: { id: string; reason: string };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  return withSession(context, form, () =>
    form.get('do') === 'dispute' ? dispute(context, form, words) : claimHours(context, form, words),
  );
}

type Context = ActionFunctionArgs['context'];

async function claimHours(context: Context, form: FormData, words: Catalog) {
  const values = claimForm.read(form);
  const texts = () => ({ ...claimForm.texts(words), id: { text: words.site.saveFailed } });
  const typed = { form: { ...claimForm, texts }, values, errors: claimForm.errors(values, words) };
  const sent = await sendForm(context, words, typed, () =>
    queryApi(context, RecordHours, { input: claimInput(values) }),
  );
  if (sent.isSent) return redirect('/account/hours?did=claim', 303);
  // Corrected input needs a new ID.
  const id = typed.errors.length > 0 ? values.id : crypto.randomUUID();
  return data<FormState>({ errors: sent.errors, claimHours: { ...values, id } }, sent.status);
}

async function dispute(context: Context, form: FormData, words: Catalog) {
  const values = { id: shortText(form, 'hours'), ...disputeForm.read(form) };
  const typed = { form: disputeForm, values, errors: disputeForm.errors(values, words) };
  const sent = await sendForm(context, words, typed, () => queryApi(context, DisputeHours, values));
  if (sent.isSent) return redirect('/account/hours?did=dispute', 303);
  return data<FormState>({ errors: sent.errors, dispute: values }, sent.status);
}

export default function Hours() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(answer)} />;
  const t = words.site.hours;
  const formState: FormState = answer && 'errors' in answer ? answer : { errors: loaded.errors };
  const { errors } = formState;
  const { volunteer, completedAction } = loaded;
  const disputing = volunteer?.hours.find(({ id }) => id === (formState.dispute?.id ?? loaded.disputing));
  const isDisputeShown = disputing && !formState.claimHours;
  const title = isDisputeShown ? t.disputeTitle : t.title;
  return (
    <PersonalPage
      title={title}
      errors={errors}
      back={{
        to: isDisputeShown ? '/account/hours' : '/account',
        label: isDisputeShown ? t.title : words.site.account.title,
      }}
      done={completedAction && !isDisputeShown && (completedAction === 'claim' ? t.claimed : t.disputed)}
    >
      {isDisputeShown ? (
        <DisputeForm hours={disputing} reason={formState.dispute?.reason ?? ''} errors={errors} />
      ) : (
        <>
          {volunteer ? <HoursGiven volunteer={volunteer} /> : <ProfileNeeded />}
          {volunteer && <LetterForm hours={volunteer.hours} span={loaded.span} errors={errors} />}
          {volunteer && (
            <ClaimForm chapters={loaded.chapters} values={formState.claimHours ?? loaded.fresh} errors={errors} />
          )}
        </>
      )}
    </PersonalPage>
  );
}

function HoursGiven({ volunteer: { hours, hoursTotal } }: { volunteer: MyVolunteerHours }) {
  const { words, locale } = usePage();
  const t = words.site.hours;
  const [time, lastYear] = [hoursTotal.minutes, hoursTotal.minutesLastYear].map((minutes) =>
    hoursText(locale, minutes),
  );
  if (hours.length === 0) return <p className="lead">{t.none}</p>;
  return (
    <>
      <p className="lead">{t.total({ time: time ?? '', lately: lastYear ?? '' })}</p>
      <HourList hours={hours} />
    </>
  );
}

/** Hours belong to a volunteer record. Visitors without one see a link to create a profile. */
function ProfileNeeded() {
  const t = usePage().words.site.hours;
  return (
    <>
      <p className="lead">{t.nobody}</p>
      <p className="actions">
        <ButtonLink to="/account/profile" label={t.toProfile} />
      </p>
    </>
  );
}
