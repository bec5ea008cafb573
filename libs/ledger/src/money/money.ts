import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { badInput } from '@upstander/platform';
import { isCurrency, smallestStep } from '@upstander/money';
import { MinorUnitsScalar } from './minor-units.scalar.js';

@ObjectType({ description: 'An amount in whole minor units of a currency.' })
export class Money {
  @Field(() => MinorUnitsScalar) amountMinor!: bigint;
  @Field(() => String, { description: 'ISO 4217 currency code in uppercase, for example USD.' }) currency!: string;
}

@InputType({ description: 'An amount in one currency.' })
export class MoneyInput {
  @Field(() => MinorUnitsScalar) amountMinor!: bigint;
  @Field(() => String, { description: 'ISO 4217 currency code in uppercase, for example USD.' }) currency!: string;
}

/** Accepts PostgreSQL's bigint text. */
export function money(amountMinor: bigint | number | string, currency: string): Money {
  return { amountMinor: BigInt(amountMinor), currency };
}

/** Builds the amounts of a row, each named after its column without "Minor": `intended` for `intendedMinor`. */
export function amountsOf<Name extends string>(
  row: Record<`${Name}Minor`, bigint | string> & { currency: string },
  names: readonly Name[],
): Record<Name, Money> {
  const minor: Record<string, bigint | string> = row;
  const amounts = names.map((name) => [name, money(minor[`${name}Minor`]!, row.currency)] as const);
  return Object.fromEntries(amounts) as Record<Name, Money>;
}

/**
 * Returns the entered minor units if they are a positive amount in the expected currency.
 * @throws Refusal BAD_INPUT naming `field`: other-currency, not-positive or not-a-whole-unit.
 */
export function positiveAmount(input: MoneyInput, currency: string, field = 'amount'): bigint {
  const fault = amountFault(input, currency);
  if (fault) throw badInput({ [field]: fault });
  return input.amountMinor;
}

/** Returns why this is not a positive amount in the expected currency, or null. */
export function amountFault(input: MoneyInput, currency: string): string | null {
  if (!isCurrency(input.currency) || input.currency !== currency) return 'other-currency';
  if (input.amountMinor <= 0n) return 'not-positive';
  return input.amountMinor % smallestStep(currency) === 0n ? null : 'not-a-whole-unit';
}

/** @throws RangeError if currencies are mixed. */
export function sumOf(amounts: readonly Money[], currency: string): Money {
  let total = 0n;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new RangeError(`${amount.currency} cannot be added to ${currency}.`);
    total += amount.amountMinor;
  }
  return { amountMinor: total, currency };
}
