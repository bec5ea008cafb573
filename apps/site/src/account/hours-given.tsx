import type { ResultOf } from '@upstander/api-client';
import { hoursText } from '@upstander/web-kit';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { MyAccount } from './queries';

type Volunteer = NonNullable<NonNullable<ResultOf<typeof MyAccount>['me']>['volunteer']>;

/** As many as stand on the page at once; the rest unfolds. */
const shown = 5;

/** What somebody gave: the sum, and each time with whether it counts. */
export function HoursGiven({ volunteer }: { volunteer: Volunteer }) {
  const { words, locale } = usePage();
  const t = words.site.account;
  const { hours, hoursTotal } = volunteer;
  if (hours.length === 0) return null;
  const [time, lately] = [hoursTotal.minutes, hoursTotal.minutesLastYear].map((minutes) => hoursText(locale, minutes));
  const list = (some: typeof hours) => (
    <ul>
      {some.map(({ id, what, day, minutes, status }) => (
        <li key={id}>
          {what}, {calendarDay(locale, day)}: <b>{hoursText(locale, minutes)}</b>
          {status !== 'APPROVED' && ` (${words.enums.hoursStatus[status]})`}
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{t.hours}</h2>
      <p>{t.hoursTotal({ time: time ?? '', lately: lately ?? '' })}</p>
      {list(hours.slice(0, shown))}
      {hours.length > shown && (
        <details>
          <summary>{t.hoursMore}</summary>
          {list(hours.slice(shown))}
        </details>
      )}
      <p className="small">{t.hoursWrong}</p>
    </section>
  );
}
