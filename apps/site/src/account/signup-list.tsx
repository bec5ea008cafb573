import { dayAndTime } from '@upstander/web-kit';
import { contentLanguage } from '../events/content-language';
import { Day, Hours } from '../events/event-times';
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

function SignupRow({ signup, leadToken }: { signup: AccountSignup; leadToken: string | undefined }) {
  const { words, locale, now } = usePage();
  const t = words.site.account;
  const { event, shift, token } = signup;
  const label = new Date(shift.endsAt) > now ? t.open : t.openPast;
  const span = { ...shift, timeZone: event.timeZone };
  const place = event.online ? words.site.event.online : event.place;
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
        <span lang={contentLanguage(event.languages, locale)}>{shift.role}</span>
        {place && ` · ${place}`}
      </p>
      <p>
        <b>{useStatusText(signup)}</b>
      </p>
      {leadToken && (
        <p>
          <a className="button" href={`/lead/${leadToken}`} aria-label={`${event.title}: ${t.checkPeopleIn}`}>
            {t.checkPeopleIn}
          </a>
        </p>
      )}
      {token !== null && (
        <p>
          <a href={`/s/${token}`} aria-label={`${event.title}: ${label}`}>
            {label}
          </a>
          {displayStatusOf(signup, now) === 'confirmed' && (
            <>
              {' · '}
              <a href={`/s/${token}?ask=hand-over`} aria-label={`${event.title}: ${words.site.manage.handOver}`}>
                {words.site.manage.handOver}
              </a>
            </>
          )}
        </p>
      )}
    </>
  );
}

function RegistrationRow({ registration }: { registration: AccountRegistration }) {
  const { words, locale, isPast } = usePage();
  const { account, event: eventWords, registration: t } = words.site;
  const { event, party, token, status } = registration;
  const isOver = isPast(event.endsAt);
  const label = isOver ? account.openPast : account.openRegistration;
  const place = event.online ? eventWords.online : event.place;
  const hadSpot = isOver && status === 'CONFIRMED' && event.status !== 'CANCELLED';
  return (
    <>
      <h3>
        <a href={`/events/${event.slug}`} lang={contentLanguage(event.languages, locale)}>
          {event.title}
        </a>
      </h3>
      <p>
        <b>
          <Day span={event} />
        </b>
        , <Hours span={event} />
        <br />
        {t.people({ n: party })}
        {place && (
          <>
            {' · '}
            <span lang={contentLanguage(event.languages, locale)}>{place}</span>
          </>
        )}
      </p>
      <p>
        <b>{hadSpot ? t.manage.over : registrationStatusText(registration, t.manage)}</b>
      </p>
      {token !== null && (
        <p>
          <a href={`/registration/${token}`} aria-label={`${event.title}: ${label}`}>
            {label}
          </a>
        </p>
      )}
    </>
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
