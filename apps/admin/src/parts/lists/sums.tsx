import { moneyText, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import classes from './list.module.css';

interface SumsProps {
  /** One per currency. Null if there are too many rows to add up. */
  amounts: readonly MoneyValue[] | null;
  label?: ((named: { amount: string }) => string) | undefined;
}

/** Totals of a list, including its other pages. */
export function Sums({ amounts, label }: SumsProps) {
  const { t, locale } = useWords('money');
  if (!amounts) return <p className={classes.sums}>{t.money.tooManyToSum}</p>;
  if (amounts.length === 0) return null;
  return (
    <ul className={classes.sums} aria-label={t.common.list.sums}>
      {amounts.map((amount) => (
        <li key={amount.currency}>
          <SumText text={label ?? t.common.list.sum} amount={moneyText(locale, amount)} />
        </li>
      ))}
    </ul>
  );
}

interface SumTextProps {
  text: (named: { amount: string }) => string;
  amount: string;
}

export function SumText({ text, amount }: SumTextProps) {
  const [before, after] = text({ amount: placeholder }).split(placeholder);
  return (
    <>
      {before}
      <span className={classes.figure}>{amount}</span>
      {after}
    </>
  );
}

const placeholder = '\u0000';

export function totalsOf(amounts: readonly MoneyValue[]): MoneyValue[] {
  const totals = new Map<string, bigint>();
  for (const { amountMinor, currency } of amounts) {
    totals.set(currency, (totals.get(currency) ?? 0n) + BigInt(amountMinor));
  }
  return [...totals].map(([currency, minor]) => ({ amountMinor: minor.toString(), currency }));
}
