import { catalogOf, limits } from '@upstander/web-kit';
import { data, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../api/ask';
import { endedForm, queryMe, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import { Field } from '../forms/field';
import { defineForm } from '../forms/define-form';
import { sendForm } from '../forms/send-form';
import { ButtonLink } from '../frame/button';
import { Done } from '../frame/done';
import { PersonalPage } from '../frame/personal-page';
import { calendarDay } from '../money/money-format';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { CompleteCourse, FinishPage } from './course-queries';

const nameForm = defineForm({}, ({ site }) => site.learn, { name: { required: true, max: limits.Volunteer.name } });

export async function loader(args: LoaderFunctionArgs) {
  const { slug = '', progress = '' } = args.params;
  const locale = localeName(localeOf(args.request));
  const answer = await queryMe(args, FinishPage, { slug, locale, progress });
  if (answer && !answer.course?.finished) throw notFound();
  return answer;
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  return withSession(context, form, async () => {
    const values = nameForm.read(form);
    const { slug = '', progress = '' } = params;
    const typed = { form: nameForm, values, errors: nameForm.errors(values, words) };
    const sent = await sendForm(context, words, typed, () =>
      queryApi(context, CompleteCourse, { slug, progress, name: values.name }),
    );
    return sent.isSent
      ? data({ errors: [], values, completion: sent.answer.completeCourse })
      : data({ ...sent, completion: null }, sent.status);
  });
}

/** Needs a verified email. */
export default function FinishCourse() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded?.me || !loaded.course) return <SignedOutMeanwhile fields={endedForm(answer)} />;
  const t = words.site.learn;
  const { course, me } = loaded;
  const formState = answer && 'errors' in answer ? answer : { errors: [], values: { name: me.name }, completion: null };
  const field = nameForm.controls(formState.values, formState.errors);
  return (
    <PersonalPage title={course.title} errors={formState.errors} isPlain>
      {formState.completion ? (
        <Finished completion={formState.completion} training={course.credential?.name ?? null} />
      ) : (
        <form className="panel questions" method="post" noValidate>
          <p>{t.finishLead}</p>
          <Field {...field('name')} label={t.finishName} autoComplete="name" required />
          <button className="button large">{t.finishSubmit}</button>
        </form>
      )}
    </PersonalPage>
  );
}

interface FinishedProps {
  completion: { expiresOn: string | null; certificateUrl: string; badgeUrl: string };
  training: string | null;
}

function Finished({ completion, training }: FinishedProps) {
  const { words, locale } = usePage();
  const t = words.site.learn;
  return (
    <>
      <Done>{training === null ? t.finished : t.finishedWith({ training })}</Done>
      {completion.expiresOn && <p>{t.finishedUntil({ day: calendarDay(locale, completion.expiresOn) })}</p>}
      <p className="actions">
        <ButtonLink to={completion.certificateUrl} label={t.certificate} />
        <ButtonLink to={completion.badgeUrl} label={t.badge} look="quiet" />
      </p>
      <p className="small">{t.badgeHint}</p>
      <p>
        <a href="/events?view=shifts">{t.toShifts}</a>
      </p>
    </>
  );
}
