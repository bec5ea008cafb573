import { hoursText } from '@upstander/web-kit';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { GivenHours } from './queries';

const displayedCount = 10;

export function HourList({ hours }: { hours: readonly GivenHours[] }) {
  const t = usePage().words.site.hours;
  const renderHours = (entries: readonly GivenHours[]) => (
    <ul className="roomy-list">
      {entries.map((hours) => (
        <Line key={hours.id} hours={hours} />
      ))}
    </ul>
  );
  return (
    <>
      {renderHours(hours.slice(0, displayedCount))}
      {hours.length > displayedCount && (
        <details>
          <summary>{t.more}</summary>
          {renderHours(hours.slice(displayedCount))}
        </details>
      )}
    </>
  );
}

function Line({ hours }: { hours: GivenHours }) {
  const { words, locale } = usePage();
  const t = words.site.hours;
  const { id, activity, day, minutes, status, note, chapter, corrections } = hours;
  return (
    <li>
      <b>{activity}</b>, {calendarDay(locale, day)}: <b>{hoursText(locale, minutes)}</b>
      <br />
      <span className="small">
        {[chapter.name, words.enums.hoursStatus[status]].join(' · ')}
        {note !== null && (
          <>
            <br />
            {t.yourNote({ note })}
          </>
        )}
        {corrections.map(({ at, minutesBefore, minutesAfter, reason }) => (
          <span key={at}>
            <br />
            {minutesAfter === 0
              ? t.rejected({ reason })
              : t.corrected({ before: hoursText(locale, minutesBefore), reason })}
          </span>
        ))}
      </span>
      {status === 'APPROVED' && (
        <>
          <br />
          <a
            href={`/account/hours?dispute=${id}`}
            aria-label={t.disputeOf({ what: activity, day: calendarDay(locale, day) })}
          >
            {t.dispute}
          </a>
        </>
      )}
    </li>
  );
}
