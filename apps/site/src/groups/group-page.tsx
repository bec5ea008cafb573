import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound, orNotFound } from '../api/ask';
import { contentLanguage } from '../events/content-language';
import { Day, Hours } from '../events/event-times';
import { OneEvent } from '../events/queries';
import { PersonalPage } from '../frame/personal-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { rememberMailedAddress } from '../signups/mailed-address';
import { writeReceipt } from '../signups/receipt';
import { GroupForm } from './group-form';
import { countsOf, groupForm, type GroupValues } from './group-values';
import { sendGroup } from './send-group';

async function eventOf(context: SiteContext, slug = '') {
  const { event } = await queryApi(context, OneEvent, { slug }).catch(orNotFound);
  if (!event || event.status === 'DRAFT') throw notFound();
  return event;
}

export async function loader({ params, context, request }: LoaderFunctionArgs) {
  const shift = new URL(request.url).searchParams.get('shift') ?? '';
  const values: GroupValues = { ...groupForm.blank, shift, key: crypto.randomUUID() };
  return { event: await eventOf(context, params['slug']), values };
}

export async function action({ params, context, request }: ActionFunctionArgs) {
  const event = await eventOf(context, params['slug']);
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const values = groupForm.read(await request.formData());
  const { people } = countsOf(values);
  const shift = event.shifts.find(({ id }) => id === values.shift);
  const mustChoose =
    shift &&
    values.acceptsFewerGuests === '' &&
    shift.waiting === 0 &&
    shift.placesLeft > 0 &&
    shift.placesLeft < people;
  const errors = groupForm.errors(values, words, {
    also: {
      shift: !shift && words.site.errors.shiftGone,
      acceptsFewerGuests:
        mustChoose && words.site.signUp.spotsShort({ left: shift.placesLeft, party: people, role: shift.role }),
    },
  });
  const sent = await sendGroup(context, values, errors, { locale, words });
  if (!sent.isSent) return data({ values: sent.values, errors: sent.errors }, { status: sent.status });
  const headers = { 'set-cookie': rememberMailedAddress(values.shift, values.email, context) };
  const receipt = writeReceipt(sent.answer.signUpGroup.signup, values.shift);
  return redirect(`/events/${event.slug}/done?r=${receipt}&group`, { status: 303, headers });
}

export default function GroupPage() {
  const { words, locale, isPast } = usePage();
  const { event, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.group;
  const errors = answer?.errors ?? [];
  const isOpening = event.opensAt !== null && !isPast(event.opensAt);
  const shifts = event.shifts.filter(({ startsAt }) => !isPast(startsAt));
  const isOpen = event.status === 'PUBLISHED' && event.maxGroupSize > 1 && shifts.length > 0 && !isOpening;
  return (
    <PersonalPage
      title={t.title}
      errors={errors}
      back={{ to: `/events/${event.slug}`, label: t.back }}
      heading={isOpen ? t.title : t.closed}
      className="narrow"
    >
      <p>
        <b lang={contentLanguage(event.languages, locale)}>{event.title}</b>
        <br />
        <Day span={event} />, <Hours span={event} />
      </p>
      {isOpen ? (
        <>
          <p className="lead">{t.lead({ most: event.maxGroupSize })}</p>
          <GroupForm event={event} shifts={shifts} values={answer?.values ?? values} errors={errors} />
        </>
      ) : (
        <p className="lead">{t.closedText}</p>
      )}
    </PersonalPage>
  );
}
