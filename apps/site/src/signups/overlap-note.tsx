import { dayAndTime, zoneName } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { OverlappingShiftData } from './known-volunteer';

export function OverlapNote({ overlappingShift: { existingShift } }: { overlappingShift: OverlappingShiftData }) {
  const { words, locale } = usePage();
  const t = words.site.signUp;
  const starts = new Date(existingShift.startsAt);
  const shiftTime = `${dayAndTime(locale, starts, existingShift.timeZone)} (${zoneName(locale, existingShift.timeZone, starts)})`;
  return (
    <p className="small needs">
      {existingShift.isSameShift
        ? t.inTheWaySame
        : t.inTheWay({ title: existingShift.title, role: existingShift.role, when: shiftTime })}{' '}
      <a href={`/s/${existingShift.token}`}>{t.inTheWayChange}</a>
    </p>
  );
}
