import { BigCount, Code, type Said } from '@upstander/platform';

/** An amount in whole minor units of the row's currency; the API answers it as `Money` (`amountsOf`). */
export function MinorUnits(said: Omit<Said, 'seenBy'> = {}): PropertyDecorator {
  return BigCount(said);
}

/** The ISO 4217 code, in capitals, of all amounts of the row. */
export function Currency(said: Said = {}): PropertyDecorator {
  return Code(said);
}
