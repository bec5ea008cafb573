import type { PayUnit } from '../../opportunities/opportunity-enums.js';
import { excerptOf } from '../text/excerpt.js';
import type { ParsedText } from '../text/read-text.js';
import { hundredthHours, type PayBounds } from './pay-bounds.js';

// Matches a number as a whole, so it can be read in only one way. Allows gaps of one space.
const number = String.raw`\d[\d,]*(?![\d,])(?:\.\d+(?!\d))?`;
const amount = String.raw`(?<sign>\$|usd)?\s?(?<first>${number})\s?(?<k>k|mil)?`;
const rangeEnd = String.raw`(?:\s?(?:-|to|a|hasta|or|o)\s?\$?\s?(?<second>${number})\s?(?<k2>k|mil)?)?`;
const currencyName = String.raw`\s?(?<name>dollars|dolares|usd|bucks|dlls?|cash|en efectivo)?`;
const per = String.raw`\s?(?:\/|an?|per|each|every|la|el|por|al|a la|cada|in an?|for an?|en una?)?\s?`;
const unit = String.raw`(?<unit>hourly|hour|hr|hora|daily|day|shift|night|dia|noche|turno|event|weekly|week|wk|semana(?:l|les)?|monthly|month|mes|mensual(?:es)?)\b`;
const pattern = new RegExp(String.raw`(?<![\d.,])${amount}${rangeEnd}${currencyName}${per}${unit}`, 'g');

const units: ReadonlyArray<readonly [start: RegExp, unit: PayUnit]> = [
  [/^(hour|hr|hora)/, 'hour'],
  [/^(dai|day|shift|night|dia|noche|turno|event)/, 'day'],
  [/^(week|wk|semana)/, 'week'],
  [/^(month|mes|mensual)/, 'month'],
];

/** Returns the text of an amount that is too high to be honest pay, or null. */
export function findExcessiveAmount(text: ParsedText, { mostMinor }: PayBounds): string | null {
  if (mostMinor === null) return null;
  const [form] = text.forms;
  for (const match of form.text.matchAll(pattern)) {
    const { sign, first, k, second, k2, name, unit: word } = match.groups!;
    // "5 nights a week" isn't money; "3000 a week" is.
    const greatest = Math.max(numberOf(first!, k), second ? numberOf(second, k2 ?? k) : 0);
    if (!sign && !name && !k && greatest < 300) continue;
    const [, per] = units.find(([start]) => start.test(word!)) ?? [];
    const hours = per && hundredthHours(per, null);
    if (!hours || (BigInt(Math.round(greatest * 100)) * 100n) / hours <= mostMinor) continue;
    return excerptOf(text.raw, {
      start: form.from[match.index]!,
      end: form.from[match.index + match[0].length - 1]! + 1,
    });
  }
  return null;
}

function numberOf(digits: string, thousands: string | undefined): number {
  // Caps the number, because infinity can't be converted to a bigint.
  return Math.min(Number(digits.replaceAll(',', '')), 1e12) * (thousands ? 1000 : 1);
}
