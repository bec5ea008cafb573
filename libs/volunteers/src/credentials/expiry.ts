import type { Faults } from '@upstander/platform';
import type { CredentialType } from './credential-type.entity.js';

/** Returns the last valid day: one day before the same date, `validMonths` later. Null if it does not expire. */
export function lastDay(issuedOn: string, type: Pick<CredentialType, 'validMonths'>): string | null {
  if (!type.validMonths) return null;
  const [year, month, day] = issuedOn.split('-').map(Number) as [number, number, number];
  const months = month - 1 + type.validMonths;
  // Months without that date use their last day.
  const days = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  const until = new Date(Date.UTC(year, months, Math.min(day, days)));
  until.setUTCDate(until.getUTCDate() - 1);
  return until.toISOString().slice(0, 10);
}

export function dayFaults(days: { issuedOn: string | null; expiresOn?: string | null }, today: string): Faults {
  const { issuedOn, expiresOn } = days;
  return {
    ...(issuedOn && issuedOn > today && { issuedOn: 'in-the-future' }),
    ...(expiresOn && issuedOn && expiresOn < issuedOn && { expiresOn: 'before-start' }),
  };
}
