import { TextInput, type TextInputProps } from '@mantine/core';
import { intlTag } from '@upstander/web-kit';
import { useWords } from '../../words/words';

interface MoneyFieldProps extends Omit<TextInputProps, 'leftSection' | 'type' | 'inputMode'> {
  currency: string;
}

/** `parseMoney` reads the value. */
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
