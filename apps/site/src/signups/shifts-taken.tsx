import { refusalText } from '@upstander/web-kit';
import { Day, Hours } from '../events/event-times';
import type { EventData } from '../events/queries';
import { usePage } from '../request/page-context';
import { calendarAddress } from './calendar-addresses';
import type { Receipt } from './receipt';

interface Props {
  receipts: readonly Receipt[];
  event: Pick<EventData, 'slug' | 'shifts' | 'timeZone' | 'status'>;
}

export function ShiftsTaken({ receipts, event }: Props) {
  const { words, locale } = usePage();
  return (
    <ul>
      {receipts.map((receipt) => {
        const shift = event.shifts.find(({ id }) => id === receipt.shiftId);
        if (!shift) return null;
        const span = { ...shift, timeZone: event.timeZone };
        const hasCalendarLinks =
          receipt.status === 'CONFIRMED' && event.status === 'PUBLISHED' && receipt.signupId !== null;
        return (
          <li key={shift.id}>
            <b>{shift.role}</b>, <Day span={span} />, <Hours span={span} />
            <br />
            <State receipt={receipt} />
            {hasCalendarLinks && (
              <>
                {' '}
                <a href={calendarAddress(event.slug, shift.id, receipt.signupId, locale)} download>
                  {words.site.event.addToCalendar}
                </a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function State({ receipt: { status, position, refusal } }: { receipt: Receipt }) {
  const { words } = usePage();
  const t = words.site.done;
  if (status === 'CONFIRMED') return <span className="badge green">{t.severalPlace}</span>;
  if (status === 'WAITLISTED')
    return <span className="badge amber">{t.severalWaits({ position: position ?? 0 })}</span>;
  return (
    <>
      <span className="badge clay">{t.severalRefused}</span> {refusalText(words, refusal ?? '')}
    </>
  );
}
