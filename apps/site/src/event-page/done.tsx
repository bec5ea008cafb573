import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { queryApi, orNotFound } from '../api/ask';
import { Day, Hours } from '../events/event-times';
import { contentLanguage } from '../events/content-language';
import { OneEvent } from '../events/queries';
import { ButtonLink } from '../frame/button';
import { Icon } from '../frame/icons';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import { SeriesDone } from '../series/series-done';
import { seriesOf } from '../series/series-page';
import { readDates } from '../series/series-receipt';
import type { EventData } from '../events/queries';
import { calendarAddress, calendarFacts } from '../signups/calendar-addresses';
import { CalendarLinks } from '../signups/calendar-links';
import { readMailedAddress } from '../signups/mailed-address';
import { readReceipt, type Receipt } from '../signups/receipt';
import { ShiftsTaken } from '../signups/shifts-taken';

const order = ['CONFIRMED', 'WAITLISTED', 'REFUSED'];

/** Loads the confirmation of a sign-up for an event, or for a series. */
export async function loader(args: LoaderFunctionArgs) {
  const { event } = await queryApi(args.context, OneEvent, { slug: args.params['slug'] ?? '' }).catch(orNotFound);
  return event ? { event: loadDone(args, event), series: null } : { event: null, series: await loadSeriesDone(args) };
}

async function loadSeriesDone({ params, request, context }: LoaderFunctionArgs) {
  const { series } = await seriesOf(context, params['slug']);
  const query = new URL(request.url).searchParams;
  return {
    series,
    dates: readDates(query.get('d') ?? '').slice(0, 60),
    isKnown: query.has('known'),
    isEvery: query.has('every'),
    hasMore: query.has('more'),
    mailedTo: readMailedAddress(request, context, series.id),
  };
}

function loadDone({ request, context }: LoaderFunctionArgs, event: EventData) {
  // Maximum number of shifts in one request.
  const [firstReceipt, ...otherReceipts] = new URL(request.url).searchParams.getAll('r').slice(0, 10);
  const receipts = [readReceipt(firstReceipt ?? null), ...otherReceipts.map(readReceipt)] as const;
  // The page shows the best status of all.
  const receipt = receipts.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0]!;
  const isGroup = new URL(request.url).searchParams.has('group');
  return { event, receipt, receipts, isGroup, mailedTo: readMailedAddress(request, context, receipts[0].shiftId) };
}

export default function Done() {
  const { event, series } = useLoaderData<typeof loader>();
  return event ? <EventDone {...event} /> : <SeriesDone {...series} />;
}

function EventDone({ event, receipt, receipts, isGroup, mailedTo }: ReturnType<typeof loadDone>) {
  const { words, locale, publicUrl } = usePage();
  const isSeveral = receipts.length > 1;
  const language = contentLanguage(event.languages, locale);
  const t = words.site.done;
  const isWaitlisted = receipt.status === 'WAITLISTED';
  const { isKnown: known } = receipt;
  const title = isWaitlisted ? t.waitlistedTitle : known ? t.knownTitle : t.confirmedTitle;
  const shift = event.shifts.find(({ id }) => id === receipt.shiftId);
  const leadText = useLead(receipt);
  const lead = isSeveral && !known && !isWaitlisted ? t.severalLead : leadText;
  const emailStep = known ? t.stepMailKnown : mailedTo === null ? t.stepMail : t.stepMailTo({ email: mailedTo });
  const groupSteps = isGroup ? [words.site.group.stepNames] : [];
  const steps = isWaitlisted
    ? [emailStep, ...groupSteps, t.stepWaitlist, t.stepCancel]
    : [emailStep, ...(known ? [] : [t.stepConfirm]), ...groupSteps, t.stepReminder, t.stepCancel];
  const hasCalendarLinks =
    !isSeveral && !isWaitlisted && event.status === 'PUBLISHED' && shift && receipt.signupId !== null;
  return (
    <PersonalPage title={title} heading={null} className="narrow done">
      <p className={isWaitlisted ? 'seal amber' : 'seal'}>
        <Icon name={isWaitlisted ? 'people' : 'check'} />
      </p>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <section className="panel" aria-labelledby="your-shift">
        <h2 id="your-shift">{isSeveral ? t.yourShifts : t.yourShift}</h2>
        <p className="shift-title">
          <a href={`/events/${event.slug}`} lang={language}>
            {event.title}
          </a>
        </p>
        {isSeveral && <ShiftsTaken receipts={receipts} event={event} />}
        {!isSeveral && shift && (
          <p>
            <b lang={language}>{shift.role}</b>
            <br />
            <Day span={{ ...shift, timeZone: event.timeZone }} />,{' '}
            <Hours span={{ ...shift, timeZone: event.timeZone }} />
          </p>
        )}
        {receipt.guests > 0 && <PartyText receipt={receipt} isGroup={isGroup} />}
        <p>{event.online ? words.site.event.online : event.place}</p>
        {hasCalendarLinks && (
          <p>
            <ButtonLink
              to={calendarAddress(event.slug, shift.id, receipt.signupId, locale)}
              label={words.site.event.addToCalendar}
              look="quiet"
              icon="calendar"
              download
            />
          </p>
        )}
        {hasCalendarLinks && <CalendarLinks facts={calendarFacts(event, shift, publicUrl)} />}
      </section>
      <section aria-labelledby="next">
        <h2 id="next">{t.next}</h2>
        <ol className="timeline">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      {!known && (
        <section className="aside" aria-labelledby="no-mail">
          <h2 id="no-mail">{t.noMailHeading}</h2>
          <p>{mailedTo === null ? t.noMail : t.noMailTo({ email: mailedTo })}</p>
          <p>
            <a href={`/events/${event.slug}#sign-up`}>{t.signUpAgain}</a>
          </p>
        </section>
      )}
    </PersonalPage>
  );
}

function PartyText({ receipt: { guests, status }, isGroup }: { receipt: Receipt; isGroup: boolean }) {
  const { done: t, group } = usePage().words.site;
  const isWaitlisted = status === 'WAITLISTED';
  if (isGroup) return <p>{isWaitlisted ? group.waits({ n: 1 + guests }) : group.done({ n: 1 + guests })}</p>;
  return <p>{isWaitlisted ? t.guestsWait({ n: guests }) : t.guests({ n: guests })}</p>;
}

function useLead({ status, isKnown: known, position }: Receipt): string {
  const { words } = usePage();
  const t = words.site.done;
  if (status === 'CONFIRMED') return known ? t.knownLead : t.confirmedLead;
  if (!known) return position === null ? t.waitlistedLeadPlain : t.waitlistedLead({ position });
  const { waitlist, waitlistPlain } = words.site.account;
  return position === null ? waitlistPlain : waitlist({ position });
}
