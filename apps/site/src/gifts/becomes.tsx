import type { MoneyValue } from '@upstander/web-kit';
import { matchAmount } from '../campaigns/match-amount';
import { presetAmounts } from '../money/amounts';
import { roundMoney } from '../money/money-format';
import { usePage } from '../request/page-context';
import { amountOf, type GiveValues } from './give-values';
import type { GiveData } from './queries';

/**
 * The stylesheet shows the sentence of the chosen amount. For a typed amount, `give.js` fills it in, or the server after
 * a press of the button.
 */
export function Becomes({ campaign, values }: { campaign: GiveData; values: GiveValues }) {
  const { words, locale, isPast } = usePage();
  const t = words.site.give;
  const added = (gift: MoneyValue) => matchAmount(gift, campaign.matching, isPast);
  if (added({ amountMinor: 1_000_000, currency: campaign.currency }) === 0n) return null;
  const sentence = (gift: MoneyValue) => {
    const more = added(gift);
    if (more === 0n) return null;
    const total = { amountMinor: String(BigInt(gift.amountMinor) + more), currency: gift.currency };
    return t.becomes({ amount: roundMoney(locale, gift), total: roundMoney(locale, total) });
  };
  const typed = values.amount === 'other' ? amountOf(values, campaign.currency) : null;
  return (
    <p className="becomes">
      {presetAmounts(campaign).map((money, index) => (
        <span className={`fee fee-${index}`} key={money.amountMinor}>
          {sentence(money)}
        </span>
      ))}
      <span className="fee fee-other" data-live={t.becomes({ amount: '{amount}', total: '{total}' })}>
        {typed && sentence(typed)}
      </span>
      <span className="fee-rule">{t.isMatched}</span>
    </p>
  );
}
