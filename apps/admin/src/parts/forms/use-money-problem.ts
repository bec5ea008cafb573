import { moneyText, parseMoney, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';

export function useMoneyProblem() {
  const { t, locale } = useWords('money');
  return (
    text: string,
    currency: string,
    limit: { most?: MoneyValue; tooMuch?: string; isZeroAllowed?: boolean } = {},
  ) => {
    const minor = parseMoney(text, currency);
    if (minor === null) return t.money.notAnAmount;
    if (minor === 0 && !limit.isZeroAllowed) return t.money.notZero;
    const { most } = limit;
    if (!most || BigInt(minor) <= BigInt(most.amountMinor)) return undefined;
    return limit.tooMuch ?? t.money.atMost({ amount: moneyText(locale, most) });
  };
}
