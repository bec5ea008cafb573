import { moneyText, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import classes from './money.module.css';

interface MoneyProps {
  value: MoneyValue | null | undefined;
  /** Omits zero cents, for goals and headlines. Not for columns of amounts. */
  isShort?: boolean;
  isStrong?: boolean;
}

export function Money({ value, isShort = false, isStrong = false }: MoneyProps) {
  const { locale, t } = useWords('money');
  if (!value) return <span className={classes.none}>{t.money.unknown}</span>;
  return (
    <span className={classes.money} data-strong={isStrong || undefined}>
      {moneyText(locale, value, { short: isShort })}
    </span>
  );
}

export function isZero(value: MoneyValue): boolean {
  return BigInt(value.amountMinor) === 0n;
}

export function isNegative(value: MoneyValue): boolean {
  return BigInt(value.amountMinor) < 0n;
}

export function negate(value: MoneyValue): MoneyValue {
  return { amountMinor: (-BigInt(value.amountMinor)).toString(), currency: value.currency };
}

/** Between 0 and 1, for progress bars. */
export function shareOf(part: MoneyValue, whole: MoneyValue): number {
  const total = Number(whole.amountMinor);
  return total <= 0 ? 0 : Math.min(1, Math.max(0, Number(part.amountMinor) / total));
}

/** Can exceed 100. Rounds down, so that 100 means the goal is reached. */
export function integerPercent(part: MoneyValue, whole: MoneyValue): number {
  const total = BigInt(whole.amountMinor);
  return total <= 0n ? 0 : Number((BigInt(part.amountMinor) * 100n) / total) / 100;
}
