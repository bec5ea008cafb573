import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { redirect, useActionData, useLoaderData } from 'react-router';
import { isoDay } from '@upstander/web-kit';
import { queryApi, orNull } from '../api/ask';
import { PageHead } from '../frame/page-head';
import { Empty } from '../lists/empty';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { shiftsAddress } from '../shifts/filter';
import { loadShifts, ShiftsView } from '../shifts/shifts-view';
import { signUpByOneClick } from '../signups/one-click/one-click';
import { readSignUp } from '../signups/sign-up-values';
import { CalendarSubscription } from '../events/calendar-subscription';
import { DayGroups } from '../events/day-groups';
import { EventRow } from '../events/event-row';
import { apiFilter, isFiltered, listAddress, nearOf, readFilter } from '../events/filter';
import { FilterForm } from '../events/filter-form';
import { EventsPage, OneEvent } from '../events/queries';

/** Visitors with an identifying cookie never share a cached page, so the view of shifts may be personal. */
export const handle: Handle = { cached: true, sheet: 'reading' };

const pageSize = 20;

/** `view=shifts` lists open shifts one by one. */
export async function loader(args: LoaderFunctionArgs) {
  const isShiftsView = new URL(args.request.url).searchParams.get('view') === 'shifts';
  return isShiftsView
    ? { events: null, shifts: await loadShifts(args) }
    : { events: await loadEvents(args), shifts: null };
}

async function loadEvents({ request, context }: LoaderFunctionArgs) {
  const values = readFilter(new URL(request.url).searchParams);
  const hasInvalidDates = values.from !== '' && values.to !== '' && values.to < values.from;
  const today = isoDay(new Date(), context.timeZone);
  const filter = { ...apiFilter(hasInvalidDates ? { ...values, to: '' } : values, today), oncePerSeries: true };
  const page = await pageOf(request, (after) =>
    queryApi(context, EventsPage, { filter, near: nearOf(values), first: pageSize, after }),
  );
  return { ...page, values, hasInvalidDates };
}

/** Signs up a known volunteer for a listed shift. Others are redirected to the form of the event. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const values = readSignUp(form);
  const foundEvent = await queryApi(context, OneEvent, { slug: String(form.get('event') ?? '') }).catch(orNull);
  const event = foundEvent?.event;
  if (!event?.shifts.some(({ id }) => id === values.shift)) return redirect(shiftsAddress(), 303);
  return signUpByOneClick(context, request, { event, values, form });
}

export default function EventList() {
  const { events, shifts } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return shifts ? <ShiftsView view={shifts} errors={actionData?.errors ?? []} /> : <EventsView view={events} />;
}

function EventsView({ view }: { view: Awaited<ReturnType<typeof loadEvents>> }) {
  const { words, locale } = usePage();
  const { events, chapters, values, hasInvalidDates, place } = view;
  const t = words.site.events;
  const { postcode, miles, chapter, weekday } = values;
  return (
    <div className="wide list">
      <PageHead title={t.title} description={t.lead} />
      <link rel="alternate" type="application/atom+xml" title={t.title} href={`/feeds/events.${locale}.atom`} />
      <h1>{t.title}</h1>
      <FilterForm
        values={values}
        chapters={chapters}
        hasInvalidDates={hasInvalidDates}
        unknownPostcode={events.postcodeKnown === false}
      />
      <p className="count">
        {events.edges.length > 0 && <span>{t.count({ n: events.totalCount, capped: events.totalIsCapped })}</span>}
        <a href={shiftsAddress({ postcode, miles, chapter, weekday })}>{t.findShift}</a>
      </p>
      {events.edges.length === 0 ? (
        <Empty icon="calendar" words={t} unfiltered={isFiltered(values) ? '/events' : null} />
      ) : (
        <>
          <DayGroups items={events.edges.map(({ node }) => node)} startOf={(event) => event}>
            {(event) => <EventRow key={event.id} event={event} />}
          </DayGroups>
          <Pager pageInfo={events.pageInfo} place={place} address={(after) => listAddress(values, after)} words={t}>
            {t.atTheEnd}
          </Pager>
          <CalendarSubscription path="/events.ics" />
          <p className="small">{t.timesAreLocal}</p>
        </>
      )}
    </div>
  );
}
