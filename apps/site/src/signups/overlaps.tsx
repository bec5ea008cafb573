import { dayAndTime, zoneName } from '@upstander/web-kit';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import type { MySignupData } from './my-signup';

/** Two shifts at one time: said while there is still something to choose, to the owner of the address alone. */
export function Overlaps({ signup }: { signup: MySignupData }) {
  const { words, locale } = usePage();
  const t = words.site.manage;
  if (signup.overlaps.length === 0) return null;
  return (
    <section className="note amber" aria-labelledby="overlaps">
      <Icon name="alert" />
      <div>
        <p id="overlaps">
          <b>{t.overlaps}</b>
        </p>
        <ul>
          {signup.overlaps.map(({ title, role, startsAt, timeZone }) => {
            const starts = new Date(startsAt);
            const when = `${dayAndTime(locale, starts, timeZone)} (${zoneName(locale, timeZone, starts)})`;
            return (
              <li key={`${title} ${role} ${startsAt}`}>
                {title} ({role}), {when}
              </li>
            );
          })}
        </ul>
        <p>{t.overlapsText}</p>
      </div>
    </section>
  );
}
