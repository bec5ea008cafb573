import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { amountFault, MinorUnitsScalar } from '@upstander/ledger';
import { mostGiftMinor } from '@upstander/money';
import { line, modelField, type Said } from '@upstander/platform';

const description = 'What a gift of this amount does, such as one night; offered as a choice.';

/** What a gift of an amount does; kept as JSON with its campaign. */
@ObjectType({ description })
@InputType('SuggestedAmountInput', { description })
export class SuggestedAmount {
  @Field(() => MinorUnitsScalar, { description: 'In minor units of the currency of the campaign.' })
  amountMinor!: bigint | string;
  @Field(() => String, { defaultValue: '', description: 'In English, at most 80 characters; one of both is needed.' })
  text!: string;
  @Field(() => String, { defaultValue: '', description: 'The same in Spanish.' }) textEs!: string;
}

/** As many as the form of a gift has buttons. */
const mostAmounts = 5;
const words = line(80);

/** What amounts do, the smallest first; which of them can be given in the currency is looked at with it (`amountsFault`). */
export function SuggestedAmounts(said: Omit<Said, 'default'> = {}): PropertyDecorator {
  return modelField(
    { default: () => "'[]'", ...said },
    {
      type: () => [SuggestedAmount],
      column: { type: 'jsonb' as const },
      empty: [],
      max: mostAmounts,
      tidy: (amounts: readonly SuggestedAmount[]) =>
        amounts
          .map(({ amountMinor, text, textEs }) => ({
            amountMinor: String(amountMinor),
            text: words.tidy(text),
            textEs: words.tidy(textEs),
          }))
          .sort((a, b) => Number(BigInt(a.amountMinor) - BigInt(b.amountMinor))),
      fault: (amounts: readonly SuggestedAmount[]) => {
        if (amounts.length > mostAmounts) return 'too-many';
        if (amounts.some(({ text, textEs }) => text === '' && textEs === '')) return 'required';
        if (new Set(amounts.map(({ amountMinor }) => amountMinor)).size < amounts.length) return 'twice';
        return amounts.flatMap(({ text, textEs }) => [words.fault(text), words.fault(textEs)]).find(Boolean) ?? null;
      },
    },
  );
}

/** Why nobody can give one of these amounts in this currency, or null. */
export function amountsFault(amounts: readonly SuggestedAmount[], currency: string): string | null {
  const faults = amounts.map((one) => {
    const amountMinor = BigInt(one.amountMinor);
    return amountFault({ amountMinor, currency }, currency) ?? (amountMinor > mostGiftMinor ? 'too-large' : null);
  });
  return faults.find((fault) => fault !== null) ?? null;
}
