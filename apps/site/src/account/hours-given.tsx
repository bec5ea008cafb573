import type { ResultOf } from '@upstander/api-client';
import { hoursText } from '@upstander/web-kit';
import { ButtonLink } from '../frame/button';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { MyAccount } from './queries';

type Volunteer = NonNullable<NonNullable<ResultOf<typeof MyAccount>['me']>['volunteer']>;

/** The hours page lists all. */
const displayedCount = 3;

export function HoursGiven({ volunteer: { hours, hoursTotal } }: { volunteer: Volunteer }) {
  const { words, locale } = usePage();
  const t = words.site.account;
  const [time, lastYear] = [hoursTotal.minutes, hoursTotal.minutesLastYear].map((minutes) =>
    hoursText(locale, minutes),
  );
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{t.hours}</h2>
      <p>
        {hours.length === 0
          ? words.site.hours.none
          : words.site.hours.total({ time: time ?? '', lately: lastYear ?? '' })}
      </p>
      {hours.length > 0 && (
        <ul>
          {hours.slice(0, displayedCount).map(({ id, activity, day, minutes, status }) => (
            <li key={id}>
              {activity}, {calendarDay(locale, day)}: <b>{hoursText(locale, minutes)}</b>
              {status !== 'APPROVED' && ` (${words.enums.hoursStatus[status]})`}
            </li>
          ))}
        </ul>
      )}
      <p className="actions">
        <ButtonLink to="/account/hours" label={t.hoursAll} look="quiet" />
      </p>
    </section>
  );
}
