import type { PayUnit } from '../../opportunities/opportunity-enums.js';

/** Hourly pay in minor units: the legal minimum, and the maximum that is still plausible. */
export interface PayBounds {
  currency: string;
  leastMinor: bigint | null;
  mostMinor: bigint | null;
}

/** Hours per week, unless the opportunity states them. */
const fullWeek = 40;

/** Returns the hours in a unit of pay, in hundredths; null for a one-time payment. */
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
