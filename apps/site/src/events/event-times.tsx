import { dayText, shortTimeRange, timeRange, yearIn, zoneName } from '@upstander/web-kit';
import { usePage } from '../request/page-context';

interface Span {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

interface HoursProps {
  span: Span;
  showZone?: boolean;
  /** True for “9 AM–12 PM”, without the minutes of full hours. */
  isShort?: boolean;
}

/** Shows “9:00 AM – 12:00 PM Pacific Time”, in the event's time zone. */
export function Hours({ span, showZone = true, isShort = false }: HoursProps) {
  const { locale } = usePage();
  const start = new Date(span.startsAt);
  const format = isShort ? shortTimeRange : timeRange;
  return (
    <>
      <time dateTime={span.startsAt}>{format(locale, start, new Date(span.endsAt), span.timeZone)}</time>
      {showZone && <span className="zone"> {zoneName(locale, span.timeZone, start)}</span>}
    </>
  );
}

/** Shows “Saturday, December 5”, with the year only if it's not the current one. It's capitalized in Spanish, too. */
export function Day({ span }: { span: Pick<Span, 'startsAt' | 'timeZone'> }) {
  const { locale, quarter } = usePage();
  const text = dayText(locale, new Date(span.startsAt), span.timeZone, yearIn(quarter, span.timeZone));
  return <>{text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)}</>;
}
