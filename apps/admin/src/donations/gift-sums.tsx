import { intlTag, moneyText } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import { isZero } from '../parts/money/money';
import type { SearchState } from '../parts/lists/use-search-state';
import { seesMoney, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import classes from './donations.module.css';
import { exportPath, variablesOf } from './gift-filters';
import { giftSumsQuery } from './queries';

/** What the filtered gifts come to, a line for each currency, and the same gifts as a file. */
export function GiftSums({ state }: { state: SearchState }) {
  const { t, locale } = useWords();
  const me = useMe();
  const { data } = useRead(giftSumsQuery, { filter: variablesOf(state.get).filter });
  const sums = data?.giftSums ?? [];
  return (
    <div className={classes.sums}>
      <ul className={classes.sumLines} aria-label={t.donations.sums}>
        {sums.map(({ count, received, refunded, lost }) => (
          <li key={received.currency}>
            {[
              t.donations.sumOf({
                amount: moneyText(locale, received),
                count: count.toLocaleString(intlTag(locale)),
                one: count === 1,
              }),
              !isZero(refunded) && t.donations.sumRefunded({ amount: moneyText(locale, refunded) }),
              !isZero(lost) && t.donations.sumLost({ amount: moneyText(locale, lost) }),
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
      {seesMoney(me) && sums.length > 0 && (
        <a href={exportPath(state.get)} download>
          {t.donations.exportThese}
        </a>
      )}
    </div>
  );
}
