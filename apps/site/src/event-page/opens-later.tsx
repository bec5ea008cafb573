import { dayAndTime, zoneName } from '@upstander/web-kit';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { signInPath } from '../sign-in/return-to';
import type { EventData } from '../events/queries';

/** Leads and members can sign up earlier with a link or signed in. */
export function OpensLater({
  event,
  isKnown,
}: {
  event: Pick<EventData, 'slug' | 'opensAt' | 'opensToMembersAt' | 'timeZone'>;
  isKnown: boolean;
}) {
  const { words, locale, isPast } = usePage();
  const t = words.site.signUp;
  const formatTime = (at: string) =>
    `${dayAndTime(locale, new Date(at), event.timeZone)} (${zoneName(locale, event.timeZone, new Date(at))})`;
  const { opensAt, opensToMembersAt } = event;
  return (
    <div className="note amber">
      <Icon name="clock" />
      <div>
        <p>
          <b>{t.opensAt({ when: formatTime(opensAt ?? '') })}</b>
        </p>
        {opensToMembersAt !== null && !isPast(opensToMembersAt) && (
          <p>{t.opensToMembers({ when: formatTime(opensToMembersAt) })}</p>
        )}
        {opensToMembersAt !== null && isPast(opensToMembersAt) && <p>{t.openToMembers}</p>}
        {!isKnown && (
          <p>
            <a href={signInPath(`/events/${event.slug}`)}>{t.opensSignIn}</a>
          </p>
        )}
      </div>
    </div>
  );
}
