import { dayAndTime } from '@upstander/web-kit';
import { Fragment, type ComponentProps, type ReactNode } from 'react';
import { contentLanguage } from '../events/content-language';
import { Day, Hours } from '../events/event-times';
import { ButtonLink } from '../frame/button';
import { registrationStatusText } from '../registrations/registration-status-text';
import { usePage } from '../request/page-context';
import { displayStatusOf } from '../signups/my-signup';
import type { AccountEntry, AccountRegistration, AccountSignup, LedShift } from './queries';

interface SignupListProps {
  entries: readonly AccountEntry[];
  ledShifts: readonly LedShift[];
}

export function SignupList({ entries, ledShifts }: SignupListProps) {
  return (
    <ul className="signup-list">
      {entries.map(({ id, signup, registration }) => (
        <li key={id} className="panel">
          {signup && <SignupRow signup={signup} leadToken={ledShifts.find(({ signupId }) => signupId === id)?.token} />}
          {registration && <RegistrationRow registration={registration} />}
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  event: AccountSignup['event'] | AccountRegistration['event'];
  span: ComponentProps<typeof Hours>['span'];
  /** Lines about the shift or party, and the place of the event. */
  details: readonly ReactNode[];
  status: string;
  action: ReactNode;
  links: ReadonlyArray<{ href: string; text: string }>;
}

function Entry({ event, span, details, status, action, links }: EntryProps) {
  const { locale } = usePage();
  return (
    <>
      <h3>
        <a href={`/events/${event.slug}`} lang={contentLanguage(event.languages, locale)}>
          {event.title}
        </a>
      </h3>
      <p>
        <b>
          <Day span={span} />
        </b>
        , <Hours span={span} />
        <br />
        {details.map((detail, index) => (
          <Fragment key={index}>
            {index > 0 && ' · '}
            {detail}
          </Fragment>
        ))}
      </p>
      <p>
        <b>{status}</b>
      </p>
      {action}
      {links.length > 0 && (
        <p>
          {links.map(({ href, text }, index) => (
            <Fragment key={href}>
              {index > 0 && ' · '}
              <a href={href} aria-label={`${event.title}: ${text}`}>
                {text}
              </a>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

/** Text of the organizers, in the language of the event. */
function Written({ event, text }: { event: EntryProps['event']; text: string }) {
  return <span lang={contentLanguage(event.languages, usePage().locale)}>{text}</span>;
}

function placeOf(event: EntryProps['event'], online: string): readonly ReactNode[] {
  if (event.online) return [online];
  return event.place ? [<Written key="place" event={event} text={event.place} />] : [];
}

function SignupRow({ signup, leadToken }: { signup: AccountSignup; leadToken: string | undefined }) {
  const { words, now } = usePage();
  const t = words.site.account;
  const { event, shift, token } = signup;
  const label = new Date(shift.endsAt) > now ? t.open : t.openPast;
  const handOver = { href: `/s/${token}?ask=hand-over`, text: words.site.manage.handOver };
  return (
    <Entry
      event={event}
      span={{ ...shift, timeZone: event.timeZone }}
      details={[<Written key="role" event={event} text={shift.role} />, ...placeOf(event, words.site.event.online)]}
      status={useStatusText(signup)}
      action={
        leadToken && (
          <p>
            <ButtonLink
              to={`/lead/${leadToken}`}
              label={t.checkPeopleIn}
              aria-label={`${event.title}: ${t.checkPeopleIn}`}
            />
          </p>
        )
      }
      links={
        token === null
          ? []
          : [{ href: `/s/${token}`, text: label }, ...(displayStatusOf(signup, now) === 'confirmed' ? [handOver] : [])]
      }
    />
  );
}

function RegistrationRow({ registration }: { registration: AccountRegistration }) {
  const { words, isPast } = usePage();
  const { account, event: eventWords, registration: t } = words.site;
  const { event, party, token, status } = registration;
  const isOver = isPast(event.endsAt);
  const hadSpot = isOver && status === 'CONFIRMED' && event.status !== 'CANCELLED';
  return (
    <Entry
      event={event}
      span={event}
      details={[t.people({ n: party }), ...placeOf(event, eventWords.online)]}
      status={hadSpot ? t.manage.over : registrationStatusText(registration, t.manage)}
      action={null}
      links={
        token === null
          ? []
          : [{ href: `/registration/${token}`, text: isOver ? account.openPast : account.openRegistration }]
      }
    />
  );
}

function useStatusText(signup: AccountSignup): string {
  const { words, locale, now } = usePage();
  const t = words.site.account;
  const { position, offerExpiresAt, event } = signup;
  switch (displayStatusOf(signup, now)) {
    case 'event-cancelled':
      return t.eventCancelled;
    case 'cancelled':
      return t.cancelled;
    case 'expired':
    case 'offer-lapsed':
      return t.expired;
    case 'to-confirm':
      return t.toConfirm;
    case 'offered':
      return t.offered({
        until: offerExpiresAt === null ? '' : dayAndTime(locale, new Date(offerExpiresAt), event.timeZone),
      });
    case 'waitlisted':
      return position === null ? t.waitlistPlain : t.waitlist({ position });
    case 'over':
      return signup.status === 'CONFIRMED' ? t.over : t.came;
    case 'there':
      return t.there;
    case 'missed':
      return t.missed;
    case 'confirmed':
      return t.confirmed;
  }
}
