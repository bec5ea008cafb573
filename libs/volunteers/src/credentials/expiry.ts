import type { Faults } from '@upstander/platform';
import type { CredentialType } from './credential-type.entity.js';

/** The last day of what was given on a day: the day before the same day so many months later; null where it does not run out. */
export function lastDay(issuedOn: string, type: Pick<CredentialType, 'validMonths'>): string | null {
  if (!type.validMonths) return null;
  const [year, month, day] = issuedOn.split('-').map(Number) as [number, number, number];
  const months = month - 1 + type.validMonths;
  // The 31st of a month that has thirty days is its last.
  const days = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  const until = new Date(Date.UTC(year, months, Math.min(day, days)));
  until.setUTCDate(until.getUTCDate() - 1);
  return until.toISOString().slice(0, 10);
}

/** What is wrong with the days of a credential. */
export function dayFaults(days: { issuedOn: string | null; expiresOn?: string | null }, today: string): Faults {
  const { issuedOn, expiresOn } = days;
  return {
    ...(issuedOn && issuedOn > today && { issuedOn: 'in-the-future' }),
    ...(expiresOn && issuedOn && expiresOn < issuedOn && { expiresOn: 'before-start' }),
  };
}
