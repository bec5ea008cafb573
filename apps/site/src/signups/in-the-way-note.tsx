import { dayAndTime, zoneName } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { InTheWayData } from './known-volunteer';

/** That somebody holds a shift at the same time, and the way to change that. */
export function InTheWayNote({ inTheWay: { held } }: { inTheWay: InTheWayData }) {
  const { words, locale } = usePage();
  const t = words.site.signUp;
  if (held === null) {
    return (
      <p className="small needs">
        {t.inTheWayUnnamed} <a href="/account">{t.inTheWayAccount}</a>
      </p>
    );
  }
  const starts = new Date(held.startsAt);
  const when = `${dayAndTime(locale, starts, held.timeZone)} (${zoneName(locale, held.timeZone, starts)})`;
  return (
    <p className="small needs">
      {held.same ? t.inTheWaySame : t.inTheWay({ title: held.title, role: held.role, when })}{' '}
      <a href={`/s/${held.token}`}>{t.inTheWayChange}</a>
    </p>
  );
}
