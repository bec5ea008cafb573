import { dayAndTime } from '@upstander/web-kit';
import { contentLanguage } from '../events/content-language';
import { Day, Hours } from '../events/event-times';
import { usePage } from '../request/page-context';
import { displayStatusOf } from '../signups/my-signup';
import type { AccountSignup, LedShift } from './queries';

interface SignupListProps {
  signups: readonly AccountSignup[];
  ledShifts: readonly LedShift[];
}

export function SignupList({ signups, ledShifts }: SignupListProps) {
  return (
    <ul className="signup-list">
      {signups.map((signup) => (
        <li key={signup.id} className="panel">
          <SignupRow signup={signup} leadToken={ledShifts.find(({ signupId }) => signupId === signup.id)?.token} />
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
