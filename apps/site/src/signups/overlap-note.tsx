import { dayAndTime, zoneName } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { OverlappingShiftData } from './known-volunteer';

export function OverlapNote({ overlappingShift: { held } }: { overlappingShift: OverlappingShiftData }) {
  const { words, locale } = usePage();
  const t = words.site.signUp;
  const starts = new Date(held.startsAt);
  const shiftTime = `${dayAndTime(locale, starts, held.timeZone)} (${zoneName(locale, held.timeZone, starts)})`;
  return (
    <p className="small needs">
      {held.same ? t.inTheWaySame : t.inTheWay({ title: held.title, role: held.role, when: shiftTime })}{' '}
      <a href={`/s/${held.token}`}>{t.inTheWayChange}</a>
    </p>
  );
}
