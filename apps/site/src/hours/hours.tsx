import { catalogueOf, hoursText, type Catalogue } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { runMutation } from '../businesses/attempt';
import { querySignedIn, endedForm, wasFormReturned, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { shortText } from '../forms/text-rules';
import { Done } from '../frame/done';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { ClaimForm } from './claim-form';
import { claimForm, claimInput, disputeForm, emptyClaim, type ClaimValues } from './claim-values';
import { DisputeForm } from './dispute-form';
import { HourList } from './hour-list';
import { counts, LetterForm } from './letter-form';
import { letterPath, spanErrors } from './letter-span';
import { DisputeHours, MyHours, RecordHours, type MyVolunteerHours } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const answer = await querySignedIn(args, MyHours, {});
  if (!answer?.me) {
    if (wasFormReturned(args.context)) return null;
    throw redirect('/sign-in?to=%2Faccount%2Fhours', 303);
  }
  const query = new URL(args.request.url).searchParams;
  const span = { from: query.get('from') ?? '', to: query.get('to') ?? '' };
  const countedDays = answer.me.volunteer?.hours.filter(counts).map(({ day }) => day) ?? [];
  const locale = localeOf(args.request);
  const errors = query.get('letter') === null ? [] : spanErrors(span, countedDays, catalogueOf(locale));
  if (query.get('letter') !== null && errors.length === 0) throw redirect(letterPath(span, locale), 303);
  return {
    span,
    errors,
    chapters: answer.chapters,
    volunteer: answer.me.volunteer,
    fresh: emptyClaim(),
    disputing: query.get('dispute'),
    did: (['claim', 'dispute'] as const).find((name) => name === query.get('did')),
  };
}

interface FormState {
  errors: FormError[];
  claim?: ClaimValues;
  dispute?: { id: string; reason: string };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const words = catalogueOf(localeOf(request));
  const form = await request.formData();
  return withSession(context, form, () =>
    form.get('do') === 'dispute' ? dispute(context, form, words) : claim(context, form, words),
  );
}

type Context = ActionFunctionArgs['context'];
const wrong = (answer: FormState, status: number) => data<FormState>(answer, status);

async function claim(context: Context, form: FormData, words: Catalogue) {
  const typed = claimForm.read(form);
  const errors = claimForm.errors(typed, words);
  if (errors.length > 0) return wrong({ errors, claim: typed }, 422);
  const texts = { ...claimForm.texts(words), id: { text: words.site.saveFailed } };
  const no = await runMutation(context, words, texts, () =>
    queryApi(context, RecordHours, { input: claimInput(typed) }),
  );
  if (!no) return redirect('/account/hours?did=claim', 303);
  // Corrected input needs a new ID.
  return wrong({ errors: no.errors, claim: { ...typed, id: emptyClaim().id } }, no.status);
}

async function dispute(context: Context, form: FormData, words: Catalogue) {
  const typed = { id: shortText(form, 'hours'), ...disputeForm.read(form) };
  const errors = disputeForm.errors(typed, words);
  if (errors.length > 0) return wrong({ errors, dispute: typed }, 422);
  const no = await runMutation(context, words, disputeForm.texts(words), () => queryApi(context, DisputeHours, typed));
  return no ? wrong({ errors: no.errors, dispute: typed }, no.status) : redirect('/account/hours?did=dispute', 303);
}

export default function Hours() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const t = words.site.hours;
  const formState: FormState = answer && 'errors' in answer ? answer : { errors: loaded.errors };
  const { errors } = formState;
  const { volunteer, did } = loaded;
  const disputing = volunteer?.hours.find(({ id }) => id === (formState.dispute?.id ?? loaded.disputing));
  const asks = disputing && !formState.claim;
  const title = asks ? t.disputeTitle : t.title;
  return (
    <div className="narrow manage">
      <PageHead title={title} errors={errors} personal />
      <ErrorSummary errors={errors} />
      <a className="back" href={asks ? '/account/hours' : '/account'}>
        <Icon name="back" />
        {asks ? t.title : words.site.account.title}
      </a>
      {did && errors.length === 0 && !asks && <Done>{did === 'claim' ? t.claimed : t.disputed}</Done>}
      <h1>{title}</h1>
      {asks ? (
        <DisputeForm hours={disputing} reason={formState.dispute?.reason ?? ''} errors={errors} />
      ) : (
        <>
          {volunteer ? <Given volunteer={volunteer} /> : <ProfileNeeded />}
          {volunteer && <LetterForm hours={volunteer.hours} span={loaded.span} errors={errors} />}
          {volunteer && (
            <ClaimForm chapters={loaded.chapters} values={formState.claim ?? loaded.fresh} errors={errors} />
          )}
        </>
      )}
    </div>
  );
}

function Given({ volunteer: { hours, hoursTotal } }: { volunteer: MyVolunteerHours }) {
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
        <a className="button" href="/account/profile">
          {t.toProfile}
        </a>
      </p>
    </>
  );
}
