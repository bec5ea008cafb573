import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { amountFault, MinorUnitsScalar } from '@upstander/ledger';
import { maxGiftMinor } from '@upstander/money';
import { line, modelField, type FieldSettings } from '@upstander/platform';

const description = 'A suggested amount and its impact, for example one night of shelter.';

/** A suggested amount and what a gift of it achieves; stored as JSON with its campaign. */
@ObjectType({ description })
@InputType('SuggestedAmountInput', { description })
export class SuggestedAmount {
  @Field(() => MinorUnitsScalar, { description: "Amount in minor units of the campaign's currency." })
  amountMinor!: bigint | string;
  @Field(() => String, {
    defaultValue: '',
    description: 'Text in English, at most 80 characters. At least one of `text` and `textEs` is required.',
  })
  text!: string;
  @Field(() => String, { defaultValue: '', description: 'Text in Spanish.' }) textEs!: string;
}

const maxAmounts = 5;
const words = line(80);

/** Declares a column of suggested amounts, smallest first. `amountsFault` checks them against the currency. */
export function SuggestedAmounts(said: Omit<FieldSettings, 'default'> = {}): PropertyDecorator {
  return modelField(
    { default: () => "'[]'", ...said },
    {
      type: () => [SuggestedAmount],
      column: { type: 'jsonb' as const },
      empty: [],
      max: maxAmounts,
      tidy: (amounts: readonly SuggestedAmount[]) =>
        amounts
          .map(({ amountMinor, text, textEs }) => ({
            amountMinor: String(amountMinor),
            text: words.tidy(text),
            textEs: words.tidy(textEs),
          }))
          .sort((a, b) => Number(BigInt(a.amountMinor) - BigInt(b.amountMinor))),
      fault: (amounts: readonly SuggestedAmount[]) => {
        if (amounts.length > maxAmounts) return 'too-many';
        if (amounts.some(({ text, textEs }) => text === '' && textEs === '')) return 'required';
        if (new Set(amounts.map(({ amountMinor }) => amountMinor)).size < amounts.length) return 'twice';
        return amounts.flatMap(({ text, textEs }) => [words.fault(text), words.fault(textEs)]).find(Boolean) ?? null;
      },
    },
  );
}

export function amountsFault(amounts: readonly SuggestedAmount[], currency: string): string | null {
  const faults = amounts.map((one) => {
    const amountMinor = BigInt(one.amountMinor);
    return amountFault({ amountMinor, currency }, currency) ?? (amountMinor > maxGiftMinor ? 'too-large' : null);
  });
  return faults.find((fault) => fault !== null) ?? null;
}
