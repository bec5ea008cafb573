import { refusalText } from '@upstander/web-kit';
import { Day, Hours } from '../events/event-times';
import { usePage } from '../request/page-context';
import type { StandingData } from './queries';

type DateData = StandingData['dates'][number];

/** The dates of a standing sign-up, each with a link to skip it. */
export function StandingDates({ dates, timeZone }: { dates: readonly DateData[]; timeZone: string }) {
  return (
    <ul className="row-list">
      {dates.map((date) => (
        <li key={date.eventId} className="row">
          <h3>
            <a href={date.token === null ? `/events/${date.slug}` : `/s/${date.token}`}>
              <Day span={{ ...date, timeZone }} />
            </a>
          </h3>
          <p className="row-facts">
            <Hours span={{ ...date, timeZone }} showZone={false} />
          </p>
          <p className={stateClass(date)}>
            <State date={date} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function stateClass({ status, isCancelled }: DateData): string {
  if (isCancelled) return 'row-state clay';
  return status === 'CONFIRMED' || status === 'OFFERED' ? 'row-state' : 'row-state soft';
}

function State({ date: { status, position, refusal, isCancelled } }: { date: DateData }) {
  const { words } = usePage();
  const t = words.site.standing;
  if (isCancelled) return t.cancelled;
  switch (status) {
    case null:
      return refusal === null ? t.skipped : `${t.refused}. ${refusalText(words, refusal)}`;
    case 'WAITLISTED':
      return t.waitlist({ position });
    case 'OFFERED':
      return t.offered;
    case 'CANCELLED':
      return t.skipped;
    case 'EXPIRED':
      return t.expired;
    default:
      return t.spot;
  }
}
