import type { PayUnit } from '../../opportunities/opportunity-enums.js';

/** What an hour pays at least by law, and at most before it is too good to be true; in minor units of a currency. */
export interface PayBounds {
  currency: string;
  leastMinor: bigint | null;
  mostMinor: bigint | null;
}

/** The hours of a full week and a full year: how other units become hours where an opportunity does not say more. */
const fullWeek = 40;

/** How many hours of work a unit of pay stands for, in hundredths; null where nobody can tell. */
export function hundredthHours(unit: PayUnit, hoursPerWeek: number | null): bigint | null {
  const week = hoursPerWeek ?? fullWeek;
  const hours: Readonly<Record<PayUnit, number | null>> = {
    hour: 100,
    day: 800,
    week: week * 100,
    month: Math.round((week * 5200) / 12),
    year: week * 5200,
    once: null,
  };
  return hours[unit] === null ? null : BigInt(hours[unit]);
}
