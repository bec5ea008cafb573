import { dayAndTime, zoneName } from '@upstander/web-kit';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import type { MySignupData } from './my-signup';

/** Shown only to the owner of the address, while they can still be changed. */
export function Overlaps({ overlaps, text }: { overlaps: MySignupData['overlaps']; text?: string }) {
  const { words, locale } = usePage();
  const t = words.site.manage;
  if (overlaps.length === 0) return null;
  return (
    <section className="note amber" aria-labelledby="overlaps">
      <Icon name="alert" />
      <div>
        <p id="overlaps">
          <b>{t.overlaps}</b>
        </p>
        <ul>
          {overlaps.map(({ title, role, startsAt, timeZone }) => {
            const starts = new Date(startsAt);
            const shiftTime = `${dayAndTime(locale, starts, timeZone)} (${zoneName(locale, timeZone, starts)})`;
            return (
              <li key={`${title} ${role} ${startsAt}`}>
                {title} ({role}), {shiftTime}
              </li>
            );
          })}
        </ul>
        <p>{text ?? t.overlapsText}</p>
      </div>
    </section>
  );
}
