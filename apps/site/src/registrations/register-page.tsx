import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { notFound, queryApi } from '../api/ask';
import { contentLanguage } from '../events/content-language';
import { EventPlace } from '../events/event-facts';
import { Day, Hours } from '../events/event-times';
import { OneEvent, type EventData } from '../events/queries';
import { PersonFields } from '../forms/person-fields';
import { sendForm } from '../forms/send-form';
import { Icon } from '../frame/icons';
import { PersonalPage } from '../frame/personal-page';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { readMailedAddress, rememberMailedAddress } from '../signups/mailed-address';
import { findGiftCampaign, GiftPanel } from './gift-panel';
import { OneRegistrationForm, RegisterForEvent, type RegistrationFormData } from './queries';
import { RegisterPanel } from './register-panel';
import { RegistrationFields } from './registration-fields';
import { answerErrors, answersInput, readAnswers, registerForm } from './registration-values';

async function eventWithForm({
  params,
  context,
}: Pick<LoaderFunctionArgs, 'params' | 'context'>): Promise<{ event: EventData; form: RegistrationFormData }> {
  const { event } = await queryApi(context, OneEvent, { slug: params['slug'] ?? '' });
  if (!event) throw notFound();
  const { registrationForm: form } = await queryApi(context, OneRegistrationForm, { event: event.id });
  if (!form || form.phase === 'OFF') throw notFound();
  return { event, form };
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { event, form } = await eventWithForm(args);
  const query = new URL(request.url).searchParams;
  const status = query.get('done');
  const done = status === 'CONFIRMED' || status === 'WAITLISTED' ? readDone(status, query) : null;
  return {
    event,
    form,
    done,
    mailedTo: done && readMailedAddress(request, context, event.id),
    campaign: done && (await findGiftCampaign(context, form.giftCampaignId)),
    key: crypto.randomUUID(),
  };
}

function readDone(status: 'CONFIRMED' | 'WAITLISTED', query: URLSearchParams) {
  const position = Number(query.get('position'));
  return {
    status,
    party: Math.min(Math.max(Number(query.get('n')) || 1, 1), 10),
    position: Number.isInteger(position) && position > 0 ? position : null,
    isKnown: query.has('known'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const { event, form } = await eventWithForm(args);
  const typed = await request.formData();
  const values = registerForm.read(typed);
  const answers = readAnswers(typed, form.questions);
  const errors = [...registerForm.errors(values, words), ...answerErrors(form.questions, answers, words)];
  const sent = await sendForm(context, words, { form: registerForm, values, errors }, () =>
    queryApi(context, RegisterForEvent, {
      input: {
        ...registerForm.input(values),
        eventId: event.id,
        locale: localeName(locale),
        answers: answersInput(answers),
      },
    }),
  );
  if (!sent.isSent) return data({ ...sent, answers }, sent.status);
  const { status, party, position, addressConfirmed } = sent.answer.registerForEvent;
  const query = new URLSearchParams({ done: status, n: String(party) });
  if (position !== null) query.set('position', String(position));
  if (addressConfirmed) query.set('known', '');
  const headers = { 'set-cookie': rememberMailedAddress(event.id, values.email, context) };
  return redirect(`/events/${event.slug}/register?${query}`, { status: 303, headers });
}

export default function RegisterPage() {
  const { words, locale } = usePage();
  const { event, form, done, mailedTo, campaign, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.registration;
  const errors = answer?.errors ?? [];
  const title = t.title({ title: event.title });
  const language = contentLanguage(event.languages, locale);
  const field = registerForm.controls(answer?.values ?? { ...registerForm.blank, key }, errors);
  const isOpen = form.phase === 'OPEN' || form.phase === 'WAITLIST';
  if (done && !answer) return <Registered {...{ event, done, mailedTo, campaign }} />;
  return (
    <PersonalPage
      title={title}
      errors={errors}
      back={{ to: `/events/${event.slug}`, label: t.done.back }}
      heading={t.heading}
      className="narrow"
    >
      <EventLines event={event} />
      {!isOpen && (
        <section className="panel" aria-labelledby="register">
          <RegisterPanel event={event} form={form} />
        </section>
      )}
      {(isOpen || answer) && (
        <form className="panel questions" method="post" action={`/events/${event.slug}/register`} noValidate>
          <input type="hidden" name="key" value={answer?.values.key ?? key} />
          {form.phase === 'WAITLIST' && <p className="note amber">{t.waitlistNote}</p>}
          <PersonFields words={t} field={field} />
          <RegistrationFields
            form={form}
            party={field('party')}
            answers={answer?.answers ?? {}}
            errors={errors}
            language={language}
          />
          <button className="button large">{form.phase === 'WAITLIST' ? t.submitWaitlist : t.submit}</button>
          <p className="small">
            <a href="/privacy">{words.site.signUp.privacy}</a>
          </p>
        </form>
      )}
    </PersonalPage>
  );
}

function EventLines({ event }: { event: EventData }) {
  const { locale } = usePage();
  return (
    <section>
      <p className="shift-title" lang={contentLanguage(event.languages, locale)}>
        <a href={`/events/${event.slug}`}>{event.title}</a>
      </p>
      <p>
        <Day span={event} />, <Hours span={event} />
      </p>
      <p>
        <EventPlace event={event} />
      </p>
    </section>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Registered({
  event,
  done,
  mailedTo,
  campaign,
}: Pick<Loaded, 'event' | 'mailedTo' | 'campaign'> & { done: NonNullable<Loaded['done']> }) {
  const { words } = usePage();
  const t = words.site.registration;
  const { status, party, position, isKnown } = done;
  const isWaiting = status === 'WAITLISTED';
  const people = t.people({ n: party });
  const title = isWaiting ? t.done.waitlistedTitle : isKnown ? t.done.knownTitle : t.done.title;
  const lead = isKnown
    ? isWaiting
      ? t.done.knownWaitlist({ position })
      : t.done.knownLead({ people })
    : isWaiting
      ? t.done.waitlistedLead({ position })
      : t.done.lead({ people });
  return (
    <PersonalPage title={title} heading={null} className="narrow done">
      <p className={isWaiting ? 'seal amber' : 'seal'}>
        <Icon name={isWaiting ? 'people' : 'check'} />
      </p>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <p>
        {mailedTo !== null && <b>{t.done.sentTo({ email: mailedTo })}</b>} {t.done.sent}
      </p>
      <EventLines event={event} />
      {campaign && <GiftPanel campaign={campaign} />}
      <p>
        <a href={`/events/${event.slug}`}>{t.done.back}</a>
      </p>
    </PersonalPage>
  );
}
