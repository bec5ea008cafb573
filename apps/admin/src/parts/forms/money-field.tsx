import { TextInput, type TextInputProps } from '@mantine/core';
import { intlTag, moneyText, parseMoney, type MoneyValue } from '@upstander/web-kit';
import { useWords } from '../../words/words';

interface MoneyFieldProps extends Omit<TextInputProps, 'leftSection' | 'type' | 'inputMode'> {
  currency: string;
}

/** An amount as people type it, beside the sign of its currency; `parseMoney` reads it. */
export function MoneyField({ currency, ...props }: MoneyFieldProps) {
  const { locale } = useWords();
  const sign = new Intl.NumberFormat(intlTag(locale), { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      leftSection={<span aria-hidden="true">{sign ?? currency}</span>}
      leftSectionWidth={(sign ?? currency).length > 1 ? 52 : 34}
    />
  );
}

/** What is wrong with an amount as it was typed: it is none, it is nothing, or more than there is. */
export function useMoneyProblem() {
  const { t, locale } = useWords('money');
  return (
    text: string,
    currency: string,
    limit: { most?: MoneyValue; tooMuch?: string; mayBeNothing?: boolean } = {},
  ) => {
    const minor = parseMoney(text, currency);
    if (minor === null) return t.money.notAnAmount;
    if (minor === 0 && !limit.mayBeNothing) return t.money.notZero;
    const { most } = limit;
    if (!most || BigInt(minor) <= BigInt(most.amountMinor)) return undefined;
    return limit.tooMuch ?? t.money.atMost({ amount: moneyText(locale, most) });
  };
}

/** An amount that was typed, once nothing is wrong with it. */
export function moneyTyped(text: string, currency: string): { amountMinor: number; currency: string } {
  return { amountMinor: parseMoney(text, currency) ?? 0, currency };
}
