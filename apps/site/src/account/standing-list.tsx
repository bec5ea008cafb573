import { dayText } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { AccountStandingSignup } from './queries';

/** Series whose every date the volunteer is signed up for. */
export function StandingList({ standingSignups }: { standingSignups: readonly AccountStandingSignup[] }) {
  const { words, locale, quarter } = usePage();
  const t = words.site.standing;
  if (standingSignups.length === 0) return null;
  const untilText = (until: string) => dayText(locale, new Date(`${until}T12:00:00Z`), 'UTC', quarter.getUTCFullYear());
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{t.heading}</h2>
      <ul className="signup-list">
        {standingSignups.map(({ id, token, role, until, status, series, dates }) => (
          <li key={id} className="panel">
            <h3>
              <a href={`/events/${series.slug}`}>{series.title}</a>
            </h3>
            <p>
              {role} · {t.next({ n: dates.filter((date) => date.status === 'CONFIRMED' && !date.isCancelled).length })}
            </p>
            <p>
              <b>
                {status === 'UNCONFIRMED'
                  ? t.toConfirm
                  : until === null
                    ? t.every
                    : t.everyUntil({ day: untilText(until) })}
              </b>
            </p>
            <p>
              <a href={`/standing/${token}`} aria-label={`${series.title}: ${t.open}`}>
                {t.open}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
