import { moneyText, shortDate } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { MyRecurringGiftData } from './queries';

export function RecurringGiftHistory({ recurringGift }: { recurringGift: MyRecurringGiftData }) {
  const { words, locale } = usePage();
  const t = words.site.recurringGift;
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">{t.history}</h2>
      {recurringGift.gifts.length === 0 ? (
        <p>{t.noHistory}</p>
      ) : (
        <ul className="history">
          {recurringGift.gifts.map(({ id, token, status, charged, paidAt }) => (
            <li key={id}>
              <a href={`/thanks/${encodeURIComponent(token)}`}>
                {paidAt === null
                  ? words.enums.giftStatus[status]
                  : shortDate(locale, new Date(paidAt), recurringGift.timeZone)}
              </a>
              {paidAt !== null && status !== 'PAID' && <span className="badge">{words.enums.giftStatus[status]}</span>}
              <span className="figure">{moneyText(locale, charged)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
