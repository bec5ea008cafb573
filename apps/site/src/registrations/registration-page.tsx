import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, dayAndTime, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { orNull, queryApi } from '../api/ask';
import { contentLanguage } from '../events/content-language';
import { EventPlace } from '../events/event-facts';
import { Day, Hours } from '../events/event-times';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { LinkGone } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { pathOfPage } from '../request/page-path';
import { findGiftCampaign, GiftPanel } from './gift-panel';
import {
  CancelRegistration,
  ChangeRegistration,
  ConfirmRegistration,
  OneRegistration,
  type RegistrationData,
} from './queries';
import { RegistrationFields } from './registration-fields';
import { registrationStatusText } from './registration-status-text';
import {
  answerErrors,
  answersInput,
  changeForm,
  readAnswers,
  type AnswerValues,
  type ChangeValues,
} from './registration-values';

const completedActions = ['confirm', 'change', 'cancel'] as const;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const answer = await queryApi(context, OneRegistration, { token: params['token'] ?? '' }).catch(orNull);
  const registration = answer?.myRegistration ?? null;
  const query = new URL(request.url).searchParams;
  const did = completedActions.find((name) => name === query.get('did')) ?? null;
  const isRegistered = registration?.status === 'CONFIRMED' && registration.expiresAt === null;
  const campaign = isRegistered ? await findGiftCampaign(context, registration.form.giftCampaignId) : null;
  const page = {
    currentPath: pathOfPage(request),
    registration,
    did,
    campaign,
    isAsked: query.get('ask') === 'cancel',
  };
  return data(page, { status: registration ? 200 : 404 });
}

interface Refused {
  values: ChangeValues | null;
  answers: AnswerValues;
  errors: FormError[];
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const token = params['token'] ?? '';
  const what = completedActions.find((name) => name === form.get('do'));
  const refuse = (refused: Partial<Refused> & Pick<Refused, 'errors'>, status: number) =>
    data<Refused>({ values: null, answers: {}, ...refused }, status);
  if (!what) return refuse({ errors: [{ text: words.site.badRequest.text }] }, 400);
  let typed: Pick<Refused, 'answers'> & { values: ChangeValues | null } = { values: null, answers: {} };
  try {
    if (what === 'confirm') await queryApi(context, ConfirmRegistration, { input: { token } });
    else if (what === 'cancel') await queryApi(context, CancelRegistration, { input: { token } });
    else {
      const answer = await queryApi(context, OneRegistration, { token });
      const questions = answer.myRegistration?.form.questions ?? [];
      const values = changeForm.read(form);
      const answers = readAnswers(form, questions);
      typed = { values, answers };
      const errors = [...changeForm.errors(values, words), ...answerErrors(questions, answers, words)];
      if (errors.length > 0) return refuse({ ...typed, errors }, 422);
      await queryApi(context, ChangeRegistration, {
        input: { ...changeForm.input(values), token, answers: answersInput(answers) },
      });
    }
    return redirect(`${pathOfPage(request)}?did=${what}`, 303);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const errors = [{ text: refusalText(words, error.code) }];
    return refuse({ ...typed, errors }, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
}

export default function RegistrationPage() {
  const { words, locale, isPast } = usePage();
  const { registration, did, isAsked, currentPath, campaign } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const t = words.site.registration;
  if (!registration) return <LinkGone words={words.site.manage} to="/events" label={words.site.notFound.events} />;
  const { status, event, party, expiresAt } = registration;
  const isActive = status === 'CONFIRMED' || status === 'WAITLISTED';
  const isOpen = isActive && !isPast(event.startsAt);
  if (isAsked && isOpen && errors.length === 0)
    return <CancelQuestion registration={registration} currentPath={currentPath} />;
  return (
    <PersonalPage
      title={t.manage.title}
      errors={errors}
      done={did !== null && t.manage.did[did]}
      heading={registrationStatusText(registration, t.manage)}
    >
      <section className="panel" aria-labelledby="event-heading">
        <h2 id="event-heading" className="shift-title" lang={contentLanguage(event.languages, locale)}>
          <a href={`/events/${event.slug}`}>{event.title}</a>
        </h2>
        <p>
          <Day span={event} />, <Hours span={event} />
        </p>
        <p>
          <EventPlace event={event} />
        </p>
        <p>
          {registration.name} · {t.people({ n: party })}
        </p>
        {isActive && expiresAt !== null && (
          <>
            <p>
              {t.manage.confirmText}{' '}
              {t.manage.confirmBy({ when: dayAndTime(locale, new Date(expiresAt), event.timeZone) })}
            </p>
            <form method="post" action={currentPath}>
              <SubmitButton action="confirm" label={t.manage.confirm} look="large" />
            </form>
          </>
        )}
        {status === 'WAITLISTED' && <p>{t.manage.waitlistText}</p>}
        {!isActive && event.status === 'PUBLISHED' && !isPast(event.startsAt) && (
          <p>
            <ButtonLink to={`/events/${event.slug}/register`} label={t.manage.again} />
          </p>
        )}
      </section>
      {campaign && <GiftPanel campaign={campaign} />}
      {isOpen && <ChangeForm {...{ registration, currentPath, answer }} />}
    </PersonalPage>
  );
}

interface ChangeProps {
  registration: RegistrationData;
  currentPath: string;
  answer: Refused | undefined;
}

function ChangeForm({ registration, currentPath, answer }: ChangeProps) {
  const { words, locale } = usePage();
  const t = words.site.registration;
  const errors = answer?.errors ?? [];
  const { form, event } = registration;
  const stored = Object.fromEntries(registration.answers.map(({ questionId, value }) => [questionId, value]));
  const field = changeForm.controls(answer?.values ?? changeForm.valuesOf(registration), errors);
  return (
    <section aria-labelledby="change">
      <h2 id="change">{t.manage.change}</h2>
      <form className="panel questions" method="post" action={currentPath} noValidate>
        <Field {...field('name')} label={t.name} autoComplete="name" required />
        <RegistrationFields
          form={form}
          party={field('party')}
          answers={answer?.values ? answer.answers : stored}
          errors={errors}
          language={contentLanguage(event.languages, locale)}
        />
        <SubmitButton action="change" label={t.manage.save} />
      </form>
      <p className="actions">
        <ButtonLink to={`${currentPath}?ask=cancel`} label={t.manage.cancel} look="leave" />
      </p>
    </section>
  );
}

function CancelQuestion({ registration: { event, party, status }, currentPath }: Omit<ChangeProps, 'answer'>) {
  const t = usePage().words.site.registration.manage;
  return (
    <PersonalPage title={t.cancelTitle}>
      <section className="panel">
        <p className="shift-title">{event.title}</p>
        <p>{status === 'WAITLISTED' ? t.cancelWaitlistText : t.cancelText({ party })}</p>
        <div className="actions">
          {/* Posts to the address without the question, so that a refusal shows the current status. */}
          <form method="post" action={currentPath}>
            <SubmitButton action="cancel" label={t.cancelYes} look="leave large" />
          </form>
          <ButtonLink to={currentPath} label={t.cancelNo} look="quiet large" />
        </div>
      </section>
    </PersonalPage>
  );
}
