import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../api/ask';
import { runMutation } from '../businesses/attempt';
import { querySignedIn, endedForm, wasFormReturned, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import { ErrorSummary } from '../forms/error-summary';
import { Field } from '../forms/field';
import { defineForm } from '../forms/form-of';
import { personRules } from '../forms/person';
import { Done } from '../frame/done';
import { PageHead } from '../frame/page-head';
import { calendarDay } from '../money/money-format';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { signInPath } from '../sign-in/return-to';
import { CompleteCourse, FinishPage } from './course-queries';

const nameForm = defineForm({ name: personRules().name });

export async function loader(args: LoaderFunctionArgs) {
  const { slug = '', progress = '' } = args.params;
  const locale = localeOf(args.request) === 'es' ? 'ES' : 'EN';
  const answer = await querySignedIn(args, FinishPage, { slug, locale, progress });
  if (answer && !answer.course?.finished) throw notFound();
  if (!answer?.me) {
    if (wasFormReturned(args.context)) return null;
    throw redirect(signInPath(new URL(args.request.url).pathname), 303);
  }
  return answer;
}

/** Records the training under the typed name and redirects to the certificate. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogueOf(localeOf(request));
  const form = await request.formData();
  return withSession(context, form, async () => {
    const typed = nameForm.read(form);
    const errors = nameForm.errors(typed, words);
    if (errors.length > 0) return data({ errors, name: typed.name, done: null }, 422);
    let done = null;
    const { slug = '', progress = '' } = params;
    const no = await runMutation(context, words, nameForm.texts(words), async () => {
      done = (await queryApi(context, CompleteCourse, { slug, progress, name: typed.name })).completeCourse;
    });
    return data({ errors: no?.errors ?? [], name: typed.name, done }, no?.status ?? 200);
  });
}

/** Last step of a course: asks for a name for the certificate. Needs a verified email. */
export default function FinishCourse() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded?.me || !loaded.course) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const t = words.site.learn;
  const { course, me } = loaded;
  const formState = answer && 'errors' in answer ? answer : { errors: [], name: me.name, done: null };
  const field = nameForm.controls({ name: formState.name }, formState.errors);
  return (
    <div className="narrow manage">
      <PageHead title={course.title} errors={formState.errors} personal plain />
      <ErrorSummary errors={formState.errors} />
      <h1>{course.title}</h1>
      {formState.done ? (
        <Finished done={formState.done} training={course.credential?.name ?? null} />
      ) : (
        <form className="panel questions" method="post" noValidate>
          <p>{t.finishLead}</p>
          <Field {...field('name')} label={t.finishName} autoComplete="name" required />
          <button className="button large">{t.finishSubmit}</button>
        </form>
      )}
    </div>
  );
}

interface FinishedProps {
  done: { expiresOn: string | null; certificateUrl: string; badgeUrl: string };
  training: string | null;
}

function Finished({ done, training }: FinishedProps) {
  const { words, locale } = usePage();
  const t = words.site.learn;
  return (
    <>
      <Done>{training === null ? t.finished : t.finishedWith({ training })}</Done>
      {done.expiresOn && <p>{t.finishedUntil({ day: calendarDay(locale, done.expiresOn) })}</p>}
      <p className="actions">
        <a className="button" href={done.certificateUrl}>
          {t.certificate}
        </a>
        <a className="button quiet" href={done.badgeUrl}>
          {t.badge}
        </a>
      </p>
      <p className="small">{t.badgeHint}</p>
      <p>
        <a href="/shifts">{t.toShifts}</a>
      </p>
    </>
  );
}
