import { shortDate } from '@upstander/web-kit';
import { roundMoney } from '../money/money-format';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import type { GiftLineData } from './queries';

export function GiftLines({ gifts, timeZone }: { gifts: readonly GiftLineData[]; timeZone: string }) {
  return (
    <ul className="gifts">
      {gifts.map((gift) => (
        <GiftLine key={gift.id} gift={gift} timeZone={timeZone} />
      ))}
    </ul>
  );
}

const GiftLine = cacheMarkup(function GiftLine({ gift, timeZone }: { gift: GiftLineData; timeZone: string }) {
  const { words, locale } = usePage();
  const t = words.site.campaign;
  return (
    <li>
      <p className="gift-who">
        <b>{gift.name ?? t.anonymous}</b>
        <span className="figure">{roundMoney(locale, gift.amount)}</span>
      </p>
      {gift.message !== '' && <p className="gift-says">{gift.message}</p>}
      <p className="small">
        <time dateTime={gift.paidAt}>{shortDate(locale, new Date(gift.paidAt), timeZone)}</time>
        {gift.monthly && ` · ${t.monthly}`}
      </p>
    </li>
  );
});
