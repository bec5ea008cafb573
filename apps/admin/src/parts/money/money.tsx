import { moneyText, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import classes from './money.module.css';

interface MoneyProps {
  value: MoneyValue | null | undefined;
  /** Leaves cents out where they are nothing: for goals and headlines, never in a column of amounts. */
  short?: boolean;
  strong?: boolean;
}

/** An amount, its digits as wide as each other, so that a column of them can be read down. */
export function Money({ value, short = false, strong = false }: MoneyProps) {
  const { locale, t } = useWords('money');
  if (!value) return <span className={classes.none}>{t.money.unknown}</span>;
  return (
    <span className={classes.money} data-strong={strong || undefined}>
      {moneyText(locale, value, { short })}
    </span>
  );
}

export function isZero(value: MoneyValue): boolean {
  return BigInt(value.amountMinor) === 0n;
}

export function isNegative(value: MoneyValue): boolean {
  return BigInt(value.amountMinor) < 0n;
}

/** The same amount the other way: what went out, shown as a minus. */
export function negated(value: MoneyValue): MoneyValue {
  return { amountMinor: (-BigInt(value.amountMinor)).toString(), currency: value.currency };
}

/** How much of the whole, between 0 and 1, for a bar; the words beside it say it exactly. */
export function shareOf(part: MoneyValue, whole: MoneyValue): number {
  const all = Number(whole.amountMinor);
  return all <= 0 ? 0 : Math.min(1, Math.max(0, Number(part.amountMinor) / all));
}

/** How much of the whole in hundredths, above one as well, and never rounded up to a goal that is not reached. */
export function wholePercent(part: MoneyValue, whole: MoneyValue): number {
  const all = BigInt(whole.amountMinor);
  return all <= 0n ? 0 : Number((BigInt(part.amountMinor) * 100n) / all) / 100;
}
