import { usePage } from '../request/page-context';
import { googleAddress, outlookAddress, type CalendarFacts } from './calendar-addresses';

/** Nothing is sent to them until the link is opened. */
export function CalendarLinks({ facts }: { facts: CalendarFacts }) {
  const t = usePage().words.site.manage;
  return (
    <p className="small calendar-links">
      {t.orCalendar}{' '}
      <a href={googleAddress(facts)} rel="noreferrer">
        {t.google}
      </a>{' '}
      <a href={outlookAddress(facts)} rel="noreferrer">
        {t.outlook}
      </a>
    </p>
  );
}
