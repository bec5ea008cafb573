import { moneyText, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import classes from './list.module.css';

interface SumsProps {
  /** One for each currency; null where there are too many rows to add up. */
  amounts: readonly MoneyValue[] | null;
  /** How it is said, where that is not “In all”. */
  say?: ((named: { amount: string }) => string) | undefined;
}

/** What the rows of a list come to, those of its other pages too. */
export function Sums({ amounts, say }: SumsProps) {
  const { t, locale } = useWords('money');
  if (!amounts) return <p className={classes.sums}>{t.money.tooManyToSum}</p>;
  if (amounts.length === 0) return null;
  return (
    <ul className={classes.sums} aria-label={t.common.list.sums}>
      {amounts.map((amount) => (
        <li key={amount.currency}>{(say ?? t.common.list.sum)({ amount: moneyText(locale, amount) })}</li>
      ))}
    </ul>
  );
}

/** What amounts come to, by currency. */
export function totalsOf(amounts: readonly MoneyValue[]): MoneyValue[] {
  const totals = new Map<string, bigint>();
  for (const { amountMinor, currency } of amounts) {
    totals.set(currency, (totals.get(currency) ?? 0n) + BigInt(amountMinor));
  }
  return [...totals].map(([currency, minor]) => ({ amountMinor: minor.toString(), currency }));
}
