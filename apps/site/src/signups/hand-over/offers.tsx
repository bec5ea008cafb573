import { dayAndTime } from '@upstander/web-kit';
import { usePage } from '../../request/page-context';
import type { MySignupData } from '../my-signup';

/** An open offer can be withdrawn. */
export function Offers({ signup, currentPath }: { signup: MySignupData; currentPath: string }) {
  const { words, locale } = usePage();
  const t = words.site.handOver;
  const { event, handOvers } = signup;
  const refusalTexts = {
    OPEN: (expiresAt: string) => t.openUntil({ until: dayAndTime(locale, new Date(expiresAt), event.timeZone) }),
    DECLINED: () => t.declined,
    EXPIRED: () => t.expired,
  };
  const visibleOffers = handOvers.flatMap(({ status, ...offer }) =>
    status === 'OPEN' || status === 'DECLINED' || status === 'EXPIRED' ? [{ ...offer, status }] : [],
  );
  if (visibleOffers.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="offers">
      <h2 id="offers">{t.offered}</h2>
      <ul className="offers">
        {visibleOffers.map(({ id, name, status, expiresAt }) => (
          <li key={id}>
            <p>
              <b>{name}</b>: {refusalTexts[status](expiresAt)}
            </p>
            {status === 'OPEN' && (
              <form method="post" action={currentPath}>
                <input type="hidden" name="offer" value={id} />
                <button className="link" name="do" value="withdraw" aria-label={t.withdrawFrom({ name })}>
                  {t.withdraw}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
